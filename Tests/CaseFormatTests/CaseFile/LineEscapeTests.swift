import TestSupport
import Testing

@testable import CaseFormat
import Text

@Suite struct LineEscapeTests {
  @Test(arguments: [
    ("## a", "\\## a"), ("# a", "\\# a"), ("#", "\\#"), ("##", "\\##"), ("#\ta", "\\#\ta"),
    ("###", "###"),
    ("#a", "#a"), ("##a", "##a"), ("```", "\\```"), ("```events", "\\```events"),
    ("````", "\\````"),
    ("``", "``"), ("~~~x", "\\~~~x"), ("~~", "~~"), ("   # a", "   \\# a"), ("    # a", "    # a"),
    ("\t# a", "\t# a"), ("\\# a", "\\\\# a"), ("\\\\## a", "\\\\\\## a"), ("\\```", "\\\\```"),
    ("\\x", "\\x"),
    ("\\", "\\"), ("  \\~~~", "  \\\\~~~"), ("\\ # a", "\\ # a"), ("a # b", "a # b"), ("", ""),
    (" ", " "),
    ("a\n# b\nc", "a\n\\# b\nc"), ("#\u{301} a", "#\u{301} a"), ("# \u{301}a", "\\# \u{301}a"),
    ("```\u{301}", "\\```\u{301}"), ("أ\n## ب", "أ\n\\## ب"), (" \u{301}# a", " \u{301}# a"),
  ])
  func `lines that look like the file's own get one backslash`(text: String, escaped: String) {
    #expect(Array(LineEscape.escaped(text).utf8) == Array(escaped.utf8))
    #expect(Array(LineEscape.unescaped(escaped).utf8) == Array(text.utf8))
  }

  @Test(arguments: Seeds.first(20))
  func `escaping is undone to the byte, and hides every line of the file's own`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    // The rule of the format, taken literally.
    let own = try Regex("^ {0,3}\\\\*(#{1,2}([ \\t]|$)|```|~~~)").matchingSemantics(.unicodeScalar)
    for _ in 0..<40 {
      let text = try RandomText.text(using: &random)
      let escaped = LineEscape.escaped(text)
      #expect(LineEscape.unescaped(escaped).utf8.elementsEqual(text.utf8))
      let lines = zip(text.split(separator: "\n"), escaped.split(separator: "\n"))
      for (line, escaped) in lines {
        let isOwn = line.firstMatch(of: own) != nil
        #expect(isOwn == !line.utf8.elementsEqual(escaped.utf8), "\(line)")
        #expect(!escaped.hasPrefix("## ") && !escaped.hasPrefix("```"))
      }
    }
  }
}
