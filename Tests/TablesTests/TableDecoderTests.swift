import Diagnostics
import Testing

@testable import Tables
import Text

@Suite struct TableDecoderTests {
  private func decode(
    _ bytes: [UInt8], as named: TextEncoding? = nil
  ) throws(Diagnostic) -> DecodedText {
    try TableDecoder.decode(bytes.span, path: "t.csv", as: named)
  }

  @Test(arguments: [
    (
      "ممتـــــــــــــــاز جـــــــدا ولكـــــــن قصـيـــــــر، والموظف محترم والوقت مناسب\n",
      Page.windows1256
    ),
    ("ШАПКА,ТЕКСТ\nГРЯЗНАЯ ВОДА,НЕТ СВЕТА\n", .windows1251),
    ("ШАПКА,ТЕКСТ\nГРЯЗНАЯ ВОДА,НЕТ СВЕТА\n", .koi8r),
    ("a,b\n1,2\n", .utf8), ("a,b\n1,2\n", .utf16LittleEndian), ("a,b\n1,2\n", .utf16BigEndian),
    (
      "schön,grün,Öl,für,Köln,über,Müll,hören,Straße\nwir haben keine Hilfe und der Weg ist weit\n",
      .windows1252
    ),
  ])
  func `odd texts are found too`(text: String, page: Page) throws {
    let bytes = try #require(page.bytes(text))
    let found = try decode(bytes)
    #expect(found.text == text)
    #expect(found.encoding.name == page.rawValue)
    #expect(found.isGuess == ![Page.utf8, .utf16LittleEndian, .utf16BigEndian].contains(page))
  }

  @Test(arguments: [
    ([0xEF, 0xBB, 0xBF, 0xD8, 0xB4] as [UInt8], TextEncoding.utf8),
    ([0xFF, 0xFE, 0x34, 0x06], .utf16LittleEndian), ([0xFE, 0xFF, 0x06, 0x34], .utf16BigEndian),
  ])
  func `a byte order mark decides and is taken off`(bytes: [UInt8], encoding: TextEncoding) throws {
    #expect(try decode(bytes) == DecodedText(text: "ش", encoding: encoding, isGuess: false))
    #expect(try decode(bytes, as: encoding).text == "ش")
  }

  @Test func `every byte of the three pages is the character it should be`() throws {
    #expect(
      try decode([0xC7, 0xE1, 0x81, 0x90, 0x98, 0xFF], as: .windows1256).text == "الپگک\u{6D2}")
    #expect(try decode([0xC0, 0xFF, 0xA8, 0xB8, 0xB9], as: .windows1251).text == "АяЁё№")
    #expect(try decode([0xE1, 0xD1, 0xB3, 0xA3], as: .koi8r).text == "АяЁё")
  }

  @Test(arguments: [
    ([0x61, 0x0A, 0x62, 0x98] as [UInt8], TextEncoding.windows1251, 2, 2),
    ([0x61, 0x0A, 0xD8, 0xB4, 0xC3], .utf8, 2, 2),
    ([0x61, 0x00, 0x0A, 0x00, 0x00, 0xDC], .utf16LittleEndian, 2, 1),
    ([0x61, 0x00, 0x0A, 0x00, 0x00, 0xD8], .utf16LittleEndian, 2, 1),
    ([0x00, 0x61, 0x00], .utf16BigEndian, 1, 2),
  ])
  func `a byte without a character is an error with its place`(
    bytes: [UInt8], encoding: TextEncoding, line: Int, column: Int
  ) {
    let finding = #expect(throws: Diagnostic.self) { try decode(bytes, as: encoding) }
    #expect(finding?.rule == "table.encoding")
    #expect(finding?.location == SourceLocation(path: "t.csv", line: line, column: column))
  }

  @Test(
    arguments: [[0x61, 0x2C, 0xE9, 0x0A], [0xC3, 0x28], [0xFF]] as [[UInt8]])
  func `letters that do not tell are no guess`(bytes: [UInt8]) {
    let finding = #expect(throws: Diagnostic.self) { try decode(bytes) }
    #expect(finding?.rule == "table.encoding-unclear")
  }

  @Test func `no bytes stop the decoder`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<1000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      for encoding in [nil] + Page.allCases.map({ TextEncoding(named: $0.rawValue) }) {
        do {
          let text = try decode(bytes, as: encoding)
          #expect(text.isGuess == false || encoding == nil)
        } catch {
          #expect(error.rule.hasPrefix("table."))
        }
      }
    }
  }
}
