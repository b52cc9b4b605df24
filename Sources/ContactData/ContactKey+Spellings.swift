internal import Text
extension ContactKey {
  /// How people write the key in English, Arabic and Russian, the key itself first.
  static func spellings(of key: Self) -> [String] {
    [key.rawValue] + words(for: key).split(separator: ",").map(String.init)
  }

  private static func words(for key: Self) -> String {
    switch key {
    case .name:
      """
      names,full name,fullname,first name,firstname,last name,lastname,surname,family name,\
      given name,called,الاسم,اسم,الاسم الكامل,اسم الشخص,الاسم الأول,الكنية,اسم العائلة,\
      имя,фио,ф и о,фамилия,отчество,полное имя,имя и фамилия,как зовут
      """
    case .phone:
      """
      phones,telephone,tel,mobile,mob,cell,cellphone,cell phone,mobile phone,mobile number,\
      phone number,phonenumber,phone no,telephone number,contact number,number to call,whatsapp,\
      viber,telegram,signal,هاتف,الهاتف,جوال,الجوال,موبايل,محمول,تلفون,رقم الهاتف,رقم الجوال,\
      رقم الموبايل,رقم التلفون,رقم التواصل,واتساب,واتس اب,تلغرام,телефон,телефоны,тел,моб,\
      мобильный,мобильный телефон,сотовый,номер телефона,контактный телефон,ватсап,вотсап,вайбер,\
      телеграм
      """
    case .email:
      """
      e mail,mail,email address,e mail address,mail address,البريد,بريد,البريد الإلكتروني,\
      بريد الكتروني,الإيميل,ايميل,почта,электронная почта,эл почта,имейл,емейл,адрес почты
      """
    case .language:
      """
      lang,languages,speaks,spoken language,اللغة,لغة,لغة التواصل,اللغة المفضلة,язык,языки,\
      язык общения,говорит на
      """
    case .hours:
      """
      safe hours,hour,when,when to call,safe time,safe times,best time,best time to call,\
      time to call,call time,contact time,contact hours,الوقت الآمن,الأوقات الآمنة,الوقت,وقت,متى,\
      الساعات,ساعات,ساعات الاتصال,وقت الاتصال,الوقت المناسب,часы,время,безопасное время,\
      безопасные часы,когда,когда звонить,время звонка,удобное время
      """
    case .answers:
      """
      answer,who answers,who may answer,who can answer,answered by,may answer,من يرد,من يجيب,\
      من يمكنه الرد,الرد,кто отвечает,кто может ответить,отвечает,кто берет трубку,ответит
      """
    case .message:
      """
      messages,leave message,leave a message,may leave message,message allowed,message ok,voicemail,\
      voice mail,رسالة,الرسالة,ترك رسالة,يمكن ترك رسالة,هل يمكن ترك رسالة,сообщение,\
      оставить сообщение,можно оставить сообщение,голосовая почта
      """
    case .channel:
      """
      channels,preferred channel,contact channel,contact method,contact by,how,how to contact,\
      preferred contact,preferred contact method,القناة,قناة,قناة التواصل,طريقة التواصل,\
      وسيلة التواصل,канал,канал связи,способ связи,как связаться
      """
    case .place:
      """
      places,address,location,home address,where,village,town,city,العنوان,عنوان,المكان,مكان,\
      مكان السكن,القرية,المدينة,адрес,место,место жительства,город,село,где
      """
    case .note:
      """
      notes,remark,remarks,comment,comments,warning,ملاحظة,ملاحظات,تنبيه,примечание,примечания,\
      заметка,заметки,комментарий,комментарии,предупреждение
      """
    }
  }

  /// What a yes or a no says in three languages; nil for any other words.
  static func answer(_ value: String) -> Bool? {
    switch FoldedText(value).words.joined(separator: " ") {
    case "yes", "y", "true", "1", "ok", "نعم", "اي", "ايوه", "да", "можно": true
    case "no", "n", "false", "0", "never", "لا", "كلا", "нет", "нельзя", "не": false
    default: nil
    }
  }
}
