/// A small log in several languages, all of it invented, for tests of letters.
enum Letters {
  static let english = """
    Date,Text,Place
    2024-01-05,The queue was long and nobody told us why; we don’t know whom to ask.,North camp
    2024-01-06,“Come back tomorrow” was the only answer – for the third time…,South camp
    2024-01-07,The café near the office is closed and there is no water.,North camp

    """
  static let french = """
    Date;Texte;Lieu
    2024-01-05;L’école n’a pas été livrée, les légumes étaient très abîmés;Goma
    2024-01-06;Où est le reçu ? Nous l’avons demandé à l’équipe dès février.;Bukavu
    2024-01-07;Les œufs étaient gâtés et personne n’a répondu à la plainte.;École, à Goma

    """
  static let spanish = """
    Fecha;Texto;Lugar
    2024-01-05;La señora no recibió la ración del mes y está muy preocupada;Peña Alta
    2024-01-06;¿Por qué no había agua? Los niños están enfermos desde el día anterior.;Río Seco
    2024-01-07;¡Muchas gracias! La distribución de mañana será más rápida, según nos dicen.;Peña Alta

    """
  static let arabic = """
    التاريخ;النص;الموقع
    2024-01-05;لم نستلم السلة الغذائية هذا الشهر، والموظف لم يرد على اتصالنا؛ نرجو المساعدة.;عين زرقا
    2024-01-06;المياه غير صالحة للشرب في المخيم منذ أسبوع، وقد مرض ثلاثة أطفال؟;التلة
    2024-01-07;شكرا على الجهود، كان التوزيع منظما والمعاملة محترمة جدا.;عين زرقا

    """
  static let russian = """
    Дата;Текст;Место
    05.01.2024;Во дворе нашего дома уже третью неделю не вывозят мусор, просим принять меры.;Заречье
    06.01.2024;На остановке сломана скамейка, дети стоят под дождём. Ещё раз просим помочь!;Луговое
    07.01.2024;Спасибо, объявление о выдаче повесили вовремя, всё прошло без очереди.;Заречье

    """
  static let turkish = """
    Tarih;Metin;Yer
    2024-01-05;Gıda kolisi geç geldi, içindeki şeker ıslanmıştı ve görevli bizi dinlemedi.;İçköy
    2024-01-06;Çocuğumuz için ilaç yoktu, üç gün sonra gelin dediler ama ağrısı çok.;Yeşilova
    2024-01-07;Teşekkür ederiz, dağıtım bu kez düzenliydi ve kimse beklemedi.;İçköy

    """
  static let polish = """
    Data;Treść;Miejsce
    2024-01-05;Nie dostaliśmy paczki z żywnością, a urzędnik nie odpowiedział na skargę.;Łąka
    2024-01-06;W świetlicy nie ma ciepłej wody od tygodnia i dzieci są chore.;Dębowa Góra

    """
}
