import Testing

@testable import CaseModel

@Suite struct LanguageCodeTests {
  @Test(arguments: [
    "en", "ar", "ckb", "kmr", "prs", "mul", "pt-BR", "ar-SY", "zh-Hant", "apc",
  ])
  func `a language of the list is known`(code: String) {
    #expect(LanguageCode.isKnown(code))
  }

  @Test(arguments: [
    "zz", "xx", "english", "arabic", "", "-", "e", "EN", "en_US", "en-", "qqq", "a b", "ara", "eng",
    "rus-RU",
  ])
  func `anything else is none`(code: String) { #expect(!LanguageCode.isKnown(code)) }

  @Test(arguments: [
    ("english", "en"), ("English", "en"), ("arabic", "ar"), ("العربية", "ar"), ("русский", "ru"),
    ("EN", "en"), ("en_US", "en-us"), ("kurdish", "ku"), ("Farsi", "fa"), ("ukrain", "uk"),
    ("ara", "ar"), ("RUS", "ru"),
  ])
  func `a name leads to the code`(name: String, code: String) {
    #expect(LanguageCode.meant(by: name) == code)
  }

  @Test func `both lists are whole`() {
    #expect(LanguageCode.twoLetters.split(whereSeparator: \.isWhitespace).count == 183)
    let groups = LanguageCode.threeLetters.split(whereSeparator: \.isWhitespace)
    #expect(groups.reduce(0) { $0 + $1.utf8.count - 3 } == 7_726)
  }
}
