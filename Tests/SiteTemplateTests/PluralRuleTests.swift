import Testing

@testable import SiteTemplate

@Suite struct PluralRuleTests {
  @Test(arguments: [
    (0, PluralCategory.zero), (1, .one), (2, .two), (3, .few), (10, .few), (11, .many),
    (99, .many), (100, .other), (102, .other), (103, .few), (111, .many), (1_000, .other),
  ])
  func `Arabic has six forms`(number: Int, expected: PluralCategory) {
    #expect(PluralRule(language: "ar").category(number) == expected)
  }

  @Test(arguments: [
    (0, PluralCategory.many), (1, .one), (2, .few), (4, .few), (5, .many), (11, .many),
    (12, .many), (14, .many), (21, .one), (22, .few), (25, .many), (101, .one), (111, .many),
    (1_002, .few),
  ])
  func `Russian goes by the last two digits`(number: Int, expected: PluralCategory) {
    #expect(PluralRule(language: "ru").category(number) == expected)
  }

  @Test(arguments: [(0, PluralCategory.other), (1, .one), (2, .other), (21, .other)])
  func `English singles out one`(number: Int, expected: PluralCategory) {
    #expect(PluralRule(language: "en-GB").category(number) == expected)
  }

  @Test(arguments: ["ar", "ru", "en"])
  func `every form a rule gives is one that it asks texts for`(language: String) {
    let rule = PluralRule(language: language)
    for number in 0...1_000 { #expect(rule.categories.contains(rule.category(number))) }
    #expect(rule.categories.contains(rule.category(Int.min)))
  }
}
