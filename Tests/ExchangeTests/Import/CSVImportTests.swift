import CaseVault
import CaseFormat
import CaseModel
import Diagnostics
import Exchange
import GitStore
import Register
import Testing
import Text

@Suite struct CSVImportTests {
  private static let table = """
    No,Date,Closed,Kind,Text,Phone
    1,03/02/2024,10/02/2024,Water,No water at the tap.,0933 123 456
    2,05/02/2024,,Thanks,Thank you,0933 123 457
    2,05/02/2024,,Thanks,Thank you,0933 123 457
    3,06/02/2024,,,,
    """

  @Test func `a table becomes cases with their history in one commit`() throws {
    let scene = try ImportScene()
    let before = try scene.register.head()
    let report = try scene.run(Self.table)
    #expect(report.record.cases == 3)
    #expect(report.record.events == 4)
    #expect(report.plan.repeats == 1)
    #expect(try scene.register.repository.commit(scene.register.head()).parents == [before])
    let document = try #require(try scene.document(external: "t-1"))
    let theCase = try #require(document.standing.ordinary)
    #expect(theCase.state == .closed)
    #expect(theCase.category == "major")
    #expect(theCase.channel == "box")
    #expect(theCase.received.description == "2024-02-03")
    #expect(theCase.registered.description == "2024-02-03")
    #expect(theCase.closed?.description == "2024-02-10")
    #expect(theCase.outcome == .undetermined)
    #expect(theCase.title == "No water at the tap.")
    #expect(theCase.id.description.hasPrefix("2402-"))
    #expect(document.differences.isEmpty)
    #expect(document.history.events.allSatisfy { $0.isImported && $0.on != nil && $0.by == "omar" })
    #expect(try scene.document(external: "t-3")?.standing.ordinary?.title == "minor")
  }

  @Test func `a second import changes nothing`() throws {
    let scene = try ImportScene()
    try scene.run(Self.table)
    let head = try scene.register.head()
    let report = try scene.run(Self.table)
    #expect(report.record.cases == 0)
    #expect(report.plan.present == 3)
    #expect(report.plan.repeats == 1)
    #expect(try scene.register.head() == head)
    #expect(try scene.cases().count == 3)
  }

  @Test func `new rows come in, changed ones are listed and contradicting ones refused`() throws {
    let scene = try ImportScene()
    try scene.run(Self.table)
    let table = """
      No,Date,Closed,Kind,Text,Phone
      1,03/02/2024,11/02/2024,Water,No water at the tap.,0933 123 456
      4,07/02/2024,,Water,Dirty,
      4,07/02/2024,,Water,Clean,
      2,05/02/2024,,Thanks,Thank you,another phone
      """
    let report = try scene.run(table, skippingBad: true)
    #expect(report.record.cases == 1)
    #expect(report.plan.present == 1)
    #expect(report.plan.refused.map(\.row) == [4])
    #expect(report.plan.refused[0].reason.contains("row 3 has the same id"))
    #expect(report.plan.known.changes.map(\.row) == [2])
  }

  @Test func `nothing is imported until every row is right`() throws {
    let scene = try ImportScene()
    let table = Self.table + "\n5,31/02/2024,,Water,x,\n"
    let head = try scene.register.head()
    let report = try scene.run(table)
    #expect(report.isStopped)
    #expect(try scene.register.head() == head)
    let skipped = try scene.run(table, skippingBad: true)
    #expect(skipped.record.cases == 3)
    #expect(skipped.plan.refusedRows == [6])
  }

