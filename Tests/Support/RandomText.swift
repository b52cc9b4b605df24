internal import CaseFormat

/// Texts that a careless writer or reader of case files would spoil.
package enum RandomText {
  /// Lines that look like parts of the file itself, or that break when bytes are moved carelessly.
  package static let lines = [
    "", "", "plain words", "## ", "##", "#", "# title",
    "## 4t9qxb7m2ek8v0aw · note · rana · 2026-03-02",
    "### deeper", "#hash", "```", "```events", "````", "~~~", "~~~ x", "``", "\\#", "\\# x",
    "\\## y",
    "\\\\\\```", "\\", "\\\\", " # one", "  ## two", "   ``` three", "    ## four", "\t# tab",
    "#\ttab",
    "  \\~~~", "\\ #", "---", "case: 2611-7KQ4-M2XC", "- list", "*Sealed.*",
    "ends with two spaces  ",
    "ends with a tab\t", "   ", "{\"id\":\"4t9qxb7m2ek8v0aw\",\"n\":1,\"prev\":[]}",
    "\"quoted\" \\n",
    "لم نحصل على سلة الغذاء منذ شهر", "رقم الهاتف \u{200E}0770\u{200E}", "أربعة ## خمسة",
    "می\u{200C}خواهم",
    "Очень долго ждём", "q\u{323}\u{307} combining", "\u{301}begins with a mark", "#\u{301} x",
    "##\u{301}", "```\u{301}", "\\\u{301}# x", " \u{301}# x", "👩‍👩‍👧‍👦 🇸🇾", "a\u{A0}b",
  ]

  /// Returns a text of a few such lines, in the form in which the register keeps texts.
  package static func text(using generator: inout some RandomNumberGenerator) throws -> String {
    let count = Int.random(in: 1...6, using: &generator)
    let text = (0..<count).map { _ in lines.randomElement(using: &generator) ?? "" }
      .joined(separator: "\n")
    let kept = try normalisedText(text, path: "text")
    return kept.isEmpty ? "x" : kept
  }

  /// Returns a word that may stand in a single line of the front matter.
  package static func word(using generator: inout some RandomNumberGenerator) -> String {
    let words = [
      "rana", "SY0203", "yes", "no", "null", "~", "0770123456", "1e5", "0x1F", "1_000", "3.14", "-",
      "a: b", "a, b", "[x]", "{y}", "\"q\"", "it's", "#h", "a #h", " padded ", "\\n", "C:\\dir",
      "&a",
      "*a", "!t", "%d", "@x", "`y`", "? k", "- i", "=", "<<", "2026-11-02", "true", "نعم", "да",
      "q\u{323}",
      "x\u{200E}y", "12:30:45", ":", "a:", "---", "...", "|", ">", "\u{1F600}",
    ]
    return words.randomElement(using: &generator) ?? "x"
  }
}
