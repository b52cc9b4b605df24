import Diagnostics
import Testing

@testable import Tables

/// Every letter of a table comes in as it was, whatever program saved it.
@Suite struct EncodingTests {
  struct Saved: CustomTestStringConvertible, Sendable {
    let language: String
    let text: String
    let page: Page
    var testDescription: String { "\(language) in \(page.rawValue)" }
  }

  private static let texts: KeyValuePairs = [
    "English": Letters.english, "French": Letters.french, "Spanish": Letters.spanish,
    "Arabic": Letters.arabic, "Russian": Letters.russian, "Turkish": Letters.turkish,
    "Polish": Letters.polish,
  ]

  /// Each language in each page that has all its letters.
  static let saved: [Saved] = texts.flatMap { language, text in
    Page.allCases.compactMap { page in
      // The typographic marks that a page lacks are what a program of its time would have saved.
      let plain = [Page.latin1, .isoCyrillic, .isoArabic, .koi8r].contains(page)
      let written = plain ? Self.plain(text) : text
      return page.bytes(written) == nil
        ? nil : Saved(language: language, text: written, page: page)
    }
  }

  private static func plain(_ text: String) -> String {
    text.replacing("’", with: "'").replacing("“", with: "\"").replacing("”", with: "\"")
      .replacing("–", with: "-").replacing("…", with: "...").replacing("œ", with: "oe")
  }

  @Test func `the texts are there in every page that they can be written in`() {
    #expect(Set(Self.saved.map(\.page)) == Set(Page.allCases))
    #expect(Self.saved.count { $0.language == "Arabic" } == 5)
    #expect(Self.saved.count { $0.language == "Russian" } == 6)
    #expect(Self.saved.count { $0.language == "Turkish" } == 4)
  }

  @Test(arguments: saved)
  func `a text is read letter by letter`(saved: Saved) throws {
    let bytes = try #require(saved.page.bytes(saved.text))
    let read = try TableDecoder.decode(bytes.span, path: "t.csv", languages: ["en", "ar", "ru"])
    #expect(Array(read.text.unicodeScalars) == Array(saved.text.unicodeScalars))
    let named = try #require(TextEncoding(named: saved.page.rawValue))
    let again = try TableDecoder.decode(bytes.span, path: "t.csv", as: named)
    #expect(again.text == saved.text)
    #expect(!again.isGuess)
  }

  @Test func `the example of the fault is read as French`() throws {
    let bytes = try #require(Page.windows1252.bytes("Texte\nÉcole, être, à Goma\n"))
    let read = try TableDecoder.decode(bytes.span, path: "t.csv", languages: ["ar", "en"])
    #expect(read.text == "Texte\nÉcole, être, à Goma\n")
    #expect(read.encoding == .windows1252)
  }

  @Test func `an English text with one mark needs no question`() throws {
    let bytes = try #require(Page.windows1252.bytes("Text\nWe don’t know\n"))
    let read = try TableDecoder.decode(bytes.span, path: "t.csv", languages: ["ar"])
    #expect(read.text == "Text\nWe don’t know\n")
  }

