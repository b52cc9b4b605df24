import Foundation
import Testing

/// How a person brings in a list of their own: what is found, shown, asked and refused.
@Suite struct ProposalTests {
  let register: TemporaryRegister
  private var table: String { register.folder + "/log.csv" }
  private var map: String { table + ".map.yml" }

  init() throws { register = try TemporaryRegister() }

  private func write(_ bytes: [UInt8], as name: String = "log.csv") throws {
    try Data(bytes).write(to: URL(fileURLWithPath: register.folder + "/" + name))
  }

  private func write(_ text: String) throws { try write(Array(text.utf8)) }

  private var hasMap: Bool { FileManager.default.fileExists(atPath: map) }

  private func mapText() throws -> String { try String(contentsOfFile: map, encoding: .utf8) }

  /// A log in windows-1252, with one letter that several pages read.
  private static let doubtful = Array("Date,Place\n2024-03-01,x".utf8) + [0xE9, 0x0A]

  @Test func `where letters do not tell, each reading is shown with the command for it`() throws {
    try write(Self.doubtful)
    let refused = try register.run("import csv \(table)", as: "omar", checked: false)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("windows-1252 reads “xé”"), "\(refused)")
    let command = try #require(
      refused.errors.replacing("\n", with: " ").firstMatch(of: /`daftar ([^`]+windows-1252)`/)?.1)
    #expect(!hasMap)
    let words = command.split(separator: " ").joined(separator: " ")
    let done = try register.done(words, as: "omar")
    #expect(done.output.contains("2024-03-01"))
    #expect(try mapText().contains("encoding: windows-1252"))
  }

  @Test func `options hold before the proposal`() throws {
    try write("x|y\nDate|Text\n2024-03-13|Late, again\n")
    try register.done("import csv \(table) --separator bar --header-row 2", as: "omar")
    let text = try mapText()
    #expect(text.contains("separator: bar\n"))
    #expect(text.contains("header-row: 2 "))
    #expect(text.contains("- column: \"Text\""))
  }

  @Test(arguments: [
    ("--encoding nonsense", "the encoding “nonsense” is not known"),
    ("--separator dot", "“dot” parts no cells"), ("--header-row 0", "“0” is no row"),
  ])
  func `an option that says nothing is refused`(option: String, words: String) throws {
    try write("Date\n2024-03-13\n")
    let refused = try register.run("import csv \(table) \(option)", as: "omar", checked: false)
    #expect(refused.status == 64)
    #expect(refused.errors.contains(words), "\(refused)")
    #expect(!hasMap)
  }

  @Test func `a table without names of columns is refused with its rows`() throws {
    try write("2024-03-13,34,Late\n2024-03-14,35,Dark\n")
    let refused = try register.run("import csv \(table)", as: "omar", checked: false)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("no row looks like the names of the columns"), "\(refused)")
    #expect(!hasMap)
  }

  @Test func `day or month first is refused until somebody decides`() throws {
    try write("No,Date,Text\n1,05/01/2022 12:00:00 AM,Late again\n2,06/01/2022 12:00:00 AM,Dark\n")
    let proposed = try register.done("import csv \(table)", as: "omar")
    #expect(proposed.output.contains("received 2022-01-05 or 2022-05-01"), "\(proposed)")
    let run = "import csv \(table) --map \(map) --dry-run"
    let refused = try register.run(run, as: "omar", checked: false)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("nobody has decided yet"), "\(refused)")
    let decided = try mapText().replacing(
      "format: undecided", with: "format: \"M/d/yyyy h:mm:ss a\"")
    try write(Array(decided.utf8), as: "log.csv.map.yml")
    let dry = try register.done(run, as: "omar")
    #expect(dry.output.contains("received 2022-05-01"), "\(dry)")
  }

  @Test func `the dry run shows the first cases, and nothing that would be sealed`() throws {
    try write(
      "No,Date,Text,Phone\n"
        + (1...5).map { "\($0),2024-03-1\($0),Late on day \($0),0933 555 12\($0)\n" }
        .joined())
    let proposed = try register.done("import csv \(table)", as: "omar")
    #expect(proposed.output.contains("row 2: received 2024-03-11"), "\(proposed)")
    #expect(proposed.output.contains("sealed: Phone"))
    #expect(!proposed.output.contains("row 5:"))
    let dry = try register.done("import csv \(table) --map \(map) --dry-run", as: "omar")
    #expect(dry.output.contains("log-3: category minor"), "\(dry)")
    #expect(dry.output.contains("text: “Late on day 3”"))
    #expect(!dry.output.contains("log-4:"))
    #expect(!(proposed.output + dry.output + dry.errors + proposed.errors).contains("555"))
  }

  @Test func `a value that is refused stands in one line with its rows`() throws {
    let kinds = ["minor", "Foo", "Bar"]
    try write("No,Date,Type\n" + (1...50).map { "\($0),2024-03-11,\(kinds[$0 % 3])\n" }.joined())
    try register.done("import csv \(table)", as: "omar")
    let refused = try register.run(
      "import csv \(table) --map \(map) --dry-run", as: "omar", checked: false)
    #expect(refused.status == 1)
    let lines = refused.errors.split(separator: "\n").filter { $0.contains("error:") }
    #expect(lines.count == 2, "\(refused)")
    #expect(
      refused.errors.contains(
        "column Type, rows 2, 5, 8 and 14 more: “Foo” is not a category that the map knows"),
      "\(refused)")
    #expect(try mapText().contains("# The codes: "))
    #expect(refused.output.contains("34 rows refused"), "\(refused)")
  }

  @Test(arguments: [
    ("{\"results\": [{\"_id\": 1}]}", "a JSON file"), ("%PDF-1.7\n", "a PDF document"),
    ("<?xml version=\"1.0\"?><a><b/></a>", "an XML file"), ("", "an empty file"),
    ("From: a@example.org\nTo: b@example.org\nSubject: x\n\nNo water\n", "an e-mail"),
    (
      "12/03/24, 10:15 - Sami: No water\n12/03/24, 10:16 - Office: Since when?\n",
      "the export of a chat"
    ),
    ("PK\u{3}\u{4}....xl/workbook.xml", "a workbook"), ("PK\u{3}\u{4}....a.txt", "a packed file"),
    ("GIF89a..", "a picture"),
  ])
  func `what is no table is refused by its name and gets no map`(
    content: String, name: String
  ) throws {
    try write(content)
    let refused = try register.run("import csv \(table)", as: "omar", checked: false)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("this is \(name), not a table of text"), "\(refused)")
    #expect(!hasMap)
  }

  @Test func `titles, two rows of names and tags are found, and the refused rows fit the same map`()
    throws
  {
    try write(
      """
      Complaints of the north,,,
      ,,,
      No,Date,Person,
      ,,Sex,Text
      #meta+id,#date,#meta+sex,#text
      1,2024-03-11,Female,Late
      2,2024-03-12,Male,Dark
      3,soon,Male,Cold

      """)
    let proposed = try register.done("import csv \(table)", as: "omar")
    #expect(proposed.output.contains("row 3 names the columns"), "\(proposed)")
    let text = try mapText()
    #expect(text.contains("header-row: 3 ") && text.contains("first-row: 6 "))
    #expect(text.contains("- column: \"Person / Sex\""))
    let taken = try register.run(
      "import csv \(table) --map \(map) --skip-bad", as: "omar", checked: false)
    #expect(taken.output.contains("2 cases imported"), "\(taken)")
    let again = try register.run(
      "import csv \(table).refused.csv --map \(map) --dry-run", as: "omar", checked: false)
    #expect(again.output.contains("1 row in the table"), "\(again)")
    #expect(again.errors.contains("“soon” is not a date"), "\(again)")
  }
}
