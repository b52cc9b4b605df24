import CaseModel
import TestSupport
import Testing
import Text

/// What each step leaves in the case.
@Suite struct FoldTests {
  @Test func `registration leaves all its fields`() throws {
    let registration = try Registration.full()
    let theCase = try Ledger(registration).folded
    #expect(theCase == Case(registration, registered: try date("2026-03-02")))
    #expect(theCase.state == .registered && theCase.isOpen && theCase.isSubject("karim"))
    #expect(theCase.complainant.pairs.count == 6 && !theCase.complainant.isAnonymous)
  }

  @Test func `acknowledging is no state, and the first one counts`() throws {
    var ledger = try Ledger(.sample()).later(days: 3)
    try ledger.record(.acknowledge(via: "sms"))
    #expect(try ledger.folded.acknowledged == date("2026-03-05"))
    try ledger.record(.acknowledge(via: "sms"), on: date("2026-03-03"))
    try ledger.record(.acknowledge(via: "sms"))
    #expect(try ledger.folded.acknowledged == date("2026-03-03"))
    #expect(try ledger.folded.state == .registered)
  }

  @Test func `assigning to a unit takes the case from its assignee`() throws {
    let ledger = try Ledger.inProgress().after(.assign(.unit("tabqa")))
    #expect(try ledger.folded.assignee == nil)
    #expect(try ledger.folded.unit == "tabqa")
    #expect(try ledger.folded.state == .inProgress)
  }

  @Test func `whoever starts a case of a unit gets it`() throws {
    let ledger = try Ledger(.sample()).after(.assign(.unit("tabqa")))
    #expect(try ledger.folded.state == .assigned)
    #expect(try ledger.after(.start, by: "sami").folded.assignee == "sami")
  }

  @Test func `the assignee's first note starts the work, another's does not`() throws {
    let ledger = try Ledger(.sample()).after(.assign(.member("rana")))
    #expect(try ledger.after(.note, by: "omar").folded.state == .assigned)
    #expect(try ledger.after(.note, by: "rana").folded.state == .inProgress)
  }

  @Test func `waiting names for whom and until when, and ends`() throws {
    let ledger = try Ledger.inProgress().after(.wait(.complainant, until: date("2026-03-16")))
    #expect(try ledger.folded.state == .waiting)
    #expect(try ledger.folded.waitingFor == .complainant)
    #expect(try ledger.folded.waitingUntil == date("2026-03-16"))
    let resumed = try ledger.after(.resume).folded
    #expect(resumed.state == .inProgress && resumed.waitingFor == nil)
    #expect(resumed.waitingUntil == nil)
    let closed = try ledger.after(.close(outcome: .withdrawn, of: nil)).folded
    #expect(closed.waitingFor == nil && closed.waitingUntil == nil)
  }

