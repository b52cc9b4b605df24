import Foundation
import Testing

/// Codes that a map names and the register lacks: told, and added where somebody wants it.
@Suite struct AddedCodeTests {
  let register: TemporaryRegister
  private var table: String { register.folder + "/log.csv" }
  private var map: String { register.folder + "/map.yml" }

  init() throws {
    register = try TemporaryRegister()
    try write(Self.rows, Self.map)
  }

  private static let rows = """
    No,Date,Place,Topic,Way,Text
    1,2024-03-11,Far well,noise,Radio,Loud
    2,2024-03-12,Far well,noise,Radio,Louder
    3,2024-03-13,Upper valley,,,Late

    """
  private static let map = """
    defaults: {category: minor, channel: web, language: en, unit: night}
    external: {prefix: t-, column: No}
    columns:
      - {column: Date, as: coded, to: received, format: iso8601}
      - {column: Place, as: coded, to: area, values: {Far well: far-well, Hill: hill, Upper valley: A01}}
      - {column: Topic, as: coded, to: theme, values: {noise: noise-night}}
      - {column: Way, as: coded, to: channel, values: {Radio: radio}}
      - {column: Text, as: text, to: narrative}

    """

  private func write(_ rows: String, _ map: String) throws {
    try Data(rows.utf8).write(to: URL(fileURLWithPath: table))
    try Data(map.utf8).write(to: URL(fileURLWithPath: self.map))
  }

  private func importing(_ options: String) throws -> Result {
    try register.run("import csv \(table) --map \(map) \(options)", as: "omar")
  }

  private func codes(_ list: String) throws -> [String] {
    try register.done("codes \(list) --json").json.list.compactMap { $0["code"].text }
  }

  @Test func `they are listed first in the trial, and added before the cases`() throws {
    let list = """
      4 codes would be added to the register:
        theme noise-night: noise (2 rows)
        channel radio: Radio (2 rows)
        area far-well: Far well (2 rows)
        unit night: night
      3 rows in the table

      """
    let trial = try importing("--add-codes --dry-run")
    #expect(trial.status == 0 && trial.output.hasPrefix(list), "\(trial)")
    #expect(try !codes("areas").contains("far-well"))

    let done = try importing("--add-codes")
    #expect(
      done.output.hasPrefix(list.replacing("would be added", with: "added")), "\(done)")
    #expect(done.output.contains("3 cases imported"))
    #expect(try codes("areas").last == "far-well")
    #expect(try codes("themes").last == "noise-night")
    #expect(try register.done("list --area far-well --json").json.list.count == 2)
    #expect(
      try register.git("log", "--format=%s", "-3").output
        == "Import: 3 cases\nconfiguration: categories.yml\nconfiguration: areas.yml\n")
    #expect(try register.done("check").output.hasPrefix("everything is in order"))

    let again = try importing("--add-codes")
    #expect(again.output.hasPrefix("3 rows in the table\nnothing new"), "\(again)")
  }

  @Test func `without the option one line says that it would add them`() throws {
    try write(Self.rows, Self.map.replacing(", unit: night", with: ""))
    let trial = try importing("--dry-run")
    #expect(trial.status == 1)
    #expect(
      trial.output.hasPrefix(
        "3 codes of the map not in the register: theme noise-night, channel radio, area far-well; "
          + "--add-codes adds them\n"), "\(trial)")
    #expect(trial.errors.contains("let --add-codes add it to cases/areas.yml"), "\(trial)")
  }

  @Test func `while a row is refused, no code is added`() throws {
    try write(Self.rows + "4,soon,Far well,noise,Radio,Dark\n", Self.map)
    let refused = try importing("--add-codes")
    #expect(refused.status == 1 && refused.output.contains("4 codes would be added"), "\(refused)")
    #expect(try !codes("areas").contains("far-well"))
    #expect(try importing("--add-codes --skip-bad").output.contains("3 cases imported"))
    #expect(try codes("areas").contains("far-well"))
  }

  @Test func `only what cases have that come in is added`() throws {
    _ = try importing("--add-codes")
    try write(
      Self.rows.replacing("1,2024-03-11,Far well", with: "1,2024-03-11,Hill")
        + "4,soon,Mill,,,Dark\n",
      Self.map.replacing("Hill: hill,", with: "Hill: hill, Mill: mill,"))
    let told = try importing("--add-codes --skip-bad")
    #expect(!told.output.contains("added to the register"), "\(told)")
    #expect(try codes("areas").allSatisfy { $0 != "hill" && $0 != "mill" })
    #expect(try importing("--add-codes --skip-bad --update").output.contains("area hill: Hill"))
    #expect(try codes("areas").contains("hill") && !codes("areas").contains("mill"))
  }

  @Test(arguments: [
    ("Far well: far-well", "Far well: Far Well", "“Far Well” is no code"),
    ("Radio: radio", "Radio: two words", "“two words” is no code"),
  ])
  func `what is no code is refused before anything`(
    old: String, new: String, words: String
  ) throws {
    try write(Self.rows, Self.map.replacing(old, with: new))
    for option in ["", "--dry-run"] {
      let refused = try importing("--add-codes " + option)
      #expect(refused.status == 1 && refused.errors.contains(words), "\(refused)")
      #expect(refused.output.isEmpty)
    }
    #expect(try !codes("themes").contains("noise-night"))
  }

  @Test func `a file of the configuration that stands open is not written over`() throws {
    let path = register.path + "/cases/areas.yml"
    let edited = try String(contentsOfFile: path, encoding: .utf8) + "# about to be edited\n"
    try edited.write(toFile: path, atomically: true, encoding: .utf8)
    let refused = try register.run(
      "import csv \(table) --map \(map) --add-codes --dry-run", as: "omar", checked: false)
    #expect(refused.status == 1 && refused.output.isEmpty, "\(refused)")
    #expect(refused.errors.contains("cases/areas.yml"), "\(refused)")
    #expect(try register.commit().subject.hasPrefix("configuration: "))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == edited)
  }

  @Test func `a category is never added by a list`() throws {
    try write(
      Self.rows,
      Self.map.replacing("category: minor", with: "category: noise"))
    let refused = try importing("--add-codes --dry-run")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("the register has no category “noise”"), "\(refused)")
  }
}
