import Foundation
import Testing

/// Whoever changes what counts as a complaint does not change what was counted.
@Suite struct DefinitionTests {
  private static let late = "2026-12-01T09:00:00Z"

  /// The kind `minor` of the codes, by another meaning.
  private static func changed(_ text: String, _ change: String) -> String {
    let (old, new) =
      change == "none"
      ? ("complaint: yes", "complaint: no") : ("sensitivity: internal", "sensitivity: confidential")
    guard let start = text.range(of: "- code: minor\n"),
      let place = text.range(of: old, range: start.upperBound..<text.endIndex)
    else { return text }
    return text.replacingCharacters(in: place, with: new)
  }

  @Test(arguments: ["none", "sensitive"])
  func `a case keeps the meaning that its category had when it was registered`(
    change: String
  ) throws {
    let register = try TemporaryRegister()
    _ = try register.new("--received 2026-11-02", now: "2026-11-03T09:00:00Z")
    func share() throws -> [Int?] {
      let said = try register.done("stats --json --as-of 2026-12-31", now: "2027-01-05T09:00:00Z")
        .json
      return [said["K05"]["denominator"].integer, said["K05"]["numerator"].integer]
    }
    #expect(try share() == [1, 0])
    try register.edit("cases/categories.yml") { Self.changed($0, change) }
    let refused = try register.run(
      "adopt categories.yml", as: "omar", now: Self.late, checked: false)
    #expect(refused.status == 1 && refused.errors.contains("[team.settings]"), "\(refused)")
    try register.done("adopt categories.yml", as: "huda", now: Self.late)
    if change == "none" {
      _ = try register.new("--received 2026-12-02", now: "2026-12-03T09:00:00Z")
    }
    #expect(try share() == [1, 0])
    let page = try register.done("stats --as-of 2026-12-31", now: "2027-01-05T09:00:00Z").output
    #expect(page.contains("from 2026-12-01: minor is none; changed by Huda Mansour"), "\(page)")
    let said = try register.done("stats --json", now: Self.late).json["definition_changes"]
    #expect(said.list.count == 1 && said[0]["removed"][0].text == "minor")
    #expect(said[0]["on"].text == "2026-12-01" && said[0]["by"].text == "Huda Mansour")
  }

  @Test func `what was changed before there was a case changes nothing`() throws {
    let register = try TemporaryRegister()
    try register.edit("cases/categories.yml") { Self.changed($0, "none") }
    try register.done("adopt categories.yml", as: "nadia")
    _ = try register.new("--received 2026-11-02")
    let said = try register.done("stats --json --as-of 2026-12-01", now: Self.late).json
    #expect(said["K05"]["denominator"] == 0 && said["definition_changes"].list.isEmpty)
  }

  @Test func `what is new in the file is for everybody to add`() throws {
    let register = try TemporaryRegister()
    _ = try register.new()
    try register.edit("cases/categories.yml") { text in
      text.replacing(
        "categories:\n",
        with: "categories:\n  - {code: queue, group: complaints, complaint: yes, sensitivity: "
          + "internal, priority: normal, labels: {en: Queue, ar: صف, ru: Очередь}}\n",
        maxReplacements: 1)
    }
    try register.done("adopt categories.yml", as: "omar")
    let said = try register.done("stats --json --as-of 2026-12-01", now: Self.late).json
    #expect(said["definition_changes"].list.isEmpty)
  }

  @Test(arguments: [
    ("targets.yml", "limits:\n", "figures: {K05: {target: 20}}\nlimits:\n"),
    ("publication.yml", "", "threshold: 3\n"),
  ])
  func `targets and rules of publication are for those who answer for them`(
    name: String, old: String, new: String
  ) throws {
    let register = try TemporaryRegister()
    try register.edit("cases/" + name) { text in
      old.isEmpty
        ? text.replacing(#/(?m)^threshold:.*\n/#, with: "") + new : text.replacing(old, with: new)
    }
    let refused = try register.run("adopt \(name)", as: "omar", checked: false)
    #expect(refused.status == 1 && refused.errors.contains("[team.settings]"), "\(refused)")
    #expect(refused.errors.contains("instead of"), "\(refused)")
    try register.done("adopt \(name)", as: "huda")
  }

  @Test func `each change is said of who made it, and of nobody else`() throws {
    let team = try TeamCopies(["here", "there"])
    for copy in team.copies { try copy.done("sync") }
    try team[0].edit("cases/publication.yml", "\nwidth: 5", "\nwidth: 6")
    try team[0].done("adopt publication.yml")
    try team[0].edit("cases/publication.yml", "grace-days: 21", "grace-days: 99")
    try team[0].git("commit -qam days")
    try team[0].done("sync")
    let told = try team[1].done("sync").errors
    let lines = told.split(separator: "\n")
    #expect(
      lines.contains { $0.contains("“grace-days”") && $0.hasSuffix("changed by Somebody") },
      "\(told)")
    #expect(
      lines.contains { $0.contains("width") && $0.hasSuffix("changed by Huda Mansour") }, "\(told)")
  }

  @Test func `what others changed in the settings is named, with who did it`() throws {
    let team = try TeamCopies(["here", "there"])
    for copy in team.copies { try copy.done("sync") }
    try team[0].edit("cases/targets.yml", "limits:\n", "figures: {K05: {target: 20}}\nlimits:\n")
    try team[0].done("adopt targets.yml")
    let categories = try team[0].content(of: "cases/categories.yml")
    try team[0].edit("cases/categories.yml", categories, Self.changed(categories, "none"))
    try team[0].done("adopt categories.yml")
    try team[0].edit("cases/publication.yml", "grace-days: 21", "grace-days: 99")
    try team[0].done("adopt publication.yml")
    try team[0].done("sync")
    let told = try team[1].done("sync").errors
    #expect(told.contains("the target of K05 is 20 % instead of none; changed by Huda"), "\(told)")
    #expect(told.contains("minor is no complaint any more; changed by Huda"), "\(told)")
    #expect(
      told.contains("“grace-days” of publication is 99 instead of 21; changed by Huda"), "\(told)")
  }
}
