import Diagnostics
import Register
import GitStore
import CaseVault
import CaseFormat
import CaseModel
import Exchange
import Testing

/// A newer export of a list whose rows are cases already.
@Suite struct UpdateTests {
  private static let map = """
    defaults: {channel: box, language: ar}
    external: {prefix: t-, column: No}
    columns:
      - {column: Date, as: coded, to: received}
      - {column: Told, as: coded, to: acknowledged}
      - {column: Decided, as: coded, to: decided}
      - {column: Closed, as: coded, to: closed}
      - column: Kind
        as: coded
        to: category
        values: {Water: major, Noise: minor, Thanks: thanks, Abuse: seah}
      - {column: Sex, as: coded, to: sex}
      - {column: Text, as: text, to: narrative}
      - {column: Remarks, as: text}
    """
  private static let head = "No,Date,Told,Decided,Closed,Kind,Sex,Text,Remarks\n"
  private static let row = "1,2026-10-01,,,,Noise,female,It is loud.,Near the gate."

  /// A register with one case from one row.
  private static func scene(_ row: String = UpdateTests.row) throws -> ImportScene {
    let scene = try ImportScene()
    try scene.run(head + row + "\n", map)
    return scene
  }

  @discardableResult
  private static func update(
    _ scene: ImportScene, _ rows: String..., updating: Bool = true
  ) throws -> ImportReport {
    try scene.run(head + rows.joined(separator: "\n") + "\n", map, updating: updating)
  }

