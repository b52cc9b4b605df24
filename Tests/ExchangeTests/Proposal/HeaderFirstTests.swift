import CaseVault
import CaseModel
import Exchange
import Mapping
import Register
import Testing

/// A proposal looks at the words of a header before the shape of the values, and says why.
@Suite struct HeaderFirstTests {
  private let scene: ImportScene

  init() throws { scene = try ImportScene() }

  private func proposal(_ table: String) throws -> MapProposal {
    try MapProposal.propose(
      Array(table.utf8), path: "log.csv", configuration: scene.register.configuration)
  }

  /// A table of twelve rows from a function of each row's number.
  private func table(_ header: String, _ row: (Int) -> String) -> String {
    header + "\n" + (1...12).map { row($0) + "\n" }.joined()
  }

  /// The lines of the map about a column.
  private func lines(_ column: String, _ proposal: MapProposal) throws -> String {
    let parts = proposal.yaml.split(separator: "  - column: ")
    let part = try #require(parts.first { $0.hasPrefix("\"\(column)\"") }, "\(proposal.yaml)")
    return String(part.prefix { $0 != "#" })
  }

  @Test func `the kind of the complaint is the category, and not that of a place`() throws {
    let proposal = try proposal(
      table("No,Date,Location Type,Complaint Type") {
        "\($0),2024-03-0\($0 % 9 + 1),\(["Street", "Park"][$0 % 2]),"
          + ["Water late", "List", "Queue", "Staff"][$0 % 4]
      })
    #expect(try lines("Complaint Type", proposal).contains("to: category"))
    #expect(try lines("Location Type", proposal).contains("as: private"))
    #expect(proposal.yaml.contains("# its header says “type”"))
  }

  @Test func `a kind that is the same in all rows is the category`() throws {
    let proposal = try proposal(
      table("No,Date,Facility Type,Complaint Type") {
        "\($0),2024-03-0\($0 % 9 + 1),\(["Camp", "School"][$0 % 2]),Rats"
      })
    #expect(try lines("Complaint Type", proposal).contains("to: category"))
  }

  @Test func `the sex of the staff is not the complainant's`() throws {
    let both = try proposal(
      table("No,Date,staff_gender,Sex") {
        "\($0),2024-03-01,\($0 % 2 == 0 ? "M" : "F"),\($0 % 3 == 0 ? "M" : "F")"
      })
    #expect(try lines("Sex", both).contains("to: sex"))
    #expect(try lines("staff_gender", both).contains("as: private"))
    let one = try proposal(
      table("No,Date,staff_gender") { "\($0),2024-03-01,\($0 % 2 == 0 ? "M" : "F")" })
    #expect(try lines("staff_gender", one).contains("as: private"))
    #expect(one.yaml.contains("# its header says “staff”"))
  }

  @Test func `ages in years are the age, however many there are`() throws {
    let rows = (1...60).map { "\($0),2024-03-01,\($0 + 10)\n" }.joined()
    let proposal = try proposal("No,Date,Age\n" + rows)
    #expect(try lines("Age", proposal).contains("to: age"))
    let plan = try scene.plan("No,Date,Age\n" + rows, proposal.yaml)
    #expect(plan.refused.isEmpty)
    #expect(plan.cases.map { $0.registration.complainant[.age] }.prefix(8).last == "18-59")
  }

  @Test func `a long summary without another text is the text`() throws {
    let long = "The truck came late again and nobody told the people who waited in the sun"
    let alone = try proposal(table("No,Date,Summary") { "\($0),2024-03-01,\(long) \($0)" })
    #expect(try lines("Summary", alone).contains("to: narrative"))
    let beside = try proposal(
      table("No,Date,Summary,Description") { "\($0),2024-03-01,Late truck \($0),\(long) \($0)" })
    #expect(try lines("Summary", beside).contains("to: title"))
    #expect(try lines("Description", beside).contains("to: narrative"))
  }

  @Test func `the date of the complaint counts more than that of the form`() throws {
    let proposal = try proposal(
      table("today,تاريخ الشكوى,نص الشكوى") {
        "2024-03-2\($0 % 9),2024-03-0\($0 % 9 + 1),لم تصل السلة الغذائية إلى الحي \($0)"
      })
    #expect(try lines("تاريخ الشكوى", proposal).contains("to: received"))
    #expect(try lines("today", proposal).contains("as: private"))
  }

  @Test func `several answers in a cell are themes, one by one`() throws {
    let answers = ["delay", "quality", "delay quality", "quality other", "other delay"]
    let table = table("No,Date,Topics,Topics/delay,Topics/quality") {
      "\($0),2024-03-01,\(answers[$0 % 5]),\($0 % 2),1"
    }
    let proposal = try proposal(table)
    #expect(try lines("Topics", proposal).contains("to: theme\n    split: \" \"\n"))
    #expect(try lines("Topics/delay", proposal).contains("as: drop"))
    let plan = try scene.plan(table, proposal.yaml)
    #expect(plan.refused.isEmpty)
    #expect(plan.cases[1].registration.themes == ["delay", "quality"])
  }

  @Test(arguments: [
    (
      "fr",
      "La distribution est en retard et personne ne nous a dit pourquoi, c’est la troisième fois"
    ),
    ("es", "No hay agua en el campamento y los niños están enfermos desde el mes pasado"),
    ("en", "There is no water in the camp and the children have been ill for a week"),
    ("ar", "لا يوجد ماء في المخيم منذ أسبوع وقد مرض الأطفال من المياه"),
    ("ru", "В лагере нет воды уже неделю, и дети болеют, просим помочь нам"),
    ("tr", "Kampta su yok ve çocuklar bir haftadır hasta, bize yardım edin"),
  ])
  func `the language is that of the text`(code: String, text: String) throws {
    let proposal = try proposal(
      table("No,Date,Description") { "\($0),2024-03-01,\"\(text) \($0)\"" })
    #expect(proposal.yaml.contains("\n  language: \(code)  # what \"Description\" seems"))
  }

  @Test func `a column that no word explains says so`() throws {
    let proposal = try proposal(table("No,Date,Zxq") { "\($0),2024-03-01,abc \($0)" })
    #expect(proposal.yaml.contains("# no word of its header is known: sealed until you say"))
  }
}
