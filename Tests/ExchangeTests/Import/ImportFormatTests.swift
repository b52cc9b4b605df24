import CaseVault
import CaseModel
import Diagnostics
import Exchange
import Register
import Testing

/// How tables are written, and how their cells become codes.
@Suite struct ImportFormatTests {
  static let arabic =
    "رقم;التاريخ;النص\r\n١;٠٣/٠٢/٢٠٢٤;لا يوجد ماء\r\n۲;۰۴/۰۲/۲۰۲۴;شكرا لكم على المساعدة\r\n"

  static let arabicMap = """
    defaults: {category: minor, channel: box, language: ar}
    external: {column: رقم}
    columns:
      - {column: التاريخ, as: coded, to: received, format: dd/MM/yyyy}
      - {column: النص, as: text, to: narrative}
    """

  @Test func `Arabic and Persian digits are numbers in dates and ids`() throws {
    let scene = try ImportScene()
    let plan = try scene.plan(Self.arabic, Self.arabicMap)
    #expect(plan.cases.map(\.registration.external) == ["1", "2"])
    #expect(plan.cases.map(\.registration.received.description) == ["2024-02-03", "2024-02-04"])
  }

  @Test(arguments: ["\u{FEFF}", ""], ["\n", "\r\n", "\r"])
  func `byte order marks and line ends change nothing`(mark: String, end: String) throws {
    let scene = try ImportScene()
    let text = mark + Self.arabic.replacing("\r\n", with: end)
    #expect(try scene.plan(text, Self.arabicMap).cases.count == 2)
  }

  @Test(arguments: [true, false])
  func `UTF-16 is read`(isLittle: Bool) throws {
    let scene = try ImportScene()
    let bytes = ("\u{FEFF}" + Self.arabic).utf16.flatMap { unit in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return isLittle ? [low, high] : [high, low]
    }
    #expect(try scene.plan(bytes, Self.arabicMap).cases.count == 2)
  }

  @Test(arguments: [("windows-1251", 0x80 as UInt8), ("koi8-r", 0)])
  func `a named encoding is used`(name: String, unused: UInt8) throws {
    let scene = try ImportScene()
    // “да” in each page.
    let word: [UInt8] = name == "koi8-r" ? [0xC4, 0xC1] : [0xE4, 0xE0]
    let table = Array("id,in,text\n1,2024-01-01,".utf8) + word + [0x0A]
    let map = """
      encoding: \(name)
      defaults: {category: minor, channel: box, language: ru}
      external: {column: id}
      columns: [{column: in, as: coded, to: received}, {column: text, as: text, to: narrative}]
      """
    #expect(try scene.plan(table, map).cases.first?.text == "да")
  }

  @Test func `times of day are of the map's zone, days of the register's`() throws {
    let scene = try ImportScene()
    let map = """
      zone: America/New_York
      defaults: {category: minor, channel: box, language: en}
      external: {column: id}
      columns: [{column: in, as: coded, to: received, format: [iso8601, yyyy-MM-dd HH:mm]}]
      """
    let table = """
      id,in
      evening,2024-01-10 20:00
      midnight,2024-01-10 00:00
      plain,2024-01-10
      offset,2024-01-10T23:30:00+03:00
      """
    let dates = try scene.plan(table, map).cases.map { $0.registration.received.description }
    #expect(dates == ["2024-01-11", "2024-01-10", "2024-01-10", "2024-01-10"])
  }

  @Test func `themes are split, ages become bands, text gets its labels`() throws {
    let scene = try ImportScene()
    let map = """
      defaults: {category: minor, channel: box, language: en}
      external: {column: id}
      columns:
        - {column: in, as: coded, to: received}
        - {column: about, as: coded, to: theme, split: " ", values: {Late: delay, Bad: quality}}
        - {column: years, as: coded, to: age}
        - {column: again, as: coded, to: repeat}
        - {column: Where, as: text}
        - {column: Head, as: text, to: title}
        - {column: Where#2, as: text, to: narrative}
      """
    let table =
      "id,in,about,years,again,Where,Head,Where\n1,2024-01-01,Late Bad Late,٣٥,yes,Well 3,  A\nB ,The tap\n"
    let quoted = table.replacing("  A\nB ", with: "\"  A\nB \"")
    let new = try #require(try scene.plan(quoted, map).cases.first)
    #expect(new.registration.themes == ["delay", "quality"])
    #expect(new.registration.complainant["age"] == "18-59")
    #expect(new.registration.isRepeated)
    #expect(new.registration.title == "A B")
    #expect(new.text == "The tap\n\n**Where:** Well 3")
  }

  @Test func `a map that does not fit the table is told so where it says it`() throws {
    let scene = try ImportScene()
    let map = ImportScene.map.replacing("column: Closed", with: "column: Closd")
    let error = #expect(throws: DiagnosticList.self) {
      try scene.plan("No,Date,Closed,Kind,Text,Phone\n", map)
    }
    let problem = try #require(error?.diagnostics.first)
    #expect(problem.rule == "import-map.column")
    #expect(problem.location?.line == 5)
    #expect(problem.hint == "did you mean “Closed”?")
  }

  @Test func `a default that the register does not have is refused`() throws {
    let scene = try ImportScene()
    let map = ImportScene.map.replacing("channel: box", with: "channel: bix")
    let error = #expect(throws: DiagnosticList.self) {
      try scene.plan("No,Date,Closed,Kind,Text,Phone\n", map)
    }
    #expect(error?.diagnostics.map(\.rule) == ["import-map.code"])
  }
}
