import Diagnostics
@_spi(_Unicode) import Swift
import Testing
import Text

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

  @Test func `every character of Unicode 15 is composed as by the standard library`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), Composition.isAssigned(scalar) else { continue }
      let text = String(scalar)
      #expect(nfc(text).utf8.elementsEqual(reference(text).utf8), "\(codePoint(value))")
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `sequences are composed as by the standard library`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let marks =
      Array(0x300...0x36F) + Array(0x64B...0x65F) + [0x5B0, 0x93C, 0x1161, 0x11A8, 0x3099]
    let letters = [0x41, 0x65, 0x435, 0x627, 0x648, 0x64A, 0x915, 0x1100, 0x304B, 0xAC00, 0x1E0A]
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let pool = Bool.random(using: &generator) ? letters : marks
        if let value = pool.randomElement(using: &generator),
          let scalar = Unicode.Scalar(UInt32(value))
        {
          text.append(scalar)
        }
      }
      #expect(nfc(String(text)).utf8.elementsEqual(reference(String(text)).utf8))
    }
  }

  private func reference(_ text: String) -> String {
    var composed = String.UnicodeScalarView()
    composed.append(contentsOf: text._nfc)
    return String(composed)
  }

  @Test(arguments: ["\u{10D40}", "ab\n\u{1C8A}x", "\u{A7CB}"])
  func `a character that came after Unicode 15 is refused in a new text and kept in an old one`(
    text: String
  ) {
    let finding = #expect(throws: Diagnostic.self) { try normalisedText(text, path: "text") }
    #expect(finding?.rule == "text.character")
    #expect(finding?.message.contains("Unicode 15") == true)
    #expect(nfc(text) == text)
  }
}
