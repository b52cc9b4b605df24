import Text
import CaseFormat
import Testing

@Suite struct WordFoldingTests {
  @Test(arguments: [
    ("Left OFF the List, twice!", ["left", "off", "the", "list", "twice"]),
    (
      "Éclair naïve Straße Œuvre Łódź Nguyễn",
      ["eclair", "naive", "strasse", "oeuvre", "lodz", "nguyen"]
    ),
    ("ÉÈ", ["ee"]),
    ("أحمد إلى آخر ٱلكتاب", ["احمد", "الي", "اخر", "الكتاب"]),
    ("مدرسة مؤسسة مستشفى شيئاً", ["مدرسه", "موسسه", "مستشفي", "شييا"]),
    ("الشَّكْوَى ـــ شكـــوى", ["الشكوي", "شكوي"]),
    ("کتاب‌های فارسی", ["كتابهاي", "فارسي"]),
    ("٠١٢٣ ۴۵۶۷ 89", ["0123", "4567", "89"]),
    ("Ёлка ёж Йод", ["елка", "еж", "йод"]),
    ("Қазақстан ҰЙЫМ Ғылым өңір", ["қазақстан", "ұйым", "ғылым", "өңір"]),
    ("\u{FEB7}\u{FEDC}\u{FEEE}\u{FEEF} \u{FEFB}", ["شكوي", "لا"]),
    ("in\u{200B}vis\u{AD}ible\u{200F}", ["invisible"]),
    ("2611-7KQ4-M2XC", ["2611", "7kq4", "m2xc"]),
    ("«شكوى»، ثانية؟ (نعم)", ["شكوي", "ثانيه", "نعم"]),
    ("…—!", []), ("", []), (" \n", []),
  ])
  func `words are folded`(text: String, words: [String]) {
    #expect(FoldedText(text).words == words)
  }

  @Test(arguments: [
    ("\u{627}\u{654}حمد", "أحمد"), ("e\u{301}cole", "école"), ("и\u{306}од", "йод"),
    ("И\u{306}ОД", "йод"), ("е\u{308}ж", "ёж"), ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"),
    ("α\u{301}", "ά"), ("і\u{308}", "ї"), ("\u{6D5}\u{654}", "ۀ"), ("A\u{30A}", "\u{212B}"),
    ("v\u{323}\u{302}", "v\u{302}\u{323}"), ("æ\u{304}", "ǣ"),
  ])
  func `composed and decomposed spellings are the same`(one: String, other: String) {
    #expect(FoldedText(one, composing: nfc) == FoldedText(other, composing: nfc))
  }

  @Test(arguments: [("йод", "иод"), ("қазақ", "казак"), ("ءab", "ab"), ("өз", "оз"), ("ұн", "ун")])
  func `letters that tell words apart stay`(one: String, other: String) {
    #expect(FoldedText(one) != FoldedText(other))
  }

  @Test func `a query matches when each word is a part of some word`() {
    func matches(_ text: String, _ words: [String]) -> Bool {
      FoldedText(text).matches(FoldedText(words.joined(separator: " ")))
    }
    let text = "وبالشكوى من التوزيع في الموقع 4, SITE four"
    #expect(matches(text, ["شكوي"]))
    #expect(matches(text, ["توزيع", "site"]))
    #expect(matches(text, ["٤"]))
    #expect(matches(text, []))
    #expect(matches(text, ["…"]))
    #expect(!matches(text, ["توزيع", "site4"]))
    #expect(!matches(text, ["من التوزيعات"]))
    #expect(!matches(text, ["sitefour"]))
    #expect(!matches("", ["a"]))
    #expect(matches("aab", ["ab"]))
  }

  @Test func `folding what is folded changes nothing, for every scalar`() {
    for value in UInt32(0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = FoldedText(String(scalar), composing: nfc)
      let again = FoldedText(once.words.joined(separator: " "), composing: nfc)
      #expect(once == again, "U+\(String(value, radix: 16))")
    }
  }
}
