import CaseFormat
import CaseModel
import CaseVault
import Diagnostics
import Exchange
import Mapping
import Register
import Testing

/// What a proposal recognises in short tables, and what it must say about the rest.
@Suite struct MapProposalGapsTests {
  private let scene: ImportScene

  init() throws { scene = try ImportScene() }

  private func proposal(_ table: String) throws -> MapProposal {
    try MapProposal.propose(
      Array(table.utf8), path: "log.csv", configuration: scene.register.configuration)
  }

  private func map(_ proposal: MapProposal) throws -> ImportMap {
    try ImportMap.reading(Array(proposal.yaml.utf8), path: "proposed.yml")
  }

  private static let noText = "no column looks like the text of the complaint"
  private static let noClosing = "no column holds dates of closing"

  @Test(arguments: [
    "What happened", "Complaint", "Description", "نص الشكوى", "Текст жалобы", "Жалоба", "ماذا حدث",
  ])
  func `the text of the complaint is known by its header`(header: String) throws {
    for rows in 1...5 {
      let table =
        "Date,\(header)\n"
        + (1...rows).map { "2024-03-0\($0),The list was late on day \($0)\n" }.joined()
      let proposal = try proposal(table)
      #expect(proposal.yaml.contains("- column: \"\(header)\"\n    as: text\n    to: narrative\n"))
      #expect(!proposal.words.contains { $0.contains(Self.noText) })
    }
  }

