import Foundation
import Testing

/// A list that is exported again and again, as somebody imports it at a terminal.
@Suite struct ImportUpdateTests {
  private static let map = """
    defaults: {channel: sms, language: en}
    external: {prefix: log-, column: No}
    columns:
      - {column: Date, as: coded, to: received}
      - {column: Type, as: coded, to: category}
      - {column: Closed, as: coded, to: closed}
      - {column: Text, as: text, to: narrative}
      - {column: Phone, as: private}

    """
  private static let head = "No,Date,Type,Closed,Text,Phone\n"
  private static let first = [
    "1,2026-10-03,minor,,No shade.,0900 000 001", "2,2026-10-04,minor,,No water.,0900 000 002",
    "3,2026-10-05,minor,,No bread.,0900 000 003", "4,2026-10-06,minor,,No light.,",
  ]
  /// One closed since, one of another kind, one gone, one new.
  private static let second = [
    "1,2026-10-03,minor,2026-10-12,No shade.,0900 000 001",
    "2,2026-10-04,major,,No water.,0900 000 002", "3,2026-10-05,minor,,No bread.,0900 000 004",
    "5,2026-10-07,minor,,No school.,",
  ]

  private static func write(_ rows: [String], map: String = Self.map, in folder: String) throws {
    let table = head + rows.joined(separator: "\n") + "\n"
    try Data(table.utf8).write(to: URL(fileURLWithPath: folder + "/log.csv"))
    try Data(map.utf8).write(to: URL(fileURLWithPath: folder + "/log.yml"))
  }

  @Test func `a newer export is told on one screen, and taken when it is asked for`() throws {
    let team = try SealedTeam()
    let (folder, omar) = (team.register.folder, team.seat("omar"))
    let line = "import csv ../log.csv --map ../log.yml"
    try Self.write(Self.first, in: folder)
    try omar.done(line)
    try Self.write(Self.second, in: folder)
    let listed = try omar.run(line)
    #expect(listed.status == 1)
    #expect(
      listed.output == """
        4 rows in the table
        1 case imported (1 event)
        3 rows changed since, listed and not taken: --update records them:
          Closed: (empty) → 2026-10-12 (row 2)
          Type: minor → major (row 3)
          priority: normal → high (row 3)
          the telephone number: differs from what the case holds (row 4)
        1 row of earlier imports not in the table any more; nothing is deleted: log-4

        """, "\(listed)")
    #expect(!listed.errors.contains("0900"))
    let trial = try omar.done(line + " --update --dry-run")
    #expect(trial.output.contains("3 rows updated if this were no trial:\n"), "\(trial)")
    let taken = try omar.done(line + " --update")
    #expect(
      taken.output.contains("no new case\n1 row imported before\n3 rows updated:\n"), "\(taken)")
    #expect(try omar.done(line).output.contains("4 rows imported before\n"))
    let list = try omar.done("list --json").json.list
    #expect(list.map { $0["external"].text }.count == 5)
    let closed = try #require(list.first { $0["external"] == "log-1" })
    #expect(closed["state"] == "closed" && closed["closed"] == "2026-10-12")
    let third = try #require(list.first { $0["external"] == "log-3" })["case"].text ?? ""
    #expect(try omar.done("contact \(third)").output.contains("phone: 0900 000 004\n"))
    try omar.done("check")
  }

  @Test func `programs get every change`() throws {
    let team = try SealedTeam()
    let (folder, omar) = (team.register.folder, team.seat("omar"))
    try Self.write(Self.first, in: folder)
    try omar.done("import csv ../log.csv --map ../log.yml")
    try Self.write(Self.second, in: folder)
    let report = try omar.run("import csv ../log.csv --map ../log.yml --dry-run --json").json
    #expect(report["updated"] == 0)
    #expect(report["changes"].list.map { $0["fate"].text } == ["waits", "waits", "waits", "waits"])
    #expect(report["changes"][1]["old"] == "minor" && report["changes"][1]["new"] == "major")
    #expect(report["changes"][3]["old"].text == nil && report["changes"][3]["row"] == 4)
    #expect(report["vanished"].list.map { $0["external"].text } == ["log-4"])
  }

  @Test func `a correction for which two people are needed is left`() throws {
    let register = try TemporaryRegister()
    try Self.write(Self.first, in: register.folder)
    let line = "import csv ../log.csv --map ../log.yml"
    try register.done(line, as: "omar")
    try Self.write(
      ["1,2026-10-03,information,,No shade.,"] + Self.first.dropFirst(), in: register.folder)
    let result = try register.done(line + " --update", as: "omar")
    #expect(
      result.output.contains(
        "left as the register has it, with --update too:\n  Type: minor → information (row 2): "),
      "\(result)")
    #expect(try register.done("list --json").json.list.allSatisfy { $0["category"] == "minor" })
  }

  @Test func `refused rows are told by kind, not by cell`() throws {
    let register = try TemporaryRegister()
    let rows = (1...20).map { "\($0),2026-10-03,\($0 > 10 ? "rats" : "mice"),,No shade.," }
    try Self.write(rows, in: register.folder)
    let result = try register.run("import csv ../log.csv --map ../log.yml", as: "omar")
    #expect(result.status == 1)
    let told = result.errors.split(separator: "\n").filter {
      $0.contains(" error: column Type, rows ")
    }
    #expect(told.count == 2, "\(result)")
    #expect(result.errors.contains("column Type, rows 2, 3, 4 and 7 more: “mice”"), "\(result)")
  }

  @Test func `a list that says closed without a day leaves nothing open, and no figure worse`()
    throws
  {
    let register = try TemporaryRegister()
    try register.done("upgrade --yes", as: "huda")
    let map = Self.map.replacing(
      "{column: Closed, as: coded, to: closed}",
      with: "{column: Closed, as: coded, to: state, values: {yes: closed, no: open}}")
    let rows = (1...12).map { "\($0),2026-10-0\($0 % 9 + 1),minor,\($0 > 10 ? "no" : "yes"),Dry.," }
    try Self.write(rows, map: map, in: register.folder)
    let result = try register.done("import csv ../log.csv --map ../log.yml", as: "omar")
    #expect(result.output.contains("12 cases imported (22 events)"), "\(result)")
    let stats = try register.done("stats --json --as-of 2026-11-21").json
    #expect(stats["K09"]["value"] == 2 && stats["K10"]["denominator"] == 2)
    #expect(stats["K05"]["denominator"] == 2 && stats["K07"]["denominator"] == 2)
    #expect(stats["closed_on_unknown_day"] == 10)
    let text = try register.done("stats --as-of 2026-11-21").output
    #expect(text.contains("closed on an unknown day 10: closed, and in no duration"), "\(text)")
    let list = try register.done("list --json").json.list
    #expect(list.count { $0["closed"] == "unknown" } == 10)
    try register.done("check")
  }
}