  @Test func `changed cells are listed as old and new, and new rows come in all the same`() throws {
    let scene = try Self.scene()
    let report = try Self.update(
      scene, "1,2026-10-01,,,,Water,male,It is loud.,Near the gate.",
      "2,2026-10-02,,,,Water,,Dry.,", updating: false)
    #expect(report.record.cases == 1 && report.record.updated == 0)
    #expect(report.waitsForUpdate)
    #expect(report.plan.refused.isEmpty)
    #expect(
      report.plan.known.takeable.map { "\($0.column): \($0.what)" } == [
        "Kind: minor → major", "priority: normal → high", "Sex: female → male",
      ])
    #expect(try scene.theCase("t-1").category == "minor")
    #expect(try scene.events(of: "t-1").count == 1)
  }

  @Test
  func `an update records changed cells as imported corrections, in the commit of the import`()
    throws
  {
    let scene = try Self.scene()
    let before = try scene.register.head()
    let rows = [
      "1,2026-10-01,,,,Water,male,It is loud.,Near the gate.", "2,2026-10-02,,,,Water,,Dry.,",
    ]
    let report = try Self.update(scene, rows[0], rows[1])
    #expect(report.record.cases == 1 && report.record.updated == 1)
    #expect(!report.waitsForUpdate)
    #expect(try scene.register.repository.commit(scene.register.head()).parents == [before])
    #expect(try scene.message().hasPrefix("Import: 1 case, 1 updated\n\nImport: "))
    #expect(try scene.message().split(separator: "\n").contains("Updated: 1"))
    let theCase = try scene.theCase("t-1")
    #expect(theCase.category == "major" && theCase.complainant[.sex] == "male")
    #expect(theCase.priority == .high)
    let events = try scene.events(of: "t-1")
    #expect(events.map(\.action.name) == ["register", "amend", "amend", "amend"])
    #expect(events.allSatisfy { $0.isImported })
    #expect(try scene.document(external: "t-1")?.differences.isEmpty == true)
    // The same export again says nothing new.
    let head = try scene.register.head()
    let again = try Self.update(scene, rows[0], rows[1])
    #expect(again.plan.known.changes.isEmpty && again.plan.present == 2)
    #expect(try scene.register.head() == head)
  }

  @Test func `dates that were filled in since become later steps`() throws {
    let scene = try Self.scene()
    let report = try Self.update(
      scene, "1,2026-10-01,2026-10-02,2026-10-05,2026-10-06,Noise,female,It is loud.,Near the gate."
    )
    #expect(
      report.plan.known.takeable.map { "\($0.column): \($0.what)" } == [
        "Told: (empty) → 2026-10-02", "Decided: (empty) → 2026-10-05",
        "Closed: (empty) → 2026-10-06",
      ])
    let theCase = try scene.theCase("t-1")
    #expect(theCase.state == .closed && theCase.closed?.description == "2026-10-06")
    #expect(theCase.acknowledged?.description == "2026-10-02")
    #expect(theCase.decided?.description == "2026-10-05" && theCase.outcome == .undetermined)
    #expect(theCase.attention.isEmpty)
    #expect(
      try scene.events(of: "t-1").map(\.action.name) == [
        "register", "acknowledge", "decide", "close",
      ])
  }

  @Test func `what a person recorded since stays, and the report says who said it when`() throws {
    let scene = try Self.scene()
    try scene.record(
      [
        Step(.amend(Amendment(field: "sex", value: "male", was: "female")), text: "Asked again."),
        Step(.assign(.member("rana"))),
      ], in: "t-1", as: "omar")
    let head = try scene.register.head()
    let report = try Self.update(
      scene, "1,2026-10-01,,,2026-10-06,Noise,,It is loud.,Near the gate.")
    #expect(report.plan.known.takeable.isEmpty && !report.waitsForUpdate)
    #expect(
      report.plan.known.left.map { "\($0.column): \($0.what): \($0.fate)" } == [
        "Sex: female → (empty): left(\"the case says male since 2026-11-21 by omar\")",
        "Closed: (empty) → 2026-10-06: left(\"the case is assigned since 2026-11-21 by omar\")",
      ])
    #expect(try scene.register.head() == head)
    #expect(try scene.theCase("t-1").complainant[.sex] == "male")
  }

  @Test func `what a person recorded and the list says too is no difference`() throws {
    let scene = try Self.scene()
    try scene.record(
      [Step(.amend(Amendment(field: "sex", value: "male", was: "female")), text: "Asked.")],
      in: "t-1", as: "rana")
    let report = try Self.update(
      scene, "1,2026-10-01,,,,Noise,male,It is loud.,Near the gate.")
    #expect(report.plan.known.changes.isEmpty && report.plan.present == 1)
  }

  @Test(arguments: [
    ("1,2026-10-01,,,,Thanks,female,It is loud.,Near the gate.", "Kind", "two people"),
    ("1,2026-10-09,,,,Noise,female,It is loud.,Near the gate.", "Date", "two people"),
  ])
  func `a correction that one person may not make is left`(
    row: String, column: String, reason: String
  ) throws {
    let scene = try Self.scene()
    let report = try Self.update(scene, row)
    let change = try #require(report.plan.known.left.first)
    #expect(change.column == column)
    guard case .left(let words) = change.fate else {
      Issue.record("it is not left")
      return
    }
    #expect(words.contains(reason), "\(words)")
    #expect(try scene.theCase("t-1").category == "minor")
  }

  @Test func `other words of a text become a note, once`() throws {
    let scene = try Self.scene()
    let row = "1,2026-10-01,,,,Noise,female,It is loud.,It is quiet since Monday."
    let listed = try Self.update(scene, row, updating: false)
    #expect(
      listed.plan.known.takeable.map { "\($0.column): \($0.what)" } == ["Remarks: other words"])
    #expect(!listed.lines.joined().contains("Monday"))
    try Self.update(scene, row)
    let events = try scene.events(of: "t-1")
    #expect(events.map(\.action.name) == ["register", "note"])
    #expect(events[1].text == "**Remarks:** It is quiet since Monday." && events[1].on == nil)
    #expect(try Self.update(scene, row).plan.present == 1)
  }

  @Test func `a row that says again what it said at first is a change like any other`() throws {
    let scene = try Self.scene()
    try Self.update(scene, "1,2026-10-01,,,,Noise,male,It is loud.,Near the gate.")
    let report = try Self.update(scene, Self.row, updating: false)
    #expect(
      report.plan.known.takeable.map { "\($0.column): \($0.what)" } == ["Sex: male → female"])
    try Self.update(scene, Self.row)
    #expect(try scene.theCase("t-1").complainant[.sex] == "female")
    let again = try Self.update(scene, Self.row)
    #expect(again.plan.known.changes.isEmpty && again.plan.present == 1)
  }

  @Test func `nothing of a row that became confidential comes into an open case`() throws {
    let scene = try ImportScene(configuration: RealLogTests.root + "/cases", sealing: true)
    try scene.run(Self.head + Self.row + "\n", Self.map)
    let report = try Self.update(
      scene, "1,2026-10-01,2026-10-02,,2026-10-06,Abuse,male,The guard did it.,Behind the tent.")
    #expect(report.plan.refused.isEmpty && report.plan.known.takeable.isEmpty)
    let reasons = report.plan.known.left.map { "\($0.fate)" }
    #expect(reasons.count > 5)
    #expect(reasons.allSatisfy { $0.contains("raise the case first") }, "\(reasons)")
    #expect(try scene.events(of: "t-1").map(\.action.name) == ["register"])
    #expect(try !scene.files().joined().contains("guard"))
  }

  @Test func `a step that is recorded stays as it is`() throws {
    let scene = try Self.scene(
      "1,2026-10-01,,,2026-10-06,Noise,female,It is loud.,Near the gate.")
    let report = try Self.update(
      scene, "1,2026-10-01,,2026-10-04,2026-10-07,Noise,female,It is loud.,Near the gate.")
    #expect(report.plan.known.takeable.isEmpty)
    #expect(report.plan.known.left.map(\.column) == ["Decided", "Closed"])
    #expect(try scene.theCase("t-1").closed?.description == "2026-10-06")
    let emptied = try Self.update(
      scene, "1,2026-10-01,,,,Noise,female,It is loud.,Near the gate.")
    #expect(emptied.plan.known.left.map(\.what) == ["2026-10-06 → (empty)"])
    #expect(try scene.theCase("t-1").state == .closed)
  }

  @Test func `a row that is gone deletes nothing and is named`() throws {
    let scene = try Self.scene()
    let report = try Self.update(scene, "2,2026-10-02,,,,Water,,Dry.,")
    #expect(report.plan.known.vanished.map(\.external) == ["t-1"])
    #expect(
      report.lines.contains { $0.hasPrefix("1 row of earlier imports") && $0.hasSuffix("t-1") })
    #expect(try scene.cases().count == 2)
  }

  @Test func `a case that was entered by hand under the id of a row stays as it is`() throws {
    let scene = try ImportScene()
    var new = NewCase(category: "minor", channel: "box", language: "ar")
    new.external = "t-1"
    new.text = "It is loud."
    _ = try scene.register.enter(new, as: scene.omar)
    let report = try Self.update(scene, Self.row, "2,2026-10-02,,,,Water,,Dry.,")
    #expect(report.record.cases == 1 && report.plan.refused.isEmpty)
    #expect(report.plan.known.enteredByHand.map(\.row) == [2])
    #expect(try scene.events(of: "t-1").count == 1)
  }

  @Test func `nothing is added to a case that somebody changed since it was compared`() throws {
    let scene = try Self.scene()
    let plan = try scene.plan(
      Self.head + "1,2026-10-01,,,2026-10-06,Noise,female,It is loud.,Near the gate.\n", Self.map)
    try scene.record([Step(.assign(.member("rana")))], in: "t-1", as: "omar")
    let report = try plan.commit(
      in: scene.register, as: scene.omar, skippingBad: false, updating: true)
    let theCase = try scene.theCase("t-1")
    #expect(report.record.overtaken == [theCase.id] && theCase.state == .assigned)
  }

  @Test func `many changes are told by column, in one screen`() throws {
    let scene = try ImportScene()
    let numbers = 1...40
    let rows = numbers.map { "\($0),2026-10-01,,,,Noise,female,It is loud \($0).,Near the gate." }
    try scene.run(Self.head + rows.joined(separator: "\n") + "\n", Self.map)
    let later = numbers.map { number in
      "\(number),2026-10-01,2026-10-\(10 + number % 9),,,Water,male,It is loud \(number).,Gate \(number)."
    }
    let report = try scene.run(
      Self.head + later.joined(separator: "\n") + "\n", Self.map, updating: false)
    #expect(
      report.lines == [
        "40 rows in the table", "nothing new: the register is as it was",
        "40 rows changed since, listed and not taken: --update records them:",
        "  Kind: minor → major (rows 2, 3, 4 and 37 more)",
        "  priority: normal → high (rows 2, 3, 4 and 37 more)",
        "  Sex: female → male (rows 2, 3, 4 and 37 more)",
        "  Told: filled in (rows 2, 3, 4 and 37 more)",
        "  Remarks: other words (rows 2, 3, 4 and 37 more)",
      ])
  }
}
