import CaseModel
import TestSupport
import Testing
import Text

/// What each step leaves in the case.
@Suite struct FoldTests {
  @Test func `registration leaves all its fields`() throws {
    let registration = try Registration.full()
    let file = try Ledger(registration).file
    #expect(file == Case(registration, registered: try date("2026-03-02")))
    #expect(file.state == .registered && file.isOpen && file.isSubject("karim"))
    #expect(file.complainant.pairs.count == 6 && !file.complainant.isAnonymous)
  }

  @Test func `acknowledging is no state, and the first one counts`() throws {
    var ledger = try Ledger(.sample()).later(days: 3)
    try ledger.record(.acknowledge(via: "sms"))
    #expect(try ledger.file.acknowledged == date("2026-03-05"))
    try ledger.record(.acknowledge(via: "sms"), on: date("2026-03-03"))
    try ledger.record(.acknowledge(via: "sms"))
    #expect(try ledger.file.acknowledged == date("2026-03-03"))
    #expect(try ledger.file.state == .registered)
  }

  @Test func `assigning to a unit takes the case from its assignee`() throws {
    let ledger = try Ledger.inProgress().after(.assign(.unit("tabqa")))
    #expect(try ledger.file.assignee == nil)
    #expect(try ledger.file.unit == "tabqa")
    #expect(try ledger.file.state == .inProgress)
  }

  @Test func `whoever starts a case of a unit gets it`() throws {
    let ledger = try Ledger(.sample()).after(.assign(.unit("tabqa")))
    #expect(try ledger.file.state == .assigned)
    #expect(try ledger.after(.start, by: "sami").file.assignee == "sami")
  }

  @Test func `the assignee's first note starts the work, another's does not`() throws {
    let ledger = try Ledger(.sample()).after(.assign(.member("rana")))
    #expect(try ledger.after(.note, by: "omar").file.state == .assigned)
    #expect(try ledger.after(.note, by: "rana").file.state == .inProgress)
  }

  @Test func `waiting names for whom and until when, and ends`() throws {
    let ledger = try Ledger.inProgress().after(.wait(.complainant, until: date("2026-03-16")))
    #expect(try ledger.file.state == .waiting)
    #expect(try ledger.file.waitingFor == .complainant)
    #expect(try ledger.file.waitingUntil == date("2026-03-16"))
    let resumed = try ledger.after(.resume).file
    #expect(resumed.state == .inProgress && resumed.waitingFor == nil)
    #expect(resumed.waitingUntil == nil)
    let closed = try ledger.after(.close(outcome: .withdrawn, of: nil)).file
    #expect(closed.waitingFor == nil && closed.waitingUntil == nil)
  }

  @Test func `a decision names outcome, cause, day and decider`() throws {
    let file = try Ledger.decided().file
    #expect(file.state == .decided && file.outcome == .upheld && file.rootCause == "data-error")
    #expect(try file.decided == date("2026-03-03"))
    #expect(file.decidedBy == "rana" && file.approvedBy == nil)
  }

  @Test func `an approval stays until a new decision, a rejection sends the case back`() throws {
    let ledger = try Ledger.decided(sensitivity: .confidential)
    let approved = try ledger.after(.approve(accept: true), by: "lina")
    #expect(try approved.file.approvedBy == "lina")
    #expect(try approved.after(.inform(.waived(.unsafe))).file.state == .informed)
    let again = try approved.after(.decide(.notUpheld, rootCause: nil)).file
    #expect(again.approvedBy == nil && again.outcome == .notUpheld && again.rootCause == nil)
    let rejected = try ledger.after(.approve(accept: false), by: "lina").file
    #expect(rejected.state == .inProgress && rejected.outcome == nil && rejected.decided == nil)
    #expect(rejected.decidedBy == nil && rejected.rootCause == nil)
  }

  @Test func `three tries on three days make a person unreachable`() throws {
    var ledger = try Ledger.decided()
    for _ in 0..<3 {
      try ledger.record(.inform(.tried(via: "hotline")))
      #expect(try ledger.file.state == .decided)
      ledger.day = ledger.day.adding(days: 1)
    }
    let file = try ledger.after(.inform(.waived(.unreachable))).file
    #expect(file.state == .informed && file.waived == .unreachable)
  }

  @Test func `a closed case has its span, and a reopened one ends it`() throws {
    var ledger = try Ledger.closed()
    let closed = try ledger.file
    #expect(closed.state == .closed && !closed.isOpen)
    #expect(try closed.closed == date("2026-03-05"))
    ledger.day = try date("2026-03-20")
    try ledger.record(.reopen(due: date("2026-04-10")), by: "lina", text: "A second list.")
    let open = try ledger.file
    #expect(open.state == .inProgress && open.closed == nil && open.reopened == 1)
    #expect(open.outcome == nil && open.informed == nil && open.decided == nil)
    #expect(try open.due == date("2026-04-10"))
    #expect(try open.closed(asOf: date("2026-03-04")) == nil)
    #expect(try open.closed(asOf: date("2026-03-05")) == date("2026-03-05"))
    #expect(try open.closed(asOf: date("2026-03-19")) == date("2026-03-05"))
    #expect(try open.closed(asOf: date("2026-03-20")) == nil)
  }