  @Test func `where two pages read words, both are offered and none is taken`() throws {
    // One letter alone: é, й, И, щ.
    let bytes: [UInt8] = Array("x\n".utf8) + [0xE9, 0x0A]
    let readings = TableDecoder.doubtfulReadings(bytes.span, languages: [])
    #expect(readings.count > 1)
    #expect(Set(readings.map(\.text)).count == readings.count)
    let refusal = #expect(throws: Diagnostic.self) {
      try TableDecoder.decode(bytes.span, path: "t.csv")
    }
    #expect(refusal?.rule == "table.encoding-unclear")
    for reading in readings {
      let read = try TableDecoder.decode(bytes.span, path: "t.csv", as: reading.encoding)
      #expect(read.text == "x\n" + reading.text)
    }
  }

  @Test(arguments: [
    // Signs between words, as a program that lists things writes them.
    ("Water · food · tents\nRoad · 12 km² · 30°\nPost · desk\n", Page.koi8r),
    ("Weather: 30° in the shade\nRoom 12 · tent 4\nWell · tap · pump\n", .windows1251),
    ("Москва\n", .windows1251), ("Wein für alle\n", .windows1252), ("×,it's\n×,x\n", .windows1252),
  ])
  func `a few signs or a word are right or asked, and never read as other letters`(
    text: String, page: Page
  ) throws {
    let bytes = try #require(page.bytes(text))
    let languages = ["en", "ar", "ru"]
    let readings = TableDecoder.doubtfulReadings(bytes.span, languages: languages)
    guard readings.isEmpty else {
      #expect(readings.count > 1)
      return
    }
    #expect(try TableDecoder.decode(bytes.span, path: "t.csv", languages: languages).text == text)
  }

  @Test func `a mark that only the end of a long file has is seen`() throws {
    let text =
      String(repeating: "L’été à Pétionville, la clé, où étaient les élèves\n", count: 2_000)
      + "Place Boyer\u{200E}, rue de l’école\u{200E}\nPort\u{200E}, gare\u{200E}, tour\u{200E}\n"
    let bytes = try #require(Page.windows1256.bytes(text))
    let readings = TableDecoder.doubtfulReadings(bytes.span, languages: ["en"])
    let isAsked = readings.contains { $0.encoding == .windows1256 }
    let read = try? TableDecoder.decode(bytes.span, path: "t.csv", languages: ["en"])
    #expect(isAsked || read?.text == text)
  }

  @Test(arguments: ["windows-1252", "utf-8", "utf-16le"])
  func `nothing is asked where the encoding shows itself`(name: String) throws {
    let page = try #require(Page(rawValue: name))
    let bytes = try #require(page.bytes(Letters.french))
    #expect(TableDecoder.doubtfulReadings(bytes.span, languages: []).isEmpty)
  }

  @Test func `a few broken bytes in UTF-8 are named, and the file is not read as something else`() {
    let bytes = Array(Letters.russian.utf8) + [0x61, 0xE9, 0x0A]
    let refusal = #expect(throws: Diagnostic.self) {
      try TableDecoder.decode(bytes.span, path: "t.csv")
    }
    #expect(refusal?.rule == "table.encoding")
    #expect(refusal?.location == SourceLocation(path: "t.csv", line: 5, column: 2))
  }

  @Test(arguments: [
    ("UTF8", "utf-8"), ("cp1251", "windows-1251"), ("Windows-1256", "windows-1256"),
    ("1252", "windows-1252"), ("KOI8-R", "koi8-r"), ("utf-16", "utf-16le"),
    ("ISO 8859-6", "iso-8859-6"), ("iso8859-5", "iso-8859-5"), ("latin1", "iso-8859-1"),
    ("CP866", "cp866"), ("mac", "macintosh"), ("Shift_JIS", "shift_jis"), ("GB18030", "gb18030"),
    ("ARABIC", "arabic"),
  ])
  func `encodings are known by their usual names`(name: String, known: String) {
    #expect(TextEncoding(named: name)?.name == known)
  }

  @Test(arguments: ["", "windows-9999", "utf-8//IGNORE", "koi8-r//TRANSLIT", "../x", "кои8"])
  func `what iconv does not know, or would take as an order, is no encoding`(name: String) {
    #expect(TextEncoding(named: name) == nil)
  }

  @Test func `a page of several bytes is read when it is named`() throws {
    let named = try #require(TextEncoding(named: "gb18030"))
    // 中文 in GB 18030.
    let bytes: [UInt8] = [0xD6, 0xD0, 0xCE, 0xC4, 0x0A]
    #expect(try TableDecoder.decode(bytes.span, path: "t.csv", as: named).text == "中文\n")
  }
}
