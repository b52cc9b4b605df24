import CaseModel
import Diagnostics
import Testing

@testable import Register

/// Which steps an edit of the front matter becomes.
@Suite struct HandEditTests {
  private static let day = CalendarDate(day: 20_777)

  private func made(_ change: (inout Case) -> Void = { _ in }) throws -> Case {
    let id = try #require(CaseID(canonical: "2611-5D65-S771"))
    var theCase = Case(
      Registration(
        caseID: id, category: "minor", themes: ["other"], sensitivity: .internal, priority: .normal,
        channel: "sms", language: "en", received: Self.day, receivedBy: "omar", due: Self.day,
        consent: .notAsked, title: "A title"), registered: Self.day)
    change(&theCase)
    return theCase
  }

  private func names(from: Case, _ change: (inout Case) -> Void) throws -> [String] {
    var to = from
    change(&to)
    return try HandEdit(from: from, to: to, reason: "Agreed.").steps().map { $0.action.name }
  }

  @Test func `nothing edited is no step`() throws {
    #expect(try names(from: try made()) { _ in } == [])
  }

  @Test func `fields become amendments, upward changes become raise`() throws {
    let from = try made()
    #expect(try names(from: from) { $0.concern.area = "A1" } == ["amend"])
    #expect(try names(from: from) { $0.priority = .critical } == ["raise"])
    #expect(try names(from: from) { $0.priority = .low } == ["amend"])
    #expect(try names(from: from) { $0.sensitivity = .confidential } == ["raise"])
    #expect(try names(from: from) { $0.sensitivity = .open } == ["amend"])
    #expect(try names(from: from) { $0.category = "major" } == ["amend"])
    #expect(try names(from: from) { $0.complainant["sex"] = "female" } == ["amend"])
    #expect(
      try names(from: from) {
        $0.concern.area = "A1"
        $0.themes = ["delay"]
        $0.priority = .high
      }.sorted() == ["amend", "amend", "raise"])
  }

  @Test func `an amendment says what was there`() throws {
    let from = try made { $0.concern.area = "A1" }
    var to = from
    to.concern.area = nil
    let steps = try HandEdit(from: from, to: to, reason: "Agreed.").steps()
    guard case .amend(let amendment) = try #require(steps.first).action else {
      Issue.record("no amendment")
      return
    }
    #expect(amendment == Amendment(field: "area", value: "", was: "A1"))
    #expect(steps[0].text == "Agreed.")
  }

  @Test func `an assignee or a unit becomes assign, once`() throws {
    let from = try made()
    let named = try names(from: from) {
      $0.assignee = "rana"
      $0.state = .assigned
    }
    #expect(named == ["assign"])
    let unit = try names(from: from) {
      $0.unit = "north"
      $0.state = .assigned
    }
    #expect(unit == ["assign"])
  }

  @Test(arguments: [
    (CaseState.assigned, CaseState.inProgress, "start"), (.waiting, .inProgress, "resume"),
    (.informed, .closed, "close"), (.closed, .inProgress, "reopen"),
  ])
  func `a state becomes the step that leads there`(
    from: CaseState, to: CaseState, step: String
  ) throws {
    #expect(try names(from: try made { $0.state = from }) { $0.state = to } == [step])
  }

  @Test func `a state with its fields becomes the step with them`() throws {
    let open = try made { $0.state = .inProgress }
    let waiting = try names(from: open) {
      $0.state = .waiting
      $0.waitingFor = .complainant
      $0.waitingUntil = Self.day
    }
    #expect(waiting == ["wait"])
    let held = try names(from: open) {
      $0.state = .held
      $0.heldUntil = Self.day
    }
    #expect(held == ["hold"])
    let decided = try names(from: open) {
      $0.state = .decided
      $0.outcome = .notUpheld
    }
    #expect(decided == ["decide"])
    let released = try made {
      $0.state = .held
      $0.heldFrom = .decided
    }
    #expect(try names(from: released) { $0.state = .decided } == ["release"])
  }

  @Test(arguments: [
    (CaseState.registered, CaseState.inProgress), (.inProgress, .waiting), (.inProgress, .held),
    (.inProgress, .decided), (.closed, .objected), (.objected, .inProgress),
    (.inProgress, .registered),
  ])
  func `a state that no field explains is refused`(from: CaseState, to: CaseState) throws {
    let theCase = try made { $0.state = from }
    let refusal = #expect(throws: Refusal.self) { try names(from: theCase) { $0.state = to } }
    #expect(refusal?.rule == .adoptState)
  }

  @Test func `what follows from other steps cannot be edited`() throws {
    let from = try made()
    for change: (inout Case) -> Void in [
      { $0.registered = Self.day.adding(days: 1) }, { $0.objections = 1 }, { $0.external = "K-1" },
      { $0.approvedBy = "huda" }, { $0.reopened = 1 },
    ] {
      let refusal = #expect(throws: Refusal.self) { try names(from: from, change) }
      #expect(refusal?.rule == .adoptField)
    }
  }

  @Test(arguments: silent.indices)
  func `an edit that is no step is refused by its field`(index: Int) throws {
    let (field, change) = Self.silent[index]
    let from = try made {
      $0.state = .inProgress
      $0.acknowledged = Self.day
    }
    var to = from
    change(&to)
    let edit = HandEdit(from: from, to: to, reason: "Agreed.")
    #expect(try edit.steps().isEmpty)
    // Without a step the case stays as it was.
    let refusal = #expect(throws: Refusal.self) { try edit.requireSaid(by: from) }
    #expect(refusal?.rule == .adoptField)
    #expect(refusal?.diagnostic().message.contains("“\(field)”") == true, "\(refusal as Any)")
  }

  /// Edits of which no step says anything, by the key of the front matter.
  private static let silent: [(field: String, change: @Sendable (inout Case) -> Void)] = [
    ("acknowledged", { $0.acknowledged = day.adding(days: -1) }),
    ("outcome", { $0.outcome = .upheld }), ("decided", { $0.decided = day }),
    ("decided-by", { $0.decidedBy = "rana" }), ("informed", { $0.informed = day }),
    ("closed", { $0.closed = day }), ("waiting-until", { $0.waitingUntil = day }),
    ("held-until", { $0.heldUntil = day }), ("root-cause", { $0.rootCause = "procedure" }),
    ("waived", { $0.waived = .declined }), ("follows", { $0.follows = $0.id }),
    ("same-issue", { $0.sameIssue = [$0.id] }),
  ]
}
