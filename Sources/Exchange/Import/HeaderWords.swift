/// A guess at what a column holds, from the words of its header in English, Arabic and Russian.
enum HeaderWords {
  /// What a column seems to hold.
  enum Meaning: Hashable {
    case personal
    case id
    case text
    case title
    /// What the organisation answered.
    case reply
    /// How far a complaint is, in a word; dates say it here.
    case status
    case field(ImportField)
  }

  /// The meanings of a header, the likeliest first; none when no word is known.
  static func meanings(of header: String) -> [Meaning] {
    // Forms put the name of the group before the question: `About the person/Sex`.
    let last = header.split(separator: "/").last.map(String.init) ?? header
    let own = words(of: last)
    let found = lexicon.filter { entry in entry.words.contains { matches($0, own) } }.map(\.meaning)
    // Signs are no words: `№ п/п`, `#`.
    let isNumbered = header.contains("№") || header == "#"
    return isNumbered && !found.contains(.id) ? found + [.id] : found
  }

  /// Words in small letters, without the Arabic article, so that `التاريخ` is `تاريخ`.
  static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { word in
      word.hasPrefix("ال") && word.count > 4 ? String(word.dropFirst(2)) : String(word)
    }
  }

  /// A short word must be equal, a longer one may have an ending.
  private static func matches(_ wanted: String, _ words: [String]) -> Bool {
    words.contains { word in
      wanted.count <= 3 ? word == wanted : word.hasPrefix(wanted)
    }
  }

  /// Persons come first: a column about one is proposed as private whatever else its header says.
  private static let lexicon: [(meaning: Meaning, words: [String])] = [
    (.personal, words(of: persons)), (.reply, words(of: replies)),
    (.field(.closed), ["closed", "closing", "closure", "إغلاق", "اغلاق", "закрыт"]),
    (.field(.acknowledged), ["acknowledged", "acknowledgement", "إشعار", "подтвержд"]),
    (.field(.decided), ["decided", "decision", "قرار", "решен"]),
    (.field(.informed), ["informed", "replied", "answered", "response", "رد", "إبلاغ", "ответ"]),
    (.field(.happened), ["incident", "happened", "occurred", "حادث", "حدوث", "происшеств"]),
    (.field(.received), words(of: receipts)),
    (.field(.channel), ["channel", "source", "قناة", "وسيلة", "канал", "источник"]),
    (.field(.sex), ["sex", "gender", "جنس", "пол"]),
    (.field(.age), ["age", "ages", "عمر", "سن", "возраст"]),
    (.field(.disability), ["disability", "disabled", "إعاقة", "اعاقة", "инвалид"]),
    (.field(.language), ["language", "lang", "لغة", "язык"]),
    (.field(.residence), ["displacement", "residence", "نزوح", "впл"]),
    (.field(.relation), ["beneficiary", "relation", "مستفيد", "получатель"]),
    (.field(.priority), words(of: "priority urgency criticality أولوية اولوية срочност приоритет")),
    (.field(.outcome), ["outcome", "result", "نتيجة", "результат", "исход"]),
    (.field(.theme), ["theme", "topic", "subject", "موضوع", "тема"]),
    (.field(.category), words(of: kinds)),
    (.field(.project), ["project", "مشروع", "проект"]),
    (.field(.area), words(of: areas)),
    (.id, words(of: ids)), (.status, ["status", "حالة", "статус"]),
    (.title, ["title", "summary", "заголовок"]), (.text, words(of: texts)),
  ]

  private static let persons = """
    phone telephone mobile whatsapp contact email mail name names surname firstname lastname
    fullname address street passport national iban account birth dob latitude longitude coordinate
    gps geolocation signature submitted enumerator username device photo هاتف جوال موبايل تلفون
    واتس بريد اسم عنوان شارع هوية جواز ميلاد توقيع موظف тел телефон моб имя фио фамилия отчество
    адрес улиц почта паспорт иин инн снилс рожден подпис сотрудник marital اجتماعية семейн
    """

  private static let ids = """
    id key uuid instanceid number no nr serial reference ref رقم معرف مسلسل تسلسل م номер
    """

  private static let kinds = "category kind type classification تصنيف فئة نوع категори тип вид"

  private static let replies = "reply response resolution answer رد ответ"

  private static let receipts = """
    received receipt created opened registered complaint date today timestamp submission start
    استلام استقبال ورود تاريخ обращения поступ получен дата
    """

  private static let areas = """
    area district region province governorate borough محافظة منطقة ناحية район регион област
    """

  private static let texts = """
    comment description details complaint feedback narrative text message remarks happened problem
    concern story نص تفاصيل شكوى وصف ملاحظات رسالة حدث مشكلة مضمون текст описани жалоб
    обращени суть сообщени комментар произошло случилось проблем содержани
    """
}
