import CaseModel
import CaseVault
import ContactData
import Exchange
import Register
import Testing
import Text

/// Private columns of a list whose rows are cases already: compared and recorded, never told.
@Suite struct ContactUpdateTests {
  private static let head = "No,Date,Closed,Kind,Text,Phone\n"

  private static func table(_ phone: String) -> String {
    head + "1,03/02/2024,,Water,Dry,\(phone)\n"
  }

  /// A register with one case and its contact data, sealed for `omar`.
  private static func sealed() throws -> ImportScene {
    let scene = try ImportScene()
    try scene.giveKey(to: "omar")
    try scene.run(table("0933 123 456"))
    return scene
  }

  private static func phones(_ scene: ImportScene) throws -> [String] {
    try scene.register.contact(of: try scene.theCase("t-1").id).phones
  }

  @Test func `what was left out before there was a key comes in with the next import`() throws {
    let scene = try ImportScene()
    try scene.run(Self.table("0933 123 456"))
    try scene.giveKey(to: "omar")
    let report = try scene.run(Self.table("0933 123 456"))
    #expect(report.record.updated == 1 && report.plan.present == 1)
    #expect(!report.waitsForUpdate)
    #expect(report.lines.contains("contact data that was left out before came in for 1 case"))
    #expect(try Self.phones(scene) == ["0933 123 456"])
    let events = try scene.events(of: "t-1")
    #expect(events.map(\.action.name) == ["register", "contact"])
    #expect(events[1].isImported && events[1].on == nil)
    let head = try scene.register.head()
    try scene.run(Self.table("0933 123 456"))
    #expect(try scene.register.head() == head)
  }

  @Test func `a corrected number is told without the number, and taken by an update`() throws {
    let scene = try Self.sealed()
    let listed = try scene.run(Self.table("0933 123 457"))
    #expect(listed.waitsForUpdate && listed.record.commit == nil)
    #expect(
      listed.lines.contains("  the telephone number: differs from what the case holds (row 2)"))
    for words in [listed.lines.joined(), listed.json.canonical] {
      #expect(!words.contains("0933"))
    }
    #expect(try Self.phones(scene) == ["0933 123 456"])
    let report = try scene.run(Self.table("0933 123 457"), updating: true)
    #expect(report.record.updated == 1)
    #expect(try Self.phones(scene) == ["0933 123 457"])
    #expect(try !(scene.files().joined() + scene.message()).contains("0933"))
    #expect(try scene.run(Self.table("0933 123 457"), updating: true).plan.present == 1)
  }

  @Test func `contact data that somebody recorded since stays`() throws {
    let scene = try Self.sealed()
    try scene.record(
      [Step(.contact, text: "phone: 0944 000 111\nmessage: no")], in: "t-1", as: "rana")
    #expect(try scene.run(Self.table("0933 123 456")).plan.known.changes.isEmpty)
    let report = try scene.run(Self.table("0933 123 457"), updating: true)
    #expect(
      report.plan.known.left.map(\.fate) == [
        .left("contact data was recorded on 2026-11-21 by rana")
      ])
    #expect(try Self.phones(scene) == ["0944 000 111"])
    // The list says by now what was recorded.
    #expect(try scene.run(Self.table("0944 000 111")).plan.known.changes.isEmpty)
  }

  @Test func `an emptied private cell takes nothing away`() throws {
    let scene = try Self.sealed()
    let report = try scene.run(Self.table(""), updating: true)
    #expect(report.plan.known.changes.isEmpty)
    #expect(try Self.phones(scene) == ["0933 123 456"])
  }

  @Test func `who cannot open contact data is told of how many rows, in one line`() throws {
    let scene = try ImportScene()
    try scene.giveKey(to: "omar")
    let rows = (1...30).map { "\($0),03/02/2024,,Water,Dry \($0),0933 123 4\($0 + 10)\n" }
    try scene.run(Self.head + rows.joined())
    try scene.openWithoutKey()
    let report = try scene.run(Self.head + rows.joined())
    #expect(report.plan.known.uncomparedContacts == 30 && report.plan.present == 30)
    #expect(
      report.lines.filter { $0.hasPrefix("contact data") } == [
        "contact data of 30 rows not compared: it is sealed for others"
      ])
    #expect(!report.waitsForUpdate)
  }
}
