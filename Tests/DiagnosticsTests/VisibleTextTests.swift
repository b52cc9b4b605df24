import Diagnostics
import Testing

@Suite struct VisibleTextTests {
  @Test(arguments: [
    "plain", "شكوى من التوزيع ١٢٣", "Жалоба на ёлку", "Қазақстан", "naïve – “quoted”", "e\u{301}",
    "می\u{200C}خواهم", "ه\u{200D}", "👍🏽",
  ])
  func `ordinary words stay as they are`(text: String) {
    #expect(visible(text) == text)
  }

  @Test(arguments: [
    ("a\tb", #"a\u{9}b"#), ("\u{0}", #"\u{0}"#), ("\u{7F}", #"\u{7F}"#),
    ("\u{9B}31m", #"\u{9B}31m"#),
    ("a\u{200B}b", #"a\u{200B}b"#), ("a\u{FEFF}", #"a\u{FEFF}"#), ("\u{200F}ش", #"\u{200F}ش"#),
    ("\u{2066}a\u{2069}", #"\u{2066}a\u{2069}"#), ("a\u{2028}b", #"a\u{2028}b"#),
    ("a\u{E0041}", #"a\u{E0041}"#), ("a\r\nb", #"a\u{D}\u{A}b"#),
  ])
  func `what a terminal hides or acts on is shown`(text: String, expected: String) {
    #expect(visible(text) == expected)
  }

  @Test func `a joiner is spelling after an Arabic letter only`() {
    #expect(visible("ad\u{200C}min") == #"ad\u{200C}min"#)
    #expect(visible("\u{200D}می") == #"\u{200D}می"#)
    #expect(visible("می\u{200C}\u{200C}خواهم") == "می\u{200C}\\u{200C}خواهم")
    #expect(visible("٣\u{200C}٣") == "٣\\u{200C}٣")
  }
}