  @Test func `a telephone number in the text is warned of, and the text stays text`() throws {
    let proposal = try proposal(
      "Date,What happened\n2024-03-01,Call me at 0933 123 456 about the list\n2024-03-02,It was late\n"
    )
    #expect(proposal.yaml.contains("to: narrative"))
    #expect(
      proposal.words.contains {
        $0.contains("“What happened” is the text") && $0.contains("numbers or addresses of people")
      })
    #expect(!proposal.words.joined().contains("0933"))
  }

  @Test(arguments: ["Complaint No", "Complaint status", "حالة الشكوى", "Reply text"])
  func `ids, states and replies are not the text`(header: String) throws {
    let proposal = try proposal(
      "Date,\(header)\n2024-03-01,still with the team\n2024-03-02,still with the team\n"
        + "2024-03-03,with the second team\n")
    #expect(!proposal.yaml.contains("to: narrative"))
    #expect(proposal.words.contains { $0.contains(Self.noText) })
  }

  @Test(arguments: ["No", "No.", "Номер", "№", "№ п/п", "رقم", "الرقم", "#", "م"])
  func `numbers of rows are the id`(header: String) throws {
    let proposal = try proposal("\(header),Date\n7,2024-03-01\n8,2024-03-02\n9,2024-03-03\n")
    #expect(try map(proposal).external.column == header)
    let repeated = try self.proposal("\(header),Date\n7,2024-03-01\n7,2024-03-02\n")
    #expect(try map(repeated).external.column == nil)
  }

  @Test(arguments: ["Status", "الحالة", "Статус"])
  func `a status is dropped with a word about it`(header: String) throws {
    let table = "Date,\(header)\n2024-03-01,Open\n2024-03-02,Closed\n2024-03-03,Closed\n"
    let proposal = try proposal(table)
    #expect(proposal.yaml.contains("- column: \"\(header)\"\n    as: drop  # nothing is done"))
    #expect(
      proposal.words.contains {
        $0.contains("“\(header)”") && $0.contains("nothing is done with it")
      })
    #expect(!proposal.words.contains { $0.contains("private") && $0.contains(header) })
    #expect(proposal.words.contains { $0.contains(Self.noClosing) })
    let closing = try self.proposal(
      "Date,\(header),Closed\n2024-03-01,Open,\n2024-03-02,Closed,2024-03-09\n")
    #expect(!closing.words.contains { $0.contains(Self.noClosing) })
  }

  @Test(arguments: [1, 3, 12])
  func `a category that fits none is left to be decided`(rows: Int) throws {
    let kinds = ["Staff abuse", "Thanks", "Fraud", "seah"]
    let table =
      "No,Date,Type,What happened\n"
      + (0..<rows).map { "\($0),2024-03-01,\(kinds[$0 % 4]),The list was late again \($0)\n" }
      .joined()
    let proposal = try proposal(table)
    #expect(proposal.yaml.contains("# \"Staff abuse\": CODE"))
    #expect(proposal.yaml.contains("    otherwise: refuse\n"))
    #expect(!proposal.yaml.contains("category: minor"))
    #expect(
      proposal.words.contains { $0.contains("“Type” is the category") && $0.contains("decide") })
    let plan = try scene.plan(table, proposal.yaml)
    #expect(!plan.refused.isEmpty)
    #expect(plan.refused.allSatisfy { $0.column == "Type" })
    #expect(plan.cases.allSatisfy { $0.registration.category == "thanks" })
  }

  @Test func `where no value is known, deciding on its line alone is enough`() throws {
    let table = "No,Date,Type,What happened\n1,2024-03-01,Zzy,The list was late\n"
    let proposal = try proposal(table)
    #expect(try scene.plan(table, proposal.yaml).refused.map(\.column) == ["Type"])
    let decided = proposal.yaml.replacing("# \"Zzy\": CODE", with: "\"Zzy\": major")
    #expect(decided != proposal.yaml)
    #expect(try scene.plan(table, decided).cases.map(\.registration.category) == ["major"])
  }

  @Test(arguments: ["seah", "SEAH", "Спасибо"])
  func `cells that name a category are the category, whatever the header`(word: String) throws {
    let table =
      "Nr,Datum,Art,Text\n"
      + (1...6).map {
        "\($0),2024-03-0\($0),\($0 == 3 ? "\"\(word)\"" : "Klage"),The list was late \($0)\n"
      }.joined()
    let proposal = try proposal(table)
    #expect(proposal.words.contains { $0.contains("“Art” is the category") })
    #expect(proposal.yaml.contains("its cells are words for it"))
    let plan = try scene.plan(table, proposal.yaml)
    // What is sensitive is never guessed; of the rest a name is its code.
    #expect(plan.cases.count == (word == "Спасибо" ? 1 : 0))
    #expect(plan.refused.allSatisfy { $0.column == "Art" })
  }

  @Test(
    arguments: [
      "Status", "Topic", "Theme", "Subject", "Comment", "Source", "Priority", "Project", "Name",
      "Remarks", "Action taken",
    ], ["seah", "late; seah", "SEAH / late"])
  func `no default stands for a sensitive category that a row names`(
    header: String, cell: String
  ) throws {
    let table =
      "No,Date,\(header),Text\n"
      + (1...6).map { "\($0),2024-03-0\($0),\($0 == 3 ? cell : "late"),The list was late \($0)\n" }
      .joined()
    let proposal = try proposal(table)
    #expect(proposal.words.contains { $0.contains("“\(header)” names sensitive categories") })
    #expect(throws: DiagnosticList.self) { try map(proposal) }
  }

  @Test
  func `beside a column that is the category, another one that names a sensitive one is told`()
    throws
  {
    let table =
      "No,Date,Type,Nature,Text\n1,2024-03-01,minor,seah,Late\n2,2024-03-02,major,x,Late again\n"
    let proposal = try proposal(table)
    #expect(proposal.words.contains { $0.contains("“Nature” names sensitive categories, and") })
    #expect(try scene.plan(table, proposal.yaml).cases.count == 2)
    let plain = try self.proposal(table.replacing("seah", with: "x"))
    #expect(!plain.words.contains { $0.contains("sensitive") })
  }

  @Test func `cells that are all channels are the channel`() throws {
    let table = "Nr,Date,Weg,Text\n1,2024-03-01,Phone,Late\n2,2024-03-02,box,Late again\n"
    #expect(try proposal(table).words.contains { $0.contains("“Weg” is the channel") })
    let other = table.replacing("box", with: "pigeon")
    #expect(try !proposal(other).words.contains { $0.contains("“Weg” is the channel") })
  }

  @Test func `a column of very many kinds gets no default in its place`() throws {
    let table =
      "No,Date,Type\n"
      + (1...60).map { "\($0),2024-03-01,kind of trouble \($0)\n" }.joined()
    let proposal = try proposal(table)
    #expect(!proposal.yaml.contains("category: minor"))
    #expect(proposal.words.contains { $0.contains("“Type” may be the category") })
    #expect(throws: DiagnosticList.self) { try map(proposal) }
    let chosen = proposal.yaml.replacing("# category: CODE", with: "category: major")
    #expect(try scene.plan(table, chosen).cases.count == 60)
  }
}
