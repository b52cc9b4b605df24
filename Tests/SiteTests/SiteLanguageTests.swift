import Testing

@testable import Disclosure
@testable import Site

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
    var findings: [SiteFinding] = []
    let table = TemplateFolder.source().texts("i18n/\(tag).yml", findings: &findings)
    let language = SiteLanguage(tag: tag, table: table, numerals: .latn)
    #expect(language.label(dimension, code, in: publication) == expected)
    #expect(findings.isEmpty)
  }
}