  @Test func `a decision names outcome, cause, day and decider`() throws {
    let theCase = try Ledger.decided().folded
    #expect(
      theCase.state == .decided && theCase.outcome == .upheld && theCase.rootCause == "data-error")
    #expect(try theCase.decided == date("2026-03-03"))
    #expect(theCase.decidedBy == "rana" && theCase.approvedBy == nil)
  }

  @Test func `an approval stays until a new decision, a rejection sends the case back`() throws {
    let ledger = try Ledger.decided(sensitivity: .confidential)
    let approved = try ledger.after(.approve(accept: true), by: "lina")
    #expect(try approved.folded.approvedBy == "lina")
    #expect(try approved.after(.inform(.waived(.unsafe))).folded.state == .informed)
    let again = try approved.after(.decide(.notUpheld, rootCause: nil)).folded
    #expect(again.approvedBy == nil && again.outcome == .notUpheld && again.rootCause == nil)
    let rejected = try ledger.after(.approve(accept: false), by: "lina").folded
    #expect(rejected.state == .inProgress && rejected.outcome == nil && rejected.decided == nil)
    #expect(rejected.decidedBy == nil && rejected.rootCause == nil)
  }

  @Test func `three tries on three days make a person unreachable`() throws {
    var ledger = try Ledger.decided()
    for _ in 0..<3 {
      try ledger.record(.inform(.tried(via: "hotline")))
      #expect(try ledger.folded.state == .decided)
      ledger.day = ledger.day.adding(days: 1)
    }
    let theCase = try ledger.after(.inform(.waived(.unreachable))).folded
    #expect(theCase.state == .informed && theCase.waived == .unreachable)
  }

  @Test func `a closed case has its span, and a reopened one ends it`() throws {
    var ledger = try Ledger.closed()
    let closed = try ledger.folded
    #expect(closed.state == .closed && !closed.isOpen)
    #expect(try closed.closed == date("2026-03-05"))
    ledger.day = try date("2026-03-20")
    try ledger.record(.reopen(due: date("2026-04-10")), by: "lina", text: "A second list.")
    let open = try ledger.folded
    #expect(open.state == .inProgress && open.closed == nil && open.reopened == 1)
    #expect(open.outcome == nil && open.informed == nil && open.decided == nil)
    #expect(try open.due == date("2026-04-10"))
    #expect(try open.closed(asOf: date("2026-03-04")) == nil)
    #expect(try open.closed(asOf: date("2026-03-05")) == date("2026-03-05"))
    #expect(try open.closed(asOf: date("2026-03-19")) == date("2026-03-05"))
    #expect(try open.closed(asOf: date("2026-03-20")) == nil)
    // How it ended then is not taken back with the decision.
    #expect(try open.closing(asOf: date("2026-03-19"))?.outcome == .upheld)
  }

  @Test func `an objection opens the case, and its review ends it either way`() throws {
    let objected = try Ledger.closed().after(.object)
    #expect(try objected.folded.state == .objected)
    #expect(try objected.folded.objections == 1)
    #expect(try objected.folded.closed == nil)
    #expect(try objected.folded.reopened == 1)
    let accepted = try objected.after(.review(accept: true, remedy: nil), by: "sami").folded
    #expect(accepted.state == .inProgress && accepted.outcome == nil)
    let rejected = try objected.after(.review(accept: false, remedy: "a court"), by: "sami").folded
    #expect(rejected.state == .informed && rejected.outcome == .upheld)
  }

  @Test func `a hold returns to the state from which it came`() throws {
    for ledger in [try Ledger.inProgress(), try Ledger.closed(), try Ledger.objected()] {
      let before = try ledger.folded
      let held = try ledger.after(.hold(until: ledger.day.adding(days: 30)), by: "lina")
      #expect(try held.folded.state == .held)
      #expect(try held.folded.heldFrom == before.state)
      #expect(try held.after(.release, by: "lina").folded == before)
    }
  }

  @Test(arguments: [
    Action.acknowledge(via: "sms"), .note, .raise(priority: .critical, sensitivity: nil),
    .amend(Amendment(field: "area", value: "x", was: "")), .settle([]), .unknown("mediate"),
    .release,
  ])
  func `these steps are allowed while a case is held`(action: Action) throws {
    let ledger = try Ledger.inProgress()
    _ = try ledger.after(.hold(until: ledger.day), by: "lina").after(action)
  }

  @Test func `every other step is refused while a case is held`() throws {
    let ledger = try Ledger.inProgress()
    let held = try ledger.after(.hold(until: ledger.day), by: "lina")
    let allowed: Set<String> = [
      "acknowledge", "note", "amend", "raise", "link", "survey", "release", "settle", "retract",
      "mediate", "register", "contact", "propose",
    ]
    var random = SeededGenerator(seed: 1)
    for action in try RandomAction.everyKind(using: &random) where !allowed.contains(action.name) {
      let refusal = #expect(throws: Refusal.self) { try held.after(action) }
      #expect(refusal?.rule == .held, "\(action.name)")
    }
  }

  @Test func `an extension moves the deadline once`() throws {
    let theCase = try Ledger(.sample()).later(days: 15).after(.extend(due: date("2026-04-01")))
      .folded
    #expect(try theCase.due == date("2026-04-01"))
    #expect(try theCase.extended == date("2026-03-17"))
  }

  @Test func `promises are open until they are kept`() throws {
    var ledger = try Ledger.informed()
    let promise = try ledger.record(.promise(.made(until: ledger.day)), text: "A basket.")
    let other = try ledger.record(.promise(.made(until: ledger.day)), text: "A visit.")
    #expect(try ledger.folded.promises == [promise, other])
    ledger.day = ledger.day.adding(days: 5)
    try ledger.record(.promise(.kept(promise)))
    try ledger.record(.promise(.moved(other, until: ledger.day)), text: "The road is closed.")
    #expect(try ledger.folded.promises == [other])
    try ledger.record(.close(outcome: nil, of: nil))
    #expect(try ledger.folded.state == .closed)
  }

  @Test func `links, referrals and answers are kept`() throws {
    var ledger = try Ledger.closed()
    try ledger.record(.link(.sameIssue, .sample(9)))
    try ledger.record(.link(.sameIssue, .sample(2)))
    try ledger.record(.link(.sameIssue, .sample(9)))
    try ledger.record(.link(.follows, .sample(3)))
    try ledger.record(.link(.duplicateOf, .sample(4)))
    let referral = try ledger.record(.refer(organisation: "unhcr", consent: .vitalInterest))
    try ledger.record(.survey(.answered(.partly, score: 3)))
    let theCase = try ledger.folded
    #expect(try theCase.sameIssue == [CaseID.sample(9), .sample(2)].sorted())
    #expect(try theCase.follows == .sample(3))
    #expect(try theCase.duplicateOf == .sample(4))
    #expect(theCase.referrals == [referral])
    #expect(theCase.satisfaction == .answered(.partly, score: 3))
  }

  @Test(arguments: CaseColumn.correctable.map(\.name))
  func `every amendable field can be amended, and reads back`(field: String) throws {
    let values = [
      "sensitivity": "confidential", "priority": "critical", "received": "2026-03-01",
      "happened": "2026-02-01", "due": "2026-05-05", "consent": "not-asked", "on-behalf": "yes",
      "repeat": "yes", "themes": "delay, quality", "subjects": "karim, unit:tabqa",
    ]
    let value = values[field] ?? "another"
    let amendment = Amendment(field: field, value: value, was: "")
    let ledger = try Ledger(.sample()).after(.amend(amendment))
    #expect(try CaseColumn(field).map(ledger.folded.text) == value)
    #expect(try ledger.folded != Ledger(.sample()).folded)
  }

  @Test(arguments: ["area", "unit", "project", "happened", "due", "subjects", "age"])
  func `an optional field can be emptied`(field: String) throws {
    let ledger = try Ledger(.full()).after(.amend(Amendment(field: field, value: "", was: "x")))
    #expect(try CaseColumn(field).map(ledger.folded.text) == "")
  }

  @Test func `a short path needs no decision`() throws {
    let ledger = try Ledger(.sample(category: "thanks"))
    let theCase = try ledger.after(.close(outcome: .noted, of: nil)).folded
    #expect(theCase.state == .closed && theCase.outcome == .noted && theCase.assignee == nil)
  }

  @Test func `a duplicate is closed and names the case that it repeats`() throws {
    let duplicate = Action.close(outcome: .duplicate, of: try .sample(4))
    let theCase = try Ledger.inProgress().after(duplicate).folded
    #expect(theCase.state == .closed && theCase.outcome == .duplicate)
    #expect(try theCase.duplicateOf == .sample(4))
  }

  @Test func `an unknown action changes nothing`() throws {
    let ledger = try Ledger.decided()
    #expect(try ledger.after(.unknown("mediate")).folded == ledger.folded)
  }

  @Test func `dates are those of the register's zone, or of the day named`() throws {
    let zone = TimeZoneRules(name: "Far/East", initialOffset: 16 * 3_600, transitions: [])
    let ledger = try Ledger(.sample(), zone: zone)
    #expect(try ledger.folded.registered == date("2026-03-03"))
    #expect(try ledger.after(.acknowledge(via: "sms")).folded.acknowledged == date("2026-03-03"))
  }

  @Test func `a subject's unit may get the case with a reason`() throws {
    var registration = try Registration.sample()
    registration.subjects = [.unit("tabqa")]
    let ledger = try Ledger(registration).after(.assign(.unit("tabqa")))
    #expect(try ledger.folded.unit == "tabqa")
  }
}
