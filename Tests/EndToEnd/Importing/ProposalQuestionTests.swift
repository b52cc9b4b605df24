import Foundation
import Testing

/// What a table does not tell is asked on a terminal.
@Suite struct ProposalQuestionTests {
  let register: TemporaryRegister
  private var table: String { register.folder + "/log.csv" }

  init() throws { register = try TemporaryRegister() }

  private func write(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: table))
  }

  private func map() throws -> String {
    try String(contentsOfFile: table + ".map.yml", encoding: .utf8)
  }

  @Test func `which letters are right`() throws {
    try write(Array("Date,Place\n2024-03-01,x".utf8) + [0xE9, 0x0A])
    let terminal = try Terminal("import csv \(table)", in: register, as: "omar")
    let asked = try terminal.wait(for: "number, or the name of another encoding: ")
    #expect(asked.contains("windows-1252") && asked.contains("xé"))
    try terminal.type("nonsense")
    try terminal.wait(for: "is no answer")
    try terminal.type("cp1252")
    #expect(try terminal.end() == 0)
    #expect(try map().contains("encoding: windows-1252"))
  }

  @Test func `which row names the columns`() throws {
    try write(Array("7,8,9\n2024-03-13,34,Late\n2024-03-14,35,Dark\n".utf8))
    let terminal = try Terminal("import csv \(table)", in: register, as: "omar")
    try terminal.wait(for: "number of the row: ")
    try terminal.type("١")
    #expect(try terminal.end() == 0)
    #expect(try map().contains("- column: \"7\""))
  }

  @Test(arguments: [
    ("1", "format: \"d/M/yyyy\"\n"), ("2", "format: \"M/d/yyyy\"\n"), ("", "format: undecided\n"),
  ])
  func `whether the day or the month comes first`(answer: String, line: String) throws {
    try write(Array("Date,Text\n01/02/2024,Late\n03/04/2024,Dark\n".utf8))
    let terminal = try Terminal("import csv \(table)", in: register, as: "omar")
    let asked = try terminal.wait(for: "nothing if you do not know: ")
    #expect(asked.contains("2024-02-01, the day first") && asked.contains("2024-01-02"))
    try terminal.type(answer)
    #expect(try terminal.end() == 0)
    #expect(try map().contains(line))
  }
}
