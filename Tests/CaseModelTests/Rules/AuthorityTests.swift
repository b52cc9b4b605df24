import CaseModel
import TestSupport
import Testing

/// Who may do what not everybody may; written down once more by role, as people ask for it.
@Suite struct AuthorityTests {
  /// What each role may; a role that is not here may nothing.
  private static let byRole: [Role: Set<Authority>] = [
    .intake: [.readContacts, .readTexts],
    .handler: [.readContacts, .readTexts],
    .manager: [
      .changeRoster, .changeSettings, .setKeyOfOthers, .upgrade, .override, .confirm,
      .setAsideUnreadable, .actForOthers, .found, .readConfidential, .readContacts, .readTexts,
    ],
    .focal: [
      .override, .confirm, .setAsideUnreadable, .readConfidential, .readRestricted, .readContacts,
      .readTexts,
    ],
    .reviewer: [.changeSettings, .readTexts],
    .qa: [.readTexts],
    .privacy: [.readTexts],
    .admin: [.changeRoster, .changeSettings, .setKeyOfOthers],
    .trainee: [.readTexts],
  ]

  @Test(arguments: Authority.allCases, Role.allCases)
  func `a role has an authority or not`(_ authority: Authority, _ role: Role) {
    let member = Team.Member(id: "m", name: "M", roles: [role])
    let isDue = Self.byRole[role]?.contains(authority) == true
    #expect(member.has(authority) == isDue)
    #expect(authority.roles.contains(role) == isDue)
  }

  @Test(arguments: Authority.allCases)
  func `somebody without a role has no authority, and every authority somebody has`(
    _ authority: Authority
  ) {
    #expect(!Team.Member(id: "m", name: "M", roles: []).has(authority))
    #expect(Team.Member(id: "m", name: "M", roles: Role.allCases).has(authority))
  }

  @Test func `who has two roles may what each of them may`() {
    let member = Team.Member(id: "m", name: "M", roles: [.qa, .admin])
    #expect(member.has(.readTexts) && member.has(.changeRoster))
    #expect(!member.has(.readContacts) && !member.has(.confirm))
  }

  // MARK: - Reading a sensitive case

  /// Who reads a case of which karim is the assignee.
  private static func readers(
    _ sensitivity: Sensitivity, _ change: (inout Case) -> Void = { _ in }
  ) throws -> [String] {
    var theCase = try Ledger(.sample(sensitivity: sensitivity)).folded
    theCase.assignee = "karim"
    change(&theCase)
    return try Desk().members.filter { $0.mayRead(theCase) }.map(\.id)
  }

  @Test func `a confidential case is read by managers, focal points and its assignee`() throws {
    #expect(try Self.readers(.confidential) == ["karim", "lina", "huda"])
    #expect(try Self.readers(.confidential) { $0.assignee = nil } == ["lina", "huda"])
    #expect(try Self.readers(.confidential) { $0.assignee = "sami" } == ["lina", "huda", "sami"])
  }

  @Test func `a restricted case is read by focal points, whoever has it`() throws {
    #expect(try Self.readers(.restricted) == ["huda"])
    #expect(try Self.readers(.restricted) { $0.assignee = "lina" } == ["huda"])
  }

  @Test(arguments: ["karim", "lina", "huda"])
  func `neither who is complained about nor who is left out reads it`(_ id: String) throws {
    let others = ["karim", "lina", "huda"].filter { $0 != id }
    #expect(try Self.readers(.confidential) { $0.subjects = [.member(id)] } == others)
    #expect(try Self.readers(.confidential) { $0.notTo = [id] } == others)
    #expect(try Self.readers(.confidential) { $0.byLot = [id] } == others)
    #expect(try Self.readers(.confidential) { $0.subjects = [.unit(id)] }.contains(id))
    #expect(
      try Self.readers(.restricted) { $0.subjects = [.member(id)] }.contains("huda")
        == (id != "huda"))
    #expect(try Self.readers(.restricted) { $0.notTo = [id] }.contains("huda") == (id != "huda"))
    #expect(try Self.readers(.restricted) { $0.byLot = [id] }.contains("huda") == (id != "huda"))
  }

  // MARK: - Judging a proposal

  /// Who may judge what somebody proposed in a case of rana's.
  private static func judges(
    of author: String, assignee: String? = "rana", _ sensitivity: Sensitivity = .internal
  ) throws -> [String] {
    var ledger = try Ledger(.sample(sensitivity: sensitivity))
    let amendment = Amendment(field: "category", value: "information", was: "major")
    try ledger.record(.propose(.made(amendment)), by: author, text: "A question.")
    var theCase = try ledger.folded
    theCase.assignee = assignee
    let proposal = try built(theCase.proposals.first, "a proposal")
    return try Desk().members.filter { $0.mayJudge(proposal, in: theCase) }.map(\.id)
  }

  @Test func `managers and focal points judge what others proposed`() throws {
    #expect(try Self.judges(of: "rana") == ["lina", "huda"])
    #expect(try Self.judges(of: "rana", assignee: nil) == ["lina", "huda"])
    #expect(try Self.judges(of: "rana", .restricted) == ["lina", "huda"])
  }

  @Test func `nobody judges their own proposal, or one in their own case`() throws {
    #expect(try Self.judges(of: "lina") == ["huda"])
    #expect(try Self.judges(of: "rana", assignee: "huda") == ["lina"])
    #expect(try Self.judges(of: "lina", assignee: "huda").isEmpty)
    #expect(try Self.judges(of: "lina", assignee: "lina") == ["huda"])
  }

  // MARK: - Names of roles

  @Test(arguments: [
    ("manger", "did you mean “manager”?"), ("intak", "did you mean “intake”?"),
    ("focla", "did you mean “focal”?"), ("qa", "did you mean “qa”?"),
    ("Admin", "did you mean “admin”?"),
  ])
  func `a role with a slip is asked back`(_ text: String, _ hint: String) {
    #expect(Role.hint(for: text) == hint)
  }

  @Test(arguments: ["director", "", "مدير", "m"])
  func `for anything else all roles are named`(_ text: String) {
    #expect(
      Role.hint(for: text)
        == "roles: intake, handler, manager, focal, reviewer, qa, publisher, privacy, auditor, "
        + "admin, trainee")
  }
}