  @Test(arguments: [
    ("9,01/03/2024,,Rats,,", "Kind", "“Rats” is not a category"),
    ("9,01/03/2024,,Abuse,,", "Kind", "restricted, and nobody who may read it has a key"),
    ("9,01/03/2024,,Typo,,", "Kind", "the register has no category “watr”"),
    ("9,1.3.2024,,Water,,", "Date", "“1.3.2024” is not a date: not in the form dd/MM/yyyy"),
    ("9,,,Water,,", "Date", "the date of receipt is missing"),
    ("9,01/03/2030,,Water,,", "Date", "2030-03-01 lies in the future"),
    (
      "9,22/01/2018,28/11/2017,Water,,", "Closed",
      "closed 2017-11-28 lies before received 2018-01-22"
    ),
    (",01/03/2024,,Water,,", "No", "the id is missing"),
    ("9,01/03/2024,,Water,a,b,c", "", "the row has 7 cells, the header 6"),
    ("9,01/03/2024,,Water,\u{202E}a,", "Text", "U+202E"),
  ])
  func `a bad row is named with column, reason and remedy`(
    row: String, column: String, reason: String
  ) throws {
    let scene = try ImportScene()
    let plan = try scene.plan("No,Date,Closed,Kind,Text,Phone\n" + row + "\n", ImportScene.map)
    #expect(plan.cases.isEmpty)
    let refused = try #require(plan.refused.first)
    #expect(plan.refused.count == 1)
    #expect(refused.row == 2)
    #expect(refused.column == column)
    #expect(refused.reason.contains(reason), "\(refused.reason)")
    #expect(!refused.remedy.isEmpty)
  }

  @Test(arguments: [
    ("20/08/1405", "2026-11-11 (Persian"), ("10/04/1447", "2025-10-03 (civil Hijri"),
    ("31/02/1405", "2026-05-21 (Persian"), ("05/11/1926", "look at the year again"),
    ("01/01/1066", "look at the year again"),
  ])
  func `a date of another time or calendar is refused as everywhere, with what was meant`(
    date: String, remedy: String
  ) throws {
    let scene = try ImportScene()
    let plan = try scene.plan(
      "No,Date,Closed,Kind,Text,Phone\n9,\(date),,Water,,\n", ImportScene.map)
    let refused = try #require(plan.refused.first)
    #expect(refused.remedy.contains(remedy), "\(refused)")
    #expect(!refused.reason.contains("2199"))
  }

  @Test func `private values stay out of the register and of every report`() throws {
    let scene = try ImportScene()
    let report = try scene.run(Self.table)
    let everything = try scene.files().joined() + scene.message()
    #expect(!everything.contains("0933"))
    #expect(!everything.contains("123 45"))
    #expect(!report.json.canonical.contains("0933"))
    #expect(!report.lines.joined().contains("0933"))
    #expect(report.plan.privateColumns.map(\.column) == ["Phone"])
    #expect(report.plan.privateColumns.map(\.cells) == [3])
  }

  @Test func `a row's digest does not depend on private cells`() throws {
    let (one, other) = (try ImportScene(), try ImportScene())
    let table = "No,Date,Closed,Kind,Text,Phone\n1,03/02/2024,,Water,Dry,"
    func digest(_ scene: ImportScene, _ phone: String) throws -> String? {
      try scene.plan(table + phone + "\n", ImportScene.map).cases[0].registration.importDigest
    }
    #expect(try digest(one, "0933123456") == digest(other, "0944654321"))
  }

  @Test func `personal data in a coded column stops everything and is not printed`() throws {
    let scene = try ImportScene()
    let table =
      "No,Date,Closed,Kind,Text,Phone\n1,03/02/2024,,Water,,\n2,03/02/2024,,0933 123 456,,\n"
    let error = #expect(throws: DiagnosticList.self) { try scene.plan(table, ImportScene.map) }
    let words = "\(error ?? DiagnosticList())"
    #expect(words.contains("Kind"))
    #expect(words.contains("a telephone number in row 3"))
    #expect(!words.contains("0933"))
  }

  @Test func `long numbers as ids need a person's word that they name records`() throws {
    let scene = try ImportScene()
    let table = "No,Date,Closed,Kind,Text,Phone\n12345678901,03/02/2024,,Water,,\n"
    #expect(throws: DiagnosticList.self) { try scene.plan(table, ImportScene.map) }
    let map = ImportScene.map.replacing("column: No}", with: "column: No, record-numbers: yes}")
    #expect(try scene.plan(table, map).cases.count == 1)
    let phones = "No,Date,Closed,Kind,Text,Phone\n+963 933 123 456,03/02/2024,,Water,,\n"
    #expect(throws: DiagnosticList.self) { try scene.plan(phones, map) }
  }

