import Diagnostics
import Testing

@testable import CaseFormat

@Suite struct NormalisationTests {
  @Test(
    arguments: [
      ("e\u{301}", [0xE9]), ("A\u{30A}", [0xC5]), ("\u{212B}", [0xC5]),
      ("\u{627}\u{653}", [0x622]), ("\u{64A}\u{654}", [0x626]), ("\u{627}\u{655}", [0x625]),
      ("\u{1100}\u{1161}\u{11A8}", [0xAC01]), ("\u{435}\u{308}", [0x451]),
      ("q\u{323}\u{307}", [0x71, 0x323, 0x307]), ("q\u{307}\u{323}", [0x71, 0x323, 0x307]),
      ("\u{FB01}", [0xFB01]), ("\u{958}", [0x915, 0x93C]), ("a\u{200C}b", [0x61, 0x200C, 0x62]),
      ("", []),
    ] as [(String, [UInt32])])
  func `texts are composed`(text: String, scalars: [UInt32]) {
    #expect(nfc(text).unicodeScalars.map(\.value) == scalars)
    #expect(nfc(nfc(text)).unicodeScalars.map(\.value) == scalars)
  }

  @Test(arguments: [
    ("a\r\nb\rc\n", "a\nb\nc"), ("\n \n\t\na  \n\nb\n\n", "a  \n\nb"), ("", ""), (" \n ", ""),
    ("  a", "  a"), ("a  ", "a  "), ("\u{FEFF}a", "a"), ("شكوى\r\n\r\n", "شكوى"), ("\r\r\na", "a"),
    ("اتصل \u{200E}0770\u{200E}", "اتصل \u{200E}0770\u{200E}"),
  ])
  func `a text is brought to the form that is kept`(text: String, expected: String) throws {
    let kept = try normalisedText(text, path: "-")
    #expect(Array(kept.utf8) == Array(expected.utf8))
    #expect(try Array(normalisedText(kept, path: "-").utf8) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("a\nشb\u{0}", 2, 3), ("\u{202E}", 1, 1), ("a\u{2069}", 1, 2), ("a\u{1B}[m", 1, 2),
    ("a\u{FEFF}", 1, 2), ("\r\n\r\n\u{85}", 3, 1), ("x\u{FFFF}", 1, 2),
  ])
  func `what nobody sees is refused with its place`(text: String, line: Int, column: Int) {
    let finding = #expect(throws: Diagnostic.self) { try normalisedText(text, path: "text") }
    #expect(finding?.rule == "text.character")
    #expect(finding?.location == SourceLocation(path: "text", line: line, column: column))
  }
}
