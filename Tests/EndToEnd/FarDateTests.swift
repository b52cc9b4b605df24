import Foundation
import Testing

/// A day of a far year is asked, or said to be meant.
@Suite struct FarDateTests {
  @Test(arguments: [
    "new --category minor --channel sms --language en --text Queue --received 1926-11-05",
    "new --category minor --channel sms --language en --text Queue --happened 1066-01-01",
    "amend CASE happened 1066-01-01 --reason Wrong", "note CASE --text Said --on 1989-05-01",
    "promise CASE --what Call --until 2046-01-01",
  ])
  func `it is refused with the word that says it is meant, and taken with it`(
    command: String
  ) throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.inProgress.id
    if command.hasPrefix("note") {
      try register.done(
        "amend \(id) received 1988-01-01 --reason Old --far-dates", as: "huda")
      try register.done("approve \(id) --proposal --far-dates", as: "karim")
    }
    let line = command.replacing("CASE", with: id)
    let refused = try register.run(line, as: "huda")
    #expect(refused.status == 1 && refused.errors.contains("add --far-dates"), "\(refused)")
    try register.done(line + " --far-dates", as: "huda")
  }

  @Test func `no option is named that a command does not have`() throws {
    let register = try TemporaryRegister(staged: ())
    #expect(try register.done("list --received-from 1985-01-01").output.contains("minor"))
    for command in ["stats --as-of 1985-01-01", "site build --internal --as-of 1985-01-01"] {
      let refused = try register.run(command)
      #expect(refused.status == 1 && refused.errors.contains("[date.year]"), "\(refused)")
      #expect(!refused.errors.contains("--far-dates"), "\(refused)")
    }
  }

  @Test(arguments: ["1448-06-09", "۱۴۰۵-۰۹-۰۸", "0026-11-20"])
  func `a day of our time in another calendar is refused all the same`(day: String) throws {
    let register = try TemporaryRegister()
    let refused = try register.run(
      "new --category minor --channel sms --language en --text Queue --far-dates --received \(day)",
      as: "huda")
    #expect(refused.status == 1 && refused.errors.contains("did you mean"), "\(refused)")
  }

  @Test(arguments: [true, false])
  func `on a terminal it is asked`(isMeant: Bool) throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.inProgress.id
    let terminal = try Terminal(
      "amend \(id) happened 1926-11-05 --reason Wrong", in: register, as: "huda")
    try terminal.wait(for: "Is that day meant? (y/n) ")
    try terminal.type(isMeant ? "y" : "n")
    #expect(try terminal.end() == (isMeant ? 0 : 1))
    #expect(try register.json(id)["happened"].text == (isMeant ? "1926-11-05" : nil))
  }

  @Test(arguments: ["from: 1926-11-05", "to: 9999-12-31", "to: 1448-06-09"])
  func `so it is in the roster`(line: String) throws {
    let register = try TemporaryRegister()
    try register.edit("cases/team.yml") {
      $0.replacing("  - id: sami\n", with: "  - id: sami\n    \(line)\n")
    }
    let refused = try register.run("adopt team.yml", as: "huda", checked: false)
    #expect(refused.status == 1 && refused.errors.contains("[date.year]"), "\(refused)")
    #expect(refused.errors.contains("sami"), "\(refused)")
    let meant = try register.run("adopt team.yml --far-dates", as: "huda", checked: false)
    // A Hijri year is never meant as a year of ours.
    #expect(meant.status == (line.contains("1448") ? 1 : 0), "\(meant)")
  }

  @Test func `so it is in an import`() throws {
    let register = try TemporaryRegister()
    let (table, map) = (register.folder + "/old.csv", register.folder + "/old.map.yml")
    try "ID,Date,Text\n1,1926-11-05,The tap is dry.\n"
      .write(toFile: table, atomically: false, encoding: .utf8)
    try """
    defaults: {language: en, category: minor, channel: letter}
    external: {prefix: old-, column: "ID"}
    columns:
      - {column: "Date", as: coded, to: received, format: "iso8601"}
      - {column: "Text", as: text, to: narrative}

    """.write(toFile: map, atomically: false, encoding: .utf8)
    let line = "import csv \(table) --map \(map)"
    let refused = try register.run(line, as: "huda")
    #expect(refused.status == 1 && refused.errors.contains("add --far-dates"), "\(refused)")
    try register.done(line + " --far-dates", as: "huda")
    #expect(try register.done("list --json").json[0]["received"] == "1926-11-05")
  }
}
