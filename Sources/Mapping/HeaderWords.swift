internal import Exchange

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

    var isDate: Bool { if case .field(let field) = self { field.isDate } else { false } }
    var isCode: Bool { if case .field(let field) = self { !field.isDate } else { false } }
  }

  /// A meaning, and the word of the header that says it.
  struct Match: Hashable {
    let meaning: Meaning
    let word: String
  }

  /// The meanings of a header, the likeliest first; none when no word is known.
  static func matches(of header: String) -> [Match] {
    // Forms put the name of the group before the question: `About the person/Sex`.
    let last = header.split(separator: "/").last.map(String.init) ?? header
    let own = words(of: last)
    var found = lexicon.compactMap { entry in
      match(entry.words, own).map { Match(meaning: entry.meaning, word: $0) }
    }
    if replies.contains(own.joined(separator: " ")) {
      found.append(Match(meaning: .reply, word: own[0]))
    }
    if let other = match(others, own) {
      found.insert(Match(meaning: .personal, word: other), at: 0)
    }
    // The kind of a place is no kind of complaint, unless the header speaks of both.
    if match(things, own) != nil, match(complaints, own) == nil {
      found.removeAll { $0.meaning == .field(.category) }
    }
    // Signs are no words: `№ п/п`, `#`.
    let isNumbered = header.contains("№") || header == "#"
    if isNumbered, !found.contains(where: { $0.meaning == .id }) {
      found.append(Match(meaning: .id, word: header == "#" ? "#" : "№"))
    }
    return found
  }

  /// How clearly a header speaks of the complaint itself, and not of the form or of anything else;
  /// more is clearer.
  static func clearness(of header: String) -> Int {
    let own = words(of: header)
    if match(complaints, own) != nil { return 2 }
    return match(ofTheForm, own) != nil ? 0 : 1
  }

  /// Whether a header names dates of any kind.
  static func namesDates(_ header: String) -> Bool {
    match(["date", "day", "when", "تاريخ", "дата", "день", "fecha", "tarih"], words(of: header))
      != nil
  }

  /// Words in small letters, without the Arabic article, so that `التاريخ` is `تاريخ`.
  static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { word in
      word.hasPrefix("ال") && word.count > 4 ? String(word.dropFirst(2)) : String(word)
    }
  }

  /// The word of a header that is one of those wanted; a short one must be equal, a longer one may
  /// have an ending.
  private static func match(_ wanted: [String], _ words: [String]) -> String? {
    words.first { word in
      wanted.contains { $0.count <= 3 ? word == $0 : word.hasPrefix($0) }
    }
  }

  /// Persons come first: a column about one is proposed as private whatever else its header says.
  private static let lexicon: [(meaning: Meaning, words: [String])] = [
    (.personal, words(of: persons)),
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
    (.field(.sensitivity), ["sensitivity", "حساسية", "конфиденциальност"]),
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

  /// Whoever is not the complainant: their sex and age are not the case's.
  private static let others = words(
    of: """
      staff officer employee worker interviewer volunteer collector supervisor driver accused
      perpetrator متطوع سائق باحث مشرف волонтер водитель исполнител интервьюер
      """)

  /// Things that have kinds of their own.
  private static let things = words(
    of: """
      location place address site facility building document house housing shelter household vehicle
      landmark school user device مكان موقع مبنى وثيقة مأوى места место здани документ жиль
      """)

  /// The words for what is registered.
  private static let complaints = words(
    of: """
      complaint feedback grievance issue problem case request concern received receipt created opened
      registered شكوى شكاوى بلاغ استلام жалоб обращени заявк поступ получен
      """)

  /// What programs add to a form by themselves.
  private static let ofTheForm = words(of: "start end today submission timestamp modified updated")

  private static let ids = """
    id key uuid instanceid number no nr serial reference ref رقم معرف مسلسل تسلسل م номер
    """

  private static let kinds = "category kind type classification تصنيف فئة نوع категори тип вид"

  /// The whole headers of a column with what was answered or done: one word of it may as well stand in
  /// the name of whoever answers, or in what the complainant asks for.
  private static let replies: Set = [
    "action", "actions", "action taken", "actions taken", "answer", "answer given", "reply",
    "reply text", "response", "response given", "response text", "mesure prise", "mesures prises",
    "réponse", "الرد", "رد", "رد مكتب", "رد منظمة", "إجراء", "إجراء متخذ", "إجراءات",
    "إجراءات متخذة",
    "اجراء متخذ", "اجراءات متخذة", "меры", "ответ", "принятые меры",
  ]

  /// The whole headers of a column that says of a complaint whether it is over.
  private static let states: Set = [
    "case state", "case status", "complaint status", "current status", "feedback status", "state",
    "status", "status of case", "status of complaint", "حالة", "حالة شكوى", "حالة بلاغ", "статус",
    "статус жалобы", "статус обращения",
  ]

  /// Whether a header speaks of the state of the complaint, and of nothing else.
  static func namesState(_ header: String) -> Bool {
    states.contains(words(of: header).joined(separator: " "))
  }

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
