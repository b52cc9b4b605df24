import Charts
import Testing

@testable import SiteTemplate

@Suite struct NumberStyleTests {
  private let english = NumberStyle(numerals: .latn, group: ",", decimal: ".", percent: "{n}%")
  private let russian = NumberStyle(
    numerals: .latn, group: "\u{A0}", decimal: ",", percent: "{n}\u{A0}%")
  private let arabic = NumberStyle(numerals: .arab, group: ",", decimal: ".", percent: "{n}%")

  @Test func `thousands stand in groups of three`() {
    #expect(english.whole(1_234_567) == "1,234,567")
    #expect(english.whole(999) == "999")
    #expect(english.whole(1_000) == "1,000")
    #expect(russian.whole(12_345) == "12\u{A0}345")
    #expect(arabic.whole(1_234) == "١٬٢٣٤")
    #expect(english.whole(Int.min) == "\u{2212}9,223,372,036,854,775,808")
  }

  @Test func `decimals take the sign of the language`() {
    #expect(english.decimal("6.5") == "6.5")
    #expect(russian.decimal("6.5") == "6,5")
    #expect(arabic.decimal("12.5") == "١٢٫٥")
    #expect(english.decimal("7.0") == "7")
    #expect(english.decimal("1234.5") == "1,234.5")
  }

  @Test func `percent and years`() {
    #expect(english.percent(62) == "62%")
    #expect(russian.percent(62) == "62\u{A0}%")
    #expect(arabic.percent(62) == "٦٢٪")
    #expect(arabic.plain(2026) == "٢٠٢٦")
    #expect(english.plain(2026) == "2026")
  }

  @Test func `names in braces are replaced and unknown ones stay`() {
    #expect(filled("{n} of {total}, {x}", ["n": "3", "total": "7"]) == "3 of 7, {x}")
    #expect(placeholders(of: "{a} {b} {") == ["a", "b"])
    #expect(filled("<b> {n}", ["n": Markup.isolated("<")]).html == "&lt;b&gt; <bdi>&lt;</bdi>")
  }
}