  @Test func `telephone numbers in a text are only warned about`() throws {
    let scene = try ImportScene()
    let table = "No,Date,Closed,Kind,Text,Phone\n1,03/02/2024,,Water,Call 0933 123 456,\n"
    let plan = try scene.plan(table, ImportScene.map)
    #expect(plan.cases.count == 1)
    #expect(plan.notes.contains { $0.rule == "import.personal-data-in-text" })
  }

  @Test func `the message holds codes and sums that can be checked`() throws {
    let scene = try ImportScene()
    try scene.run(Self.table)
    let documents = try scene.cases().map {
      try scene.register.document($0.id, in: scene.register.head())
    }
    let lines = documents.flatMap { document in
      document.history.events.map { "\(document.standing.id) \($0.id)\n" }
    }
    let expected = """
      Import: 3 cases

      Import: \(Digest.hex(Self.table.utf8))
      Cases: 3
      Events: 4
      Digest: \(Digest.hex(lines.sorted().joined().utf8))

      """
    #expect(try scene.message() == expected)
  }

  @Test func `cases that came in meanwhile are not doubled`() throws {
    let scene = try ImportScene()
    let late = try scene.plan(Self.table, ImportScene.map)
    try scene.run(Self.table)
    let report = try late.commit(in: scene.register, as: scene.omar, skippingBad: false)
    #expect(report.record.cases == 0)
    #expect(try scene.cases().count == 3)
  }

  @Test func `every date becomes its event, in order`() throws {
    let scene = try ImportScene()
    let map = """
      defaults: {category: minor, channel: hotline, language: ar}
      external: {column: id}
      columns:
        - {column: in, as: coded, to: received}
        - {column: ack, as: coded, to: acknowledged}
        - {column: given, as: coded, to: assigned}
        - {column: who, as: coded, to: assignee, values: {Rana K.: rana}}
        - {column: dec, as: coded, to: decided}
        - {column: out, as: coded, to: outcome, values: {yes: upheld, open: ""}}
        - {column: told, as: coded, to: informed}
        - {column: end, as: coded, to: closed}
      """
    let head = "id,in,ack,given,who,dec,out,told,end\n"
    try scene.run(
      head + "a,2024-01-01,2024-01-02,2024-01-03,Rana K.,2024-01-04,yes,2024-01-05,2024-01-06\n"
        + "b,2024-01-01,,2024-01-03,rana,,open,,\n", map)
    let document = try #require(try scene.document(external: "a"))
    #expect(
      document.history.events.map(\.action.name)
        == ["register", "acknowledge", "assign", "decide", "inform", "close"])
    let theCase = try #require(document.standing.ordinary)
    #expect(theCase.state == .closed)
    #expect(theCase.outcome == .upheld)
    #expect(theCase.assignee == "rana")
    #expect(theCase.decided?.description == "2024-01-04")
    #expect(theCase.informed?.description == "2024-01-05")
    #expect(theCase.acknowledged?.description == "2024-01-02")
    #expect(theCase.attention.isEmpty)
    #expect(try scene.document(external: "b")?.standing.ordinary?.state == .assigned)
    let bad = try scene.plan(head + "c,2024-01-01,,2024-01-03,,,,,\nd,2024-01-01,,,,,yes,,\n", map)
    #expect(bad.refused.map(\.column) == ["given", "out"])
  }

  @Test func `rows without an id are known by what is stored`() throws {
    let scene = try ImportScene()
    let map = ImportScene.map.replacing("external: {prefix: t-, column: No}\n", with: "")
    let table = """
      Date,Closed,Kind,Text,Phone
      03/02/2024,,Water,Dry,0933 123 456
      03/02/2024,,Water,Dry,0933 123 456
      03/02/2024,,Water,Dry,0944 654 321
      """
    let report = try scene.run(table, map)
    #expect(report.record.cases == 2)
    #expect(report.plan.repeats == 1)
    #expect(report.plan.notes.contains { $0.rule == "import.derived-id" })
    #expect(try scene.run(table, map).plan.present == 2)
  }
}
