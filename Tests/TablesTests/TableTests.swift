import Diagnostics
import Testing

@testable import Tables

/// A table out of rows from any source.
@Suite struct TableTests {
  private let rows = [
    TableRow(number: 1, cells: ["Register of 2024"]),
    TableRow(number: 3, cells: ["Date", "Person", "", "Text"]),
    TableRow(number: 4, cells: ["", "Sex", "Age", "Text"]),
    TableRow(number: 5, cells: ["#date+received", "#meta+sex", "", "#text"]),
    TableRow(number: 6, cells: ["2024-03-01", "f", "34", "No water"]),
    TableRow(number: 8, cells: ["", "", "", ""]),
    TableRow(number: 9, cells: ["2024-03-02", "m"]),
  ]

  @Test func `a header of several rows joins their names, and tags are none`() throws {
    let table = try Table(rows, headerRow: 3, firstRow: 6, path: "t")
    #expect(table.header == ["Date", "Person / Sex", "Age", "Text"])
    #expect(table.rows.map(\.number) == [6, 9])
    #expect(table.firstRow == 6)
    #expect(table.findings.map(\.location?.line) == [9])
  }

  @Test func `without a first row the data begin below the header`() throws {
    let table = try Table(rows, headerRow: 3, path: "t")
    #expect(table.header == ["Date", "Person", "", "Text"])
    #expect(table.rows.map(\.number) == [4, 5, 6, 9])
    #expect(table.separator == .comma)
  }

  @Test func `a header that is not there is told`() {
    let refusal = #expect(throws: Diagnostic.self) { try Table(rows, headerRow: 2, path: "t") }
    #expect(refusal?.rule == "table.header")
  }

  @Test(arguments: [
    (["#org", "", "#adm1+name"], true), (["#date + received"], true), (["#1", "#2"], false),
    (["#", "x"], false), (["", ""], false), (["#org", "WASH"], false),
  ])
  func `tags are told from other words`(cells: [String], isOfTags: Bool) {
    #expect(TableRow(number: 1, cells: cells).isOfTags == isOfTags)
  }

  @Test(arguments: [
    ("Register\n\na;b,c;d\n1;2,5;3\n4;5,5;6\n", CellSeparator.semicolon),
    ("One long title, with a comma\na\tb\n1\t2\n3\t4\n", .tab),
  ])
  func `the separator is found below a title`(text: String, separator: CellSeparator) throws {
    #expect(try DelimitedText(text, path: "t").separator == separator)
  }
}
