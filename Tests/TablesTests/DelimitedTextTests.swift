import Diagnostics
import Testing

@testable import Tables
import Text

@Suite struct DelimitedTextTests {
  private func parse(
    _ text: String, separator: CellSeparator? = nil, headerRow: Int = 1
  ) throws(Diagnostic) -> Table {
    try DelimitedText.parse(text, path: "t.csv", separator: separator, headerRow: headerRow)
  }

  private func rows(_ text: String, separator: CellSeparator = .comma) -> [TableRow] {
    var scanner = DelimitedScanner(separator: separator.byte)
    var rows: [TableRow] = []
    let bytes = text.utf8.span
    while let row = scanner.next(in: bytes) { rows.append(row) }
    return rows
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]), ("a,\n,b", [["a", ""], ["", "b"]]),
    ("\"a\"\"b\",c", [["a\"b", "c"]]), ("\"a,b\"", [["a,b"]]),
    ("\"a\r\nb\rc\nd\"", [["a\r\nb\rc\nd"]]),
    ("5\" pipe,x", [["5\" pipe", "x"]]), ("\"a\"b,c", [["ab", "c"]]), ("\"a\" ,c", [["a ", "c"]]),
    (" \"a\",b", [[" \"a\"", "b"]]), ("\"\"", [[""]]), ("\"\"\"\"", [["\""]]), ("", []),
    ("\n\n", []), (",", [["", ""]]), ("شكوى,دفتر", [["شكوى", "دفتر"]]), ("a\u{0}b", [["a\u{0}b"]]),
    ("\"a\"\"\"\"\"b\"x\"y", [["a\"\"b\"x\"y"]]),
  ])
  func `rows and cells are cut`(text: String, cells: [[String]]) {
    #expect(rows(text).map(\.cells) == cells)
  }

  @Test func `rows count as in a spreadsheet, lines as in the file`() throws {
    let table = try parse("sep=;\r\na;b\r\n\r\n\"x\r\ny\";2\r\n;\r\n3;4\r\n")
    #expect(table.separator == .semicolon)
    #expect(table.rows.map(\.number) == [3, 5])
    #expect(table.rows.map(\.line) == [4, 7])
    #expect(table.rows.map { $0[0] } == ["x\r\ny", "3"])
  }

  @Test(arguments: [
    ("a,b,c\n1,2,3\n", CellSeparator.comma), ("a;b\n\"1,5\";2\n1,5;2,5\n", .semicolon),
    ("a\tb\n1,2\t3\n", .tab), ("a|b\n1|2\n", .bar), ("one\n1,2\n", .comma), ("", .comma),
    ("\"what, where\";\"who\"\n\"a, b; c\";\"d\"\n", .semicolon),
    ("name,text\nx,a; b; c\ny,\"d; e\"\n", .comma),
  ])
  func `the separator is found`(text: String, separator: CellSeparator) {
    #expect(detectSeparator(text.utf8.span, from: 0, headerRow: 1) == separator)
  }

  @Test func `the header may stand lower`() throws {
    let table = try parse("Report 2024, all sites\n\nid;text\n1;x\n", headerRow: 3)
    #expect(table.header == ["id", "text"])
    #expect(table.rows.map(\.number) == [4])
    let finding = #expect(throws: Diagnostic.self) { try parse("a\nb\n", headerRow: 7) }
    #expect(finding?.rule == "table.header")
  }

  @Test func `columns are found by name, repeated ones by number`() throws {
    let table = try parse("Date,\" Other\n  (please say) \",Date,x#1,Date,\n1,2,3,4,5,6\n")
    #expect(table.column("Date") == 0)
    #expect(table.column("Date#2") == 2)
    #expect(table.column("Date#3") == 4)
    #expect(table.column("Date#4") == nil)
    #expect(table.column("Date#0") == nil)
    #expect(table.column("x#1") == 3)
    #expect(table.column("Other (please  say)") == 1)
    #expect(table.column("date") == nil)
    for index in table.header.indices {
      #expect(table.name(ofColumn: index).flatMap { table.column($0) } == index)
    }
    #expect(table.name(ofColumn: 9) == nil)
  }

  @Test func `rows of another width are reported and can be read`() throws {
    let table = try parse("a,b\n1\n1,2,3\n1,2,\n1,2\n")
    #expect(
      table.findings.map(\.message) == [
        "row 2 has 1 cells, the header has 2", "row 3 has 3 cells, the header has 2",
      ])
    #expect(table.findings.allSatisfy { $0.severity == .warning && $0.rule == "table.ragged" })
    #expect(table.rows[0][1] == "" && table.rows[0][-1] == "")
    let many = try parse("a,b\n" + String(repeating: "1\n", count: 30))
    #expect(many.findings.count == 11)
    #expect(many.findings.last?.message.hasPrefix("20 more rows") == true)
  }

  @Test func `a quote that nothing closes is an error on its line`() {
    let finding = #expect(throws: Diagnostic.self) { try parse("a,b\n\"x\ny\",\"z\n1,2\n3,4\n") }
    #expect(finding?.rule == "table.quote")
    #expect(finding?.location?.line == 3)
  }

  @Test func `no text stops the parser`() {
    var random = SeededGenerator(seed: 5)
    let alphabet = Array("a,;\t|\"\"\"\r\n\n ='ش\u{0}".unicodeScalars)
    for _ in 0..<5000 {
      let text = randomText(of: alphabet, &random)
      do {
        let table = try parse(text, headerRow: Int.random(in: 0...3, using: &random))
        #expect(table.rows.allSatisfy { $0.line >= $0.number && $0.number > 0 })
      } catch {
        #expect(error.rule == "table.quote" || error.rule == "table.header")
      }
    }
  }

  @Test(arguments: CellSeparator.allCases)
  func `what the machine writer writes is read back`(separator: CellSeparator) {
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("ab,;\t|\"\r\n =+sep\u{FEFF}ش".unicodeScalars)
    for _ in 0..<1000 {
      let table = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in randomText(of: alphabet, &random) }
      }
      var writer = DelimitedWriter(for: .machine, separator: separator)
      for row in table { writer.append(row) }
      let read = rows(writer.text, separator: separator).map(\.cells)
      #expect(read.map { $0.map { Array($0.utf8) } } == table.map { $0.map { Array($0.utf8) } })
    }
  }

  @Test func `what looks like an instruction at the beginning is read back as a cell`() throws {
    var writer = DelimitedWriter(for: .machine)
    writer.append(["sep=;", "b"])
    writer.append(["\u{FEFF}", "c"])
    let table = try parse(writer.text)
    #expect(table.header == ["sep=;", "b"])
    #expect(table.rows.map(\.cells) == [["\u{FEFF}", "c"]])
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-cmd", "'-cmd"), ("+cmd|x", "'+cmd|x"),
    ("\tx", "'\tx"), ("＝1", "'＝1"), ("-5", "-5"), ("+963770123456", "+963770123456"),
    ("-1,5", "-1,5"), ("-1.5.2", "'-1.5.2"), ("-", "'-"), ("-1+1", "'-1+1"), ("a=b", "a=b"),
    ("", ""),
  ])
  func `no cell becomes a formula, and numbers stay numbers`(cell: String, expected: String) {
    var writer = DelimitedWriter(for: .spreadsheet, separator: .semicolon)
    writer.append(["x", cell])
    #expect(writer.text == "\u{FEFF}x;\(expected)\r\n")
  }

  @Test func `a cell that begins with a carriage return is neutralised and quoted`() {
    var writer = DelimitedWriter(for: .spreadsheet)
    writer.append(["x", "\r=1"])
    #expect(Array(writer.text.utf8) == Array("\u{FEFF}x,\"'\r=1\"\r\n".utf8))
  }

  private func randomText(
    of alphabet: [Unicode.Scalar], _ random: inout SeededGenerator
  ) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
    }
    return String(text)
  }
}
