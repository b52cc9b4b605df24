import CaseModel
import Disclosure
import Text

/// Publications of an invented register, made as the program makes them: protected, then proved.
enum SamplePublication {
  static let tables = [
    ["group", "region"], ["channel"], ["sex", "age"], ["timely", "group"],
    ["closing", "complaint"], ["satisfied"],
  ]

  static func plan(
    tables: [[String]] = tables, length: String = "quarter"
  ) throws -> PublicationPlan {
    try PublicationPlan(block: length, tables: tables, levels: ["age": ["age", "adult"]])
  }

  /// Six quarters: enough cases for medians, few enough for hidden cells and tables left out.
  static let full = Result { () throws in
    try publication(casesByQuarter: [96, 24, 131, 118, 187, 203])
  }

  /// One quarter and nothing before it.
  static let single = Result { () throws in try publication(casesByQuarter: [140]) }

  static func none() throws -> Publication {
    Publication(context(), plan: try plan(), blocks: [], sensitiveYears: [])
  }

  /// The pages of the team: three quarters as they are.
  static func internalOnly(
    figures: (CalendarDate) -> [TeamFigure] = { _ in [] }
  ) throws -> Publication {
    var cases = SampleCases(seed: 5)
    let start = quarter(0)
    let records = cases.records(150, from: start, days: 270)
    return Publication(
      internal: context(), plan: try plan(), records: records,
      open: { day in
        var cases = SampleCases(seed: 9)
        return cases.open(7, on: day)
      }, book: SampleCases.book, asOf: start.adding(days: 260),
      figures: figures)
  }

  /// Publications of other lengths have one block, that of the quarter `first`.
  static func publication(
    casesByQuarter counts: [Int], languages: [String] = ["en", "ar", "ru"],
    tables: [[String]] = tables, length: String = "quarter", from first: Int = 0
  ) throws -> Publication {
    let plan = try plan(tables: tables, length: length)
    var ledger = PublicationLedger()
    var cases = SampleCases(seed: 3)
    var blocks: [BlockNumbers] = []
    for (index, count) in counts.enumerated() {
      let block = Block(containing: quarter(first + index), plan: plan)
      let records = cases.records(count, from: block.start, days: 90)
      let closedOn = block.closesOn.adding(days: 2)
      let flows = try proof(block, records, plan, ledger, on: closedOn)
      // The stock is one table of its own.
      let stock = try proof(
        Block(stockOf: block), cases.open(18 + index * 6, on: block.end),
        try self.plan(tables: [["ageing"]]), PublicationLedger(), on: closedOn)
      let digest = "5f2c9a0b71e4d8" + String(repeating: "\(index)", count: 50)
      blocks.append(
        try BlockNumbers(flows: flows, stock: stock, closedOn: closedOn) { _ in digest })
      ledger = try ledger.closing(flows, on: closedOn, digest: digest)
    }
    let years = [
      SensitiveYear(year: 2025, complainants: Array(repeating: nil, count: 14), plan: plan)
    ]
    return Publication(
      context(languages: languages), plan: plan, blocks: blocks, sensitiveYears: years)
  }

  static func quarter(_ index: Int) -> CalendarDate {
    CalendarDate(day: 20_089).adding(months: index * 3)  // 1 January 2025
  }

  private static func proof(
    _ block: Block, _ records: [Record], _ plan: PublicationPlan, _ ledger: PublicationLedger,
    on day: CalendarDate
  ) throws -> Proof {
    var generator = SeededGenerator(seed: 1)
    let draft = Protector.protect(
      block, records: records, plan: plan, book: SampleCases.book,
      choices: ledger.choices(in: block.year, plan: plan), using: &generator)
    return try Proof.check(
      draft, records: records, plan: plan, book: SampleCases.book, earlier: ledger, on: day)
  }

  // MARK: Words

  static func context(
    languages: [String] = ["en", "ar", "ru"], northernName: String = "North Bank"
  ) -> Publication.Context {
    Publication.Context(
      name: [
        "en": "Riverside Accountability Desk", "ar": "مكتب المساءلة – ضفة النهر",
        "ru": "Бюро подотчётности «Приречье»",
      ],
      languages: languages, labels: labels(northernName), targets: ["K05": 85])
  }

  private static func labels(_ northernName: String) -> [String: [String: [String: String]]] {
    func names(_ en: String, _ ar: String, _ ru: String) -> [String: String] {
      ["en": en, "ar": ar, "ru": ru, "tr": en]
    }
    return [
      "group": [
        "thanks-and-questions": names(
          "Thanks and questions", "شكر واستفسارات", "Благодарности и вопросы"),
        "assistance": names("Requests for assistance", "طلبات المساعدة", "Просьбы о помощи"),
        "complaints": names("Complaints", "شكاوى", "Жалобы"),
      ],
      "region": [
        "N": names(northernName, "الضفة الشمالية", "Северный берег"),
        "O": names("Old Town", "المدينة القديمة", "Старый город"),
        "H": names("Harbour", "المرفأ", "Гавань"),
        "C": names("Camp Zeitoun", "مخيم الزيتون", "Лагерь Зейтун"),
        "W": names("West Road", "الطريق الغربي", "Западная дорога"),
      ],
      "outcome": [
        "upheld": names("Upheld", "ثبتت", "Обоснована"),
        "not-upheld": names("Not upheld", "لم تثبت", "Не обоснована"),
        "answered": names("Information given", "قُدّمت المعلومات", "Информация предоставлена"),
        "referred": names("Referred", "أُحيلت", "Передано"),
      ],
      "channel": [
        "hotline": names("Hotline or phone", "الخط الساخن أو الهاتف", "Горячая линия, телефон"),
        "messenger": names("Messaging app", "تطبيق مراسلة", "Мессенджер"),
        "desk": names("Help desk, in person", "مكتب الشكاوى، حضوريًا", "Лично, пункт приёма"),
        "box": names("Complaints box", "صندوق الشكاوى", "Ящик для жалоб"),
        "field": names("Field visit", "زيارة ميدانية", "Полевой визит"),
        "committee": names("Community committee", "لجنة مجتمعية", "Комитет общины"),
        "letter": names("Letter", "رسالة خطية", "Письмо"),
        "web": names("Web form", "نموذج إلكتروني", "Веб-форма"),
      ],
    ]
  }
}