  @Test func `an objection opens the case, and its review ends it either way`() throws {
    let objected = try Ledger.closed().after(.object)
    #expect(try objected.file.state == .objected)
    #expect(try objected.file.objections == 1)
    #expect(try objected.file.closed == nil)
    #expect(try objected.file.reopened == 1)
    let accepted = try objected.after(.review(accept: true, remedy: nil), by: "sami").file
    #expect(accepted.state == .inProgress && accepted.outcome == nil)
    let rejected = try objected.after(.review(accept: false, remedy: "a court"), by: "sami").file
    #expect(rejected.state == .informed && rejected.outcome == .upheld)
  }

  @Test func `a hold returns to the state from which it came`() throws {
    for ledger in [try Ledger.inProgress(), try Ledger.closed(), try Ledger.objected()] {
      let before = try ledger.file
      let held = try ledger.after(.hold(until: ledger.day.adding(days: 30)), by: "lina")
      #expect(try held.file.state == .held)
      #expect(try held.file.heldFrom == before.state)
      #expect(try held.after(.release, by: "lina").file == before)
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
    let file = try Ledger(.sample()).later(days: 15).after(.extend(due: date("2026-04-01"))).file
    #expect(try file.due == date("2026-04-01"))
    #expect(try file.extended == date("2026-03-17"))
  }

  @Test func `promises are open until they are kept`() throws {
    var ledger = try Ledger.informed()
    let promise = try ledger.record(.promise(.made(until: ledger.day)), text: "A basket.")
    let other = try ledger.record(.promise(.made(until: ledger.day)), text: "A visit.")
    #expect(try ledger.file.promises == [promise, other])
    ledger.day = ledger.day.adding(days: 5)
    try ledger.record(.promise(.kept(promise)))
    try ledger.record(.promise(.moved(other, until: ledger.day)), text: "The road is closed.")
    #expect(try ledger.file.promises == [other])
    try ledger.record(.close(outcome: nil, of: nil))
    #expect(try ledger.file.state == .closed)
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
    let file = try ledger.file
    #expect(try file.sameIssue == [CaseID.sample(9), .sample(2)].sorted())
    #expect(try file.follows == .sample(3))
    #expect(try file.duplicateOf == .sample(4))
    #expect(file.referrals == [referral])
    #expect(file.satisfaction == .answered(.partly, score: 3))
  }

  @Test(arguments: Case.amendableFields)
  func `every amendable field can be amended, and reads back`(field: String) throws {
    let values = [
      "sensitivity": "confidential", "priority": "critical", "received": "2026-03-01",
      "happened": "2026-02-01", "due": "2026-05-05", "consent": "not-asked", "on-behalf": "yes",
      "repeat": "yes", "themes": "delay, quality", "subjects": "karim, unit:tabqa",
    ]
    let value = values[field] ?? "another"
    let amendment = Amendment(field: field, value: value, was: "")
    let ledger = try Ledger(.sample()).after(.amend(amendment))
    #expect(try ledger.file.value(of: field) == value)
    #expect(try ledger.file != Ledger(.sample()).file)
  }

  @Test(arguments: ["area", "unit", "project", "happened", "due", "subjects", "age"])
  func `an optional field can be emptied`(field: String) throws {
    let ledger = try Ledger(.full()).after(.amend(Amendment(field: field, value: "", was: "x")))
    #expect(try ledger.file.value(of: field) == "")
  }

  @Test func `a short path needs no decision`() throws {
    let ledger = try Ledger(.sample(category: "thanks"))
    let file = try ledger.after(.close(outcome: .noted, of: nil)).file
    #expect(file.state == .closed && file.outcome == .noted && file.assignee == nil)
  }

  @Test func `a duplicate is closed and names the case that it repeats`() throws {
    let duplicate = Action.close(outcome: .duplicate, of: try .sample(4))
    let file = try Ledger.inProgress().after(duplicate).file
    #expect(file.state == .closed && file.outcome == .duplicate)
    #expect(try file.duplicateOf == .sample(4))
  }

  @Test func `an unknown action changes nothing`() throws {
    let ledger = try Ledger.decided()
    #expect(try ledger.after(.unknown("mediate")).file == ledger.file)
  }

  @Test func `dates are those of the register's zone, or of the day named`() throws {
    let zone = TimeZoneRules(name: "Far/East", initialOffset: 16 * 3_600, transitions: [])
    let ledger = try Ledger(.sample(), zone: zone)
    #expect(try ledger.file.registered == date("2026-03-03"))
    #expect(try ledger.after(.acknowledge(via: "sms")).file.acknowledged == date("2026-03-03"))
  }

  @Test func `a subject's unit may get the case with a reason`() throws {
    var registration = try Registration.sample()
    registration.subjects = ["unit:tabqa"]
    let ledger = try Ledger(registration).after(.assign(.unit("tabqa")))
    #expect(try ledger.file.unit == "tabqa")
  }
}
