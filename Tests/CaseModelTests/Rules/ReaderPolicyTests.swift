import CaseModel
import TestSupport
import Testing
import Text

/// For whom something is sealed.
@Suite struct ReaderPolicyTests {
  private static func made(
    _ sensitivity: Sensitivity, _ change: (inout Case) -> Void = { _ in }
  ) throws -> Case {
    var theCase = try Ledger(.sample(sensitivity: sensitivity)).folded
    change(&theCase)
    return theCase
  }

  @Test func `only who may read it, has a key and is on the team gets a confidential case`() throws
  {
    let policy = try Desk().policy
    #expect(
      try policy.readers(of: Self.made(.confidential)).members.keys.sorted() == ["huda", "lina"])
    let assigned = try Self.made(.confidential) { $0.assignee = "rana" }
    #expect(
      try policy.readers(of: assigned).members == [
        "huda": "age1huda", "lina": "age1lina", "rana": "age1rana",
      ])
    let keyless = try Self.made(.confidential) { $0.assignee = "karim" }
    #expect(try policy.readers(of: keyless).members.count == 2)
  }

  @Test func `somebody who left is no reader from the next day on`() throws {
    var desk = try Desk()
    desk.members.append(
      Team.Member(
        id: "amal", name: "Amal", roles: [.focal], to: try date("2026-03-05"), read: "age1amal"))
    #expect(try desk.policy.readers(of: Self.made(.restricted)).members.keys.contains("amal"))
    desk.today = try date("2026-03-06")
    #expect(try desk.policy.readers(of: Self.made(.restricted)).members == ["huda": "age1huda"])
  }

  @Test func `each class has its own recovery key`() throws {
    let policy = try Desk().policy
    #expect(try policy.readers(of: Self.made(.confidential)).others == [.recovery: "age1recovery"])
    #expect(try policy.readers(of: Self.made(.restricted)).others == [.recovery: "age1outside"])
    #expect(try policy.readersOfContacts(of: Self.made(.internal)).others.count == 1)
    #expect(
      try policy.readersOfTexts(of: Self.made(.internal)).named["+recovery"] == "age1recovery")
  }

  @Test func `the outside contact steps in when somebody is left out on purpose`() throws {
    let policy = try Desk().with {
      $0.outsideContact = Team.OutsideContact(name: "Headquarters", read: "age1headquarters")
    }.policy
    func isAsked(_ change: (inout Case) -> Void) throws -> Bool {
      try policy.readers(of: Self.made(.confidential, change)).others[.outsideContact] != nil
    }
    #expect(try isAsked { $0.notTo = ["lina"] })
    #expect(try isAsked { $0.subjects = [.member("karim")] })
    #expect(try !isAsked { $0.subjects = [.unit("tabqa")] })
    #expect(try !isAsked { $0.byLot = ["lina"] })
    #expect(try !isAsked { _ in })
  }

  @Test func `contact data and texts have their own readers, never who is complained about`() throws
  {
    var desk = try Desk()
    desk.members.append(
      Team.Member(id: "qamar", name: "Qamar", roles: [.qa], read: "age1qamar"))
    let theCase = try Self.made(.internal)
    let about = try Self.made(.internal) { $0.subjects = [.member("rana")] }
    #expect(
      try desk.policy.readersOfContacts(of: theCase).members.keys.sorted()
        == ["huda", "lina", "omar", "rana"])
    #expect(
      try desk.policy.readersOfTexts(of: about).members.keys.sorted()
        == ["huda", "lina", "omar", "qamar"])
  }

  @Test(arguments: [(1, 8), (6, 8), (7, 16), (14, 16), (15, 24), (1_022, 1_024)])
  func `an entry has room for all keys of the team and two more, in steps of eight`(
    _ keys: Int, _ stanzas: Int
  ) throws {
    let desk = try Desk().with { desk in
      desk.members = (0..<keys).map { number in
        Team.Member(
          id: "m\(number)", name: "M", roles: [number == 0 ? .focal : .publisher],
          read: "age1\(number)")
      }
    }
    #expect(try desk.policy.readers(of: Self.made(.restricted)).stanzas == stanzas)
    #expect(try desk.policy.readersOfContacts(of: Self.made(.internal)).stanzas == stanzas)
  }

  @Test func `what nobody could open cannot be sealed`() throws {
    let policy = try Desk().with { $0.members.removeAll { $0.id == "huda" } }.policy
    #expect(!policy.canSeal(.restricted) && policy.canSeal(.confidential))
    #expect(policy.canSealContacts)
    let nobody = try Desk().with { $0.members.removeAll { $0.read != nil } }.policy
    #expect(!nobody.canSeal(.confidential) && !nobody.canSealContacts)
  }

  // MARK: - By lot

  @Test(arguments: Seeds.first(20))
  func `the lot leaves out one of those entitled`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let policy = try Desk().with { $0.leavesOneOut = true }.policy
    let theCase = try Self.made(.confidential) { $0.assignee = "rana" }
    let drawn = policy.lot(for: theCase, using: &generator)
    #expect(drawn.count == 1 && ["huda", "lina", "rana"].contains(drawn.first))
  }

  @Test func `the lot may fall on each of them`() throws {
    var generator = SeededGenerator(seed: 1)
    let policy = try Desk().with { $0.leavesOneOut = true }.policy
    let theCase = try Self.made(.confidential) { $0.assignee = "rana" }
    let drawn = (0..<100).flatMap { _ in policy.lot(for: theCase, using: &generator) }
    #expect(Set(drawn) == ["huda", "lina", "rana"])
  }

  @Test func `there is no lot where two would not remain, or somebody is left out already`() throws
  {
    let desk = try Desk().with { $0.leavesOneOut = true }
    #expect(try desk.policy.lot(for: Self.made(.confidential)).isEmpty)
    let assigned = try Self.made(.confidential) { $0.assignee = "rana" }
    #expect(desk.policy.lot(for: assigned).count == 1)
    #expect(desk.with { $0.leavesOneOut = false }.policy.lot(for: assigned).isEmpty)
    let leaving = try Self.made(.confidential) { theCase in
      theCase.assignee = "rana"
      theCase.notTo = ["omar"]
    }
    #expect(desk.policy.lot(for: leaving).isEmpty)
    let about = try Self.made(.confidential) { theCase in
      theCase.assignee = "rana"
      theCase.subjects = [.member("karim")]
    }
    #expect(desk.policy.lot(for: about).isEmpty)
  }
}
