import CaseModel
import CaseVault
import Exchange
import Mapping
import Register
import Testing

/// How far a case is and what was answered, as a proposed map takes it over.
@Suite struct ProposedEndingTests {
  private func proposal(_ table: String, format: Int = 2) throws -> MapProposal {
    try MapProposal.propose(
      Array(table.utf8), path: "log.csv",
      configuration: try ImportScene(format: format).register.configuration)
  }

  private static let head = "No,Date,Status,What happened\n"

  private static func table(_ states: [String], _ head: String = head) -> String {
    head
      + states.enumerated().map { index, state in
        "\(index),2024-03-1\(index % 10),\(state),The list was late again \(index)\n"
      }.joined()
  }

  @Test(arguments: [
    ("Status", "Closed", "In progress"), ("Status", "Resolved", "Pending"),
    ("الحالة", "مغلق", "قيد المعالجة"), ("Статус", "Закрыто", "В работе"),
  ])
  func `closed without a day is proposed, and comes in`(
    header: String, closed: String, open: String
  ) throws {
    let table = Self.table(
      [closed, open, "With the board", closed], Self.head.replacing("Status", with: header))
    let proposal = try proposal(table)
    #expect(proposal.yaml.contains("- column: \"\(header)\"\n    as: coded\n    to: state\n"))
    #expect(proposal.yaml.contains("      # \"With the board\": CODE"))
    #expect(proposal.words.contains { $0.contains("“\(header)” says which cases are closed") })
    let scene = try ImportScene(format: 2)
    let plan = try scene.plan(table, proposal.yaml)
    // What nobody decided is neither open nor closed.
    #expect(plan.refused.map(\.column) == [header])
    #expect(plan.cases.map { $0.steps.map(\.isDayUnknown) } == [[true], [], [true]])
  }

  @Test(arguments: ["Interview status", "Registration status", "Status of shelter", "Site status"])
  func `the state of something else closes no complaint`(header: String) throws {
    let table = Self.table(
      ["Completed", "Open", "Completed"], Self.head.replacing("Status", with: header))
    #expect(try !proposal(table).yaml.contains("to: state"))
  }

  @Test func `dates of closing say it better than a word`() throws {
    let table =
      "No,Date,Closed on,Status\n1,2024-03-11,2024-03-12,Closed\n2,2024-03-11,,Open\n"
    let proposal = try proposal(table)
    #expect(proposal.yaml.contains("to: closed\n") && !proposal.yaml.contains("to: state"))
    #expect(proposal.yaml.contains("- column: \"Status\"\n    as: drop"))
  }

  @Test func `a word that nobody can be sure of closes nothing`() throws {
    let proposal = try proposal(Self.table(["Answered", "Referred", "Answered"]))
    #expect(proposal.yaml.contains("- column: \"Status\"\n    as: drop"))
  }

  @Test func `a register that cannot record it gets no such proposal`() throws {
    let proposal = try proposal(Self.table(["Closed", "Open", "Closed"]), format: 1)
    #expect(!proposal.yaml.contains("to: state"))
  }

  @Test(arguments: ["Action taken", "Response", "رد المكتب", "Принятые меры"])
  func `what was done is the answer`(header: String) throws {
    let head = "No,Date,\(header),What happened\n"
    let answers = (0..<6).map { "We brought \($0 + 2) more tents to the camp" }
    let table = Self.table(answers, head)
    let proposal = try proposal(table)
    #expect(proposal.yaml.contains("- column: \"\(header)\"\n    as: text\n    to: answer\n"))
    let plan = try ImportScene(format: 2).plan(table, proposal.yaml)
    #expect(plan.cases.map { $0.steps.last?.text }.compactMap(\.self) == answers)
  }

  @Test(arguments: [
    "Action taken by", "Action owner", "Answered by", "Action required", "Ответственный",
    "Ответчик", "Response officer",
  ])
  func `who answers, and what is asked for, is no answer`(header: String) throws {
    let names = ["Rana Khalil Hadid", "Omar Haddad Saleh", "Huda Mansour Amin"]
    let proposal = try proposal(Self.table(names, "No,Date,\(header),What happened\n"))
    #expect(!proposal.yaml.contains("to: answer"), "\(proposal.yaml)")
  }

  @Test func `what happened stays the text though its header speaks of action`() throws {
    let header = "Description of the problem and action requested"
    let words = (0..<6).map { "The tents leak since the storm \($0), we ask for new ones" }
    let proposal = try proposal(Self.table(words, "No,Date,\(header),Reply\n"))
    #expect(proposal.yaml.contains("- column: \"\(header)\"\n    as: text\n    to: narrative\n"))
  }

  @Test func `an answer that holds a telephone number stays private`() throws {
    let answers = (0..<6).map { "We called 0933 123 45\($0) and apologised" }
    let proposal = try proposal(Self.table(answers, "No,Date,Reply,What happened\n"))
    #expect(proposal.yaml.contains("- column: \"Reply\"\n    as: private\n"))
  }
}
