import Testing

@testable import Disclosure
@testable import SiteTemplate

/// How a language writes what is counted.
@Suite struct SiteLanguageTests {
  @Test(arguments: [
    ("en", Dimension.closing, "0-3", "0–3 days"), ("en", .ageing, "over-90", "Over 90 days"),
    ("en", .age, "18-59", "18–59 years"), ("en", .age, "60-up", "60 years and over"),
    // The word follows the end of the band.
    ("ar", .closing, "0-3", "من 0 إلى 3 أيام"), ("ar", .closing, "8-15", "من 8 إلى 15 يومًا"),
    ("ar", .age, "0-4", "من 0 إلى 4 سنوات"), ("ar", .age, "5-11", "من 5 إلى 11 سنة"),
    ("ru", .closing, "0-3", "0–3 дня"), ("ru", .closing, "4-7", "4–7 дней"),
    ("ru", .ageing, "over-90", "Больше 90 дней"), ("ru", .age, "0-4", "0–4 года"),
    ("ru", .age, "5-11", "5–11 лет"), ("ru", .closing, "open", "Ещё открыто"),
  ])
  func `bands of days and years are words of the language`(
    tag: String, dimension: Dimension, code: String, expected: String
  ) throws {
    let publication = try SamplePublication.none()
    #expect(language(tag).label(dimension, code, in: publication) == expected)
  }

  @Test(arguments: [
    ("en", "2026-01-01", "2026-03-31", "January–March 2026"),
    ("en", "2026-03-01", "2026-03-31", "March 2026"),
    ("en", "2025-04-01", "2026-06-30", "April 2025 – June 2026"),
    ("en", "2025-03-01", "2026-03-31", "March 2025 – March 2026"),
    ("ar", "2026-01-01", "2026-03-31", "كانون الثاني – آذار 2026"),
    ("ar", "2025-04-01", "2026-06-30", "نيسان 2025 – حزيران 2026"),
    ("ru", "2026-01-01", "2026-03-31", "январь–март 2026\u{A0}г."),
    ("ru", "2025-04-01", "2026-06-30", "апрель 2025 — июнь 2026\u{A0}г."),
  ])
  func `a span that crosses years names the year of each end`(
    tag: String, from: String, to: String, expected: String
  ) {
    #expect(language(tag).period(DaySpan(from: from, to: to)) == expected)
  }

  @Test(arguments: ["en", "ar", "ru"])
  func `an axis has room for every span that crosses years`(tag: String) {
    let language = language(tag)
    for (first, last) in (1...12).flatMap({ first in (1...12).map { (first, $0) } }) {
      let (months, year) = language.axisName(
        DaySpan(from: "2025-\(first)-1", to: "2026-\(last)-28"))
      let lines = months.split(separator: "\n")
      #expect(lines.count == 3 && lines[1] == "2025–" && year == "2026", "\(lines)")
      #expect(lines.allSatisfy { $0.count <= 6 }, "\(lines)")
    }
  }

  @Test(arguments: [
    ("en", "2026-01-01", "2026-03-31", "Jan–\nMar"), ("en", "2026-03-01", "2026-03-31", "Mar"),
    ("ru", "2026-07-01", "2026-12-31", "июл–\nдек"),
    ("ar", "2026-01-01", "2026-03-31", "ك2–\nآذار"),
    // A whole year is its own name.
    ("en", "2026-01-01", "2026-12-31", ""),
  ])
  func `a period is named below its column in short`(
    tag: String, from: String, to: String, expected: String
  ) {
    let (months, year) = language(tag).axisName(DaySpan(from: from, to: to))
    #expect(months == expected && year == "2026")
  }

  @Test(arguments: [
    ("en", "Complaints", "complaints"), ("en", "SMS", "SMS"), ("ru", "Жалобы", "жалобы"),
    ("ar", "شكاوى", "شكاوى"), ("en", "", ""),
  ])
  func `a name inside a sentence begins as the language writes common words`(
    tag: String, name: String, expected: String
  ) {
    #expect(language(tag).inSentence(name) == expected)
  }

  @Test(arguments: [
    ("en", 79, "79 of every 100 complaints were closed within 15 days"),
    ("ru", 79, "Из каждых 100 жалоб в течение 15 дней закрыто 79"),
    ("ru", 62, "Из каждых 100 жалоб в течение 15 дней закрыты 62"),
    ("ar", 79, "أُغلقت في غضون 15 يومًا 79 شكوى من كل 100"),
    ("ar", 5, "أُغلقت في غضون 15 يومًا 5 شكاوى من كل 100"),
  ])
  func `what was closed in time is said as people count`(
    tag: String, number: Int, expected: String
  ) {
    let line = language(tag).plural("headline-timely", number).line
    #expect(line.filter { !"\u{2068}\u{2069}".contains($0) } == expected)
  }

  private func language(_ tag: String) -> SiteLanguage {
    var findings: [SiteFinding] = []
    let table = TemplateFolder.source().texts("i18n/\(tag).yml", findings: &findings)
    #expect(findings.isEmpty)
    return SiteLanguage(tag: tag, table: table, numerals: .latn)
  }
}
