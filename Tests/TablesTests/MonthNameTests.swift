import Testing

@testable import Tables

/// Dates as people write them: with the name of the month, and as spreadsheets count days.
@Suite struct MonthNameTests {
  @Test(arguments: [
    ("d-MMM-yy", "13-Mar-24"), ("d MMM yyyy", "13 March 2024"), ("d MMM yyyy", "13th March 2024"),
    ("MMM d, yyyy", "march 13, 2024"), ("d MMM yyyy", "13 Mar. 2024"),
    ("d MMM yyyy", "13 آذار 2024"), ("d MMM yyyy", "١٣ آذار ٢٠٢٤"), ("d MMM yyyy", "13 اذار 2024"),
    ("d MMM yyyy", "13 مارس 2024"), ("d MMM yyyy", "13 آذار/مارس 2024"),
    ("d MMM yyyy", "13 марта 2024"), ("d MMM yyyy", "13 март 2024"), ("d MMM yyyy", "13 мар. 2024"),
    ("d MMM yyyy 'г.'", "13 марта 2024 г."), ("d MMM yyyy", "13 mars 2024"),
    ("d 'de' MMM 'de' yyyy", "13 de marzo de 2024"), ("d MMM yyyy", "13 Mart 2024"),
    ("yyyyMMdd", "20240313"), ("yyyy-M-d", "2024-3-13"), ("d-M-yy", "13-3-24"),
    ("excel", "45364"), ("excel", "٤٥٣٦٤"),
  ])
  func `it is the thirteenth of March`(pattern: String, text: String) throws {
    #expect(try DatePattern(pattern).parts(of: text) == DateParts(year: 2024, month: 3, day: 13))
  }

  @Test(arguments: [
    ["كانون الثاني", "يناير", "جانفي", "January", "янв", "января", "Ocak", "janvier", "enero"],
    ["شباط", "فبراير", "فيفري", "feb", "февраля", "Şubat", "févr."],
    ["آذار", "مارس", "Mar", "марта"], ["نيسان", "أبريل", "أفريل", "ابريل", "апреля", "avril"],
    ["أيار", "مايو", "ماي", "May", "мая"], ["حزيران", "يونيو", "جوان", "June", "июня"],
    ["تموز", "يوليو", "جويلية", "يوليوز", "July", "июля"],
    ["آب", "أغسطس", "أوت", "غشت", "August", "августа", "août", "Ağustos"],
    ["أيلول", "سبتمبر", "شتنبر", "Sept.", "сентября", "Eylül"],
    ["تشرين الأول", "تشرين الاول", "أكتوبر", "October", "октября"],
    ["تشرين الثاني", "نوفمبر", "نونبر", "NOV", "ноября"],
    ["كانون الأول", "ديسمبر", "دجنبر", "Dec", "дек.", "декабря", "Aralık"],
  ])
  func `every month is known in each of its names`(names: [String]) throws {
    let months = try names.map { try DatePattern("d MMM yyyy").parts(of: "7 \($0) 2024").month }
    #expect(Set(months).count == 1)
    let all = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let english = try all.map { try DatePattern("d MMM yyyy").parts(of: "7 \($0) 2024").month }
    #expect(english == Array(1...12))
    let own = try #require(
      names.first {
        [
          "January", "feb", "Mar", "May", "June", "July", "August",
          "Sept.", "October", "NOV", "Dec", "avril",
        ].contains($0)
      })
    #expect(months.first == (try DatePattern("d MMM yyyy").parts(of: "7 \(own) 2024").month))
  }

  @Test(arguments: ["13 Marching 2024", "13 марта2024", "13 2024", "13 شهر 2024"])
  func `what is no name of a month is no date`(text: String) {
    #expect(throws: DateRefusal.self) { try DatePattern("d MMM yyyy").parts(of: text) }
  }

  /// The days as Python's `date(1899, 12, 30) + timedelta(n)` counts them.
  @Test(arguments: [
    ("61", 1900, 3, 1), ("36526", 2000, 1, 1), ("36585", 2000, 2, 29), ("43830", 2019, 12, 31),
    ("45351", 2024, 2, 29), ("45352", 2024, 3, 1), ("2958465", 9999, 12, 31),
  ])
  func `the number of a day is counted as spreadsheets count`(
    text: String, year: Int, month: Int, day: Int
  ) throws {
    #expect(
      try DatePattern("excel").parts(of: text) == DateParts(year: year, month: month, day: day))
  }

  @Test(arguments: [("45364.5", 12, 0, 0), ("45364,75", 18, 0, 0), ("45364.4375", 10, 30, 0)])
  func `the part behind the point is the time`(
    text: String, hour: Int, minute: Int, second: Int
  ) throws {
    let parts = try DatePattern("excel").parts(of: text)
    #expect(
      parts
        == DateParts(year: 2024, month: 3, day: 13, hour: hour, minute: minute, second: second))
  }

  @Test(arguments: ["60", "0", "2958466", "45364.x", "45364.", "-5", "x", "99999999999999999999"])
  func `other numbers are no days`(text: String) {
    #expect(throws: DateRefusal.self) { try DatePattern("excel").parts(of: text) }
  }
}
