import Foundation
import Testing

/// What another system's log had settled before it was taken over.
@Suite struct ImportedEndingTests {
  /// Brings complaints of February in two months later.
  private func importing(
    _ rows: [String], columns: [String], to register: TemporaryRegister
  ) throws {
    let names = ["No", "Date", "Type", "Text"] + columns
    var map = """
      defaults: {channel: sms, language: en}
      external: {prefix: log-, column: No}
      columns:
        - {column: Date, as: coded, to: received, format: [iso8601]}
        - {column: Type, as: coded, to: category}
        - {column: Text, as: text, to: narrative}

      """
    for name in columns {
      let isDay = name != "Outcome"
      map += "  - {column: \(name), as: coded, to: \(name.lowercased())"
      map += isDay ? ", format: [iso8601]}\n" : "}\n"
    }
    let table = ([names.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    try Data(table.utf8).write(to: URL(fileURLWithPath: register.folder + "/log.csv"))
    try Data(map.utf8).write(to: URL(fileURLWithPath: register.folder + "/log.csv.map.yml"))
    try register.done(
      "import csv \(register.folder)/log.csv --map \(register.folder)/log.csv.map.yml", as: "omar",
      now: "2026-04-20T09:00:00Z")
  }

  @Test(arguments: [
    [
      ["1,2026-02-03,minor,No shade.,2026-02-05,not-upheld"],
      ["2,2026-02-03,minor,No water.,2026-03-20,duplicate"],
      ["3,2026-02-03,minor,No bread.,2026-03-20,invalid"],
    ],
    [
      ["1,2026-02-03,minor,No shade.,2026-02-05,2026-02-05,not-upheld"],
      ["2,2026-02-03,minor,No water.,2026-03-19,2026-03-20,duplicate"],
      ["3,2026-02-03,minor,No bread.,2026-03-19,2026-03-20,invalid"],
    ],
  ])
  func `a late duplicate and an invalid one of a log are in no figure`(rows: [[String]]) throws {
    let register = try TemporaryRegister()
    let hasDecisions = rows[0][0].split(separator: ",").count == 7
    try importing(
      rows.flatMap(\.self), columns: (hasDecisions ? ["Decided"] : []) + ["Closed", "Outcome"],
      to: register)
    let stats = try register.done(
      "stats --json --as-of 2026-04-20", now: "2026-04-20T09:00:00Z"
    ).json
    #expect(stats["K05"]["denominator"] == 1 && stats["K05"]["numerator"] == 1)
    #expect(stats["K05b"]["denominator"] == 1 && stats["K07"]["denominator"] == 1)
    #expect(stats["set_aside"].list.count == 2)
    #expect(stats["set_aside"].list.allSatisfy { $0["counted"] == .boolean(false) })
    // Nobody here saw the closing in time: it came in when the 15 days were over.
    #expect(stats["imported_in_time"].list.count == 1)
    #expect(stats["imported_in_time"][0]["on"] == "2026-04-20")
    #expect(stats["imported_in_time"][0]["cases"].list.count == 1)
    let text = try register.done("stats --as-of 2026-04-20", now: "2026-04-20T09:00:00Z").output
    #expect(text.contains("2026-04-20  1 case\n"), "\(text)")
    // Which case it repeats is told later, by one person: it was left out before.
    let list = try register.done("list --json").json.list
    let duplicate = try #require(list.first { $0["outcome"] == "duplicate" })["case"].text ?? ""
    let first = try #require(list.first { $0["outcome"] == "not-upheld" })["case"].text ?? ""
    let day = "2026-04-21T09:00:00Z"
    try register.done("link \(duplicate) --duplicate-of \(first)", as: "omar", now: day)
    try register.done("approve \(duplicate)", as: "huda", now: day)
    let after = try register.done("stats --json --as-of 2026-04-20").json
    #expect(after["K05"]["denominator"] == 1)
  }
}
