extension WrittenLanguage {
  /// The languages whose texts are told apart.
  static let known: [WrittenLanguage] = [
    english, french, spanish, portuguese, italian, german, turkish, kurdish, polish, czech,
    hungarian, romanian, croatian, arabic, persian, russian, ukrainian, kazakh,
  ]

  private static let english = WrittenLanguage(
    "en", .latin, common: "", usual: "", rare: "éèïçñêôâ",
    words: "the and to of in is was we not for they have with that this are no from our my but")

  private static let french = WrittenLanguage(
    "fr", .latin, common: "éèà", usual: "êçôîûâùœ", rare: "ëïüæÿ",
    words: """
      le la les de des du et est en un une pas nous pour dans sur que qui ne au aux avec ils il elle
      été être à même très après où déjà être mais son sa ses sont
      """)

  private static let spanish = WrittenLanguage(
    "es", .latin, common: "óáíñé", usual: "ú", rare: "ü",
    words: """
      el la los las de del y en que no se un una por para con su lo es al más está están también qué
      año niño niños señor señora día días después aquí
      """)

  private static let portuguese = WrittenLanguage(
    "pt", .latin, common: "ãáéç", usual: "íóêõâàú", rare: "ôü",
    words: "o a os as de do da e em que não um uma para com por no na ao são está você também é")

  private static let italian = WrittenLanguage(
    "it", .latin, common: "èà", usual: "ùòé", rare: "ìî",
    words: "il la di che e è un una per non in con sono del della gli le al più perché")

  private static let german = WrittenLanguage(
    "de", .latin, common: "äüö", usual: "ß", rare: "é",
    words: """
      der die das und in zu den nicht ist ein eine mit von auf für wir sie haben im dem auch über
      """)

  private static let turkish = WrittenLanguage(
    "tr", .latin, common: "ıüşğçö", usual: "İ", rare: "âîû",
    words: """
      ve bir bu için ile çok da de ne var yok daha biz bize gibi kadar olarak değil sonra gün şikayet
      """)

  private static let kurdish = WrittenLanguage(
    "ku", .latin, common: "êîşç", usual: "û", rare: "",
    words: "û li ji ku bi di de em me ne ev ew her li hat bû ye in")

  private static let polish = WrittenLanguage(
    "pl", .latin, common: "łąęó", usual: "śżćńź", rare: "é",
    words: "nie się i w na do z że jest to o od za po ale dla są był już tylko")

  private static let czech = WrittenLanguage(
    "cs", .latin, common: "íáěéř", usual: "ščžýůú", rare: "ďťňóľĺôŕä",
    words: "a je se na v že s o to není do za pro jsou ale už byl která své sme sa")

  private static let hungarian = WrittenLanguage(
    "hu", .latin, common: "áéöó", usual: "őíüúű", rare: "",
    words: "a az és nem hogy egy is van volt meg ez de csak már vagy mert")

  private static let romanian = WrittenLanguage(
    "ro", .latin, common: "ăşţâî", usual: "șț", rare: "",
    words: "și şi de la nu în a cu pe din că este un o pentru sau mai am au")

  private static let croatian = WrittenLanguage(
    "hr", .latin, common: "šžčć", usual: "đ", rare: "",
    words: "i je u na se da za ne su od nije što kao ali smo nam")

  private static let arabic = WrittenLanguage(
    "ar", .arabic, common: "اليمونرتبعدهة", usual: "سفكقأحجشصىخطإءئ",
    rare: "ذضثزغظؤآ\u{64B}\u{651}",
    words: "من في على لم لا ما إلى عن مع هذا هذه أن ان كان التي الذي بعد قبل كل منذ او أو",
    pairs: "ال لا ما من ان ات ية ها لم في ون ين ام ار نا وا را مع عل لي تم ول")

  private static let persian = WrittenLanguage(
    "fa", .arabic, common: "انردیمتهو", usual: "بسشکزلخفگپعقچجحطصذ", rare: "ژضثغئظءآيك\u{200C}",
    words: "و در به از که این است را با آن برای ما می نیست شد یک تا هم")

  private static let russian = WrittenLanguage(
    "ru", .cyrillic, common: "оеаинтсрвлкмдпу", usual: "яыьгзбчйхжшю", rare: "цщэфъё",
    words: "и в не на что с по мы у нас за к из от уже нет как это но для до во о я а их",
    pairs: "ст но то на ен ов ни ра во ко ро не по ал пр ли ре ет от ом та ес го ть")

  private static let ukrainian = WrittenLanguage(
    "uk", .cyrillic, common: "оаниітвресл", usual: "кдумпязьбгйчхїжюєш", rare: "щцфґ",
    words: "і в не на що з та у до за ми ви є як це але від для про вже немає",
    pairs: "на но по ро ст не ен та пр ні ві ко ти")

  private static let kazakh = WrittenLanguage(
    "kk", .cyrillic, common: "аеынрлітдс", usual: "мқбкоғжпуйгшөәңүзяұ", rare: "ихчюэьһвфц",
    words: "және мен бір бұл үшін жоқ бар деп ол да де біз өте")
}
