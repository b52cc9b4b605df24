import Diagnostics
import Testing

@testable import Exchange
import Text

@Suite struct TableDecoderTests {
  private static let arabic = """
    التاريخ;النص;الموقع
    2024-01-05;لم نستلم السلة الغذائية هذا الشهر، والموظف لم يرد على اتصالنا؛ نرجو المساعدة.;جرابلس
    2024-01-06;المياه غير صالحة للشرب في المخيم منذ أسبوع، وقد مرض ثلاثة أطفال؟;عفرين
    """
  private static let french =
    "Sujet;Texte\nPlainte;Le camp n'a pas été livré, les légumes étaient très abîmés\n"
  private static let russian = """
    Дата;Текст
    05.01.2024;Во дворе нашего дома уже третью неделю не вывозят мусор, просим принять меры.
    06.01.2024;На остановке «Школа № 5» сломана скамейка – дети стоят под дождём.
    """

  /// Encodes through the page's own table, read the other way round.
  private static func bytes(_ text: String, as encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf16LittleEndian: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1256, .windows1251, .koi8r:
      let page = encoding.codePage ?? []
      return text.unicodeScalars.map { scalar in
        if scalar.isASCII { return UInt8(scalar.value) }
        let place = page.firstIndex { UInt32($0) == scalar.value }
        return place.map { UInt8($0 + 0x80) } ?? UInt8(ascii: "?")
      }
    }
  }

  private func decode(
    _ bytes: [UInt8], as named: TextEncoding? = nil
  ) throws(Diagnostic) -> DecodedText {
    try TableDecoder.decode(bytes.span, path: "t.csv", as: named)
  }

  @Test(arguments: [
    (arabic, TextEncoding.utf8), (arabic, .utf16LittleEndian), (arabic, .utf16BigEndian),
    (arabic, .windows1256),
    (
      "ممتـــــــــــــــاز جـــــــدا ولكـــــــن قصـيـــــــر، والموظف محترم والوقت مناسب\n",
      .windows1256
    ),
    (french, .windows1256), (russian, .utf8), (russian, .windows1251),
    (russian, .koi8r),
    (russian, .utf16LittleEndian), (russian, .utf16BigEndian), ("a,b\n1,2\n", .utf8),
    ("a,b\n1,2\n", .utf16LittleEndian), ("ШАПКА,ТЕКСТ\nГРЯЗНАЯ ВОДА,НЕТ СВЕТА\n", .windows1251),
    ("ШАПКА,ТЕКСТ\nГРЯЗНАЯ ВОДА,НЕТ СВЕТА\n", .koi8r),
  ])
  func `the encoding is found, and named it gives the same`(
    text: String, encoding: TextEncoding
  ) throws {
    let bytes = Self.bytes(text, as: encoding)
    let page = encoding.codePage
    let expected = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isKnown = page?.contains { UInt32($0) == scalar.value } ?? true
          return scalar.isASCII || isKnown ? scalar : "?"
        }))
    let found = try decode(bytes)
    #expect(found.encoding == encoding)
    #expect(found.text == expected)
    #expect(found.isGuess == (encoding.codePage != nil))
    #expect(try decode(bytes, as: encoding).text == expected)
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
    for encoding in [TextEncoding.windows1256, .windows1251, .koi8r] {
      let page = try #require(encoding.codePage)
      #expect(page.count == 128)
      #expect(Set(page).count == 128)
    }
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
    arguments: [
      Array(
        "sch\u{F6}n,gr\u{FC}n,\u{D6}l,f\u{FC}r,K\u{F6}ln,\u{FC}ber,M\u{FC}ll,h\u{F6}ren,Stra\u{DF}e\n"
          .unicodeScalars.map { UInt8($0.value) }),
      [0x61, 0x2C, 0xE9, 0x0A], [0x80, 0x81, 0x82], [0xC3, 0x28], [0xFF],
    ] as [[UInt8]])
  func `letters that do not tell are no guess`(bytes: [UInt8]) {
    let finding = #expect(throws: Diagnostic.self) { try decode(bytes) }
    #expect(finding?.rule == "table.encoding-unclear")
  }

  @Test(arguments: [[0x50, 0x4B, 3, 4, 9], [0xD0, 0xCF, 0x11, 0xE0]] as [[UInt8]])
  func `a workbook is told from a table`(bytes: [UInt8]) {
    let finding = #expect(throws: Diagnostic.self) { try decode(bytes) }
    #expect(finding?.rule == "table.workbook")
  }

  @Test(arguments: [
    ("UTF8", TextEncoding.utf8), ("cp1251", .windows1251), ("Windows-1256", .windows1256),
    ("KOI8-R", .koi8r), ("utf-16le", .utf16LittleEndian),
  ])
  func `encodings are known by their usual names`(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(named: name) == encoding)
    #expect(TextEncoding(named: encoding.rawValue) == encoding)
    #expect(TextEncoding(named: "latin1") == nil)
  }

  @Test func `no bytes stop the decoder`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
        do {
          let text = try decode(bytes, as: encoding)
          #expect(encoding == nil || text.encoding == encoding)
        } catch {
          #expect(error.rule.hasPrefix("table."))
        }
      }
    }
  }
}
