import CaseModel
import TestSupport

extension GuardCases {
  static let objecting = [
    GuardCase(.objectInformed, "no answer yet") { try Ledger.decided().trying(.object) },
    GuardCase(.objectRounds, "a third objection") {
      let reject = Action.review(accept: false, remedy: "the ombudsman")
      return try Ledger.objected().after(reject, by: "sami").after(.object)
        .after(reject, by: "sami").trying(.object)
    },
    GuardCase(.objectReason, "no reason") { try Ledger.informed().trying(.object, text: nil) },
    GuardCase(.reviewObjected, "no objection") {
      try Ledger.informed().trying(.review(accept: true, remedy: nil), by: "sami")
    },
    GuardCase(.reviewSecondPerson, "the assignee and decider") {
      try Ledger.objected().trying(.review(accept: true, remedy: nil))
    },
    GuardCase(.reviewSecondPerson, "the decider who handed the case on") {
      try Ledger.objected().after(.assign(.member("omar")))
        .trying(.review(accept: true, remedy: nil))
    },
    GuardCase(.reviewSecondPerson, "the new assignee") {
      try Ledger.objected().after(.assign(.member("omar")))
        .trying(.review(accept: true, remedy: nil), by: "omar")
    },
    GuardCase(.reviewSecondPerson, "the approver") {
      try Ledger.decided(sensitivity: .confidential).after(.approve(accept: true), by: "lina")
        .after(.inform(.told(via: "sms", language: "ar"))).after(.object)
        .trying(.review(accept: true, remedy: nil), by: "lina")
    },
    GuardCase(.reviewReasons, "no reasons") {
      try Ledger.objected().trying(.review(accept: true, remedy: nil), by: "sami", text: nil)
    },
    GuardCase(.reviewRemedy, "rejected without a way out") {
      try Ledger.objected().trying(.review(accept: false, remedy: nil), by: "sami")
    },
    GuardCase(.reviewRemedy, "an empty way out") {
      try Ledger.objected().trying(.review(accept: false, remedy: ""), by: "sami")
    },
    GuardCase(.reopenClosed, "it is open") {
      try Ledger.informed().trying(.reopen(due: date("2026-04-01")), by: "lina")
    },
    GuardCase(.reopenReason, "no new information") {
      try Ledger.closed().trying(.reopen(due: date("2026-04-01")), by: "lina", text: nil)
    },
  ]

  static let facts = [
    GuardCase(.raiseHigher, "to the same priority") {
      try registered().trying(.raise(priority: .normal, sensitivity: nil))
    },
    GuardCase(.raiseHigher, "to a lower sensitivity") {
      try registered().trying(.raise(priority: nil, sensitivity: .open))
    },
    GuardCase(.raiseNothing, "neither") {
      try registered().trying(.raise(priority: nil, sensitivity: nil))
    },
    GuardCase(.extendOpen, "the case is closed") {
      try Ledger.closed().trying(.extend(due: date("2026-04-01")))
    },
    GuardCase(.extendReason, "no reason") {
      try registered().trying(.extend(due: date("2026-04-01")), text: nil)
    },
    GuardCase(.extendOnce, "a second time") {
      try registered().after(.extend(due: date("2026-04-01")))
        .trying(.extend(due: date("2026-04-02")))
    },
    GuardCase(.extendBeforeDue, "the day after the deadline") {
      try registered().later(days: 16).trying(.extend(due: date("2026-04-01")))
    },
    GuardCase(.extendLater, "to the same day") {
      try registered().trying(.extend(due: date("2026-03-17")))
    },
    GuardCase(.amendReason, "no reason") {
      try registered().trying(.amend(Amendment(field: "area", value: "x", was: "")), text: nil)
    },
    GuardCase(.amendField, "the narrative") {
      try registered().trying(.amend(Amendment(field: "text", value: "x", was: "")))
    },
    GuardCase(.amendField, "a field of the workflow") {
      try registered().trying(.amend(Amendment(field: "state", value: "closed", was: "")))
    },
    GuardCase(.amendValue, "no date") {
      try registered().trying(.amend(Amendment(field: "received", value: "2026-02-30", was: "")))
    },
    GuardCase(.amendValue, "no title") {
      try registered().trying(.amend(Amendment(field: "title", value: "", was: "")))
    },
    GuardCase(.amendValue, "no theme") {
      try registered().trying(.amend(Amendment(field: "themes", value: " , ", was: "")))
    },
    GuardCase(.amendValue, "neither yes nor no") {
      try registered().trying(.amend(Amendment(field: "on-behalf", value: "true", was: "no")))
    },
    GuardCase(.amendSame, "nothing changes") {
      try registered().trying(.amend(Amendment(field: "channel", value: "hotline", was: "")))
    },
    GuardCase(.linkSelf, "to itself") {
      try registered().trying(.link(.sameIssue, .sample()))
    },
    GuardCase(.surveyAfter, "before the answer") {
      try Ledger.decided().trying(.survey(.answered(.yes, score: 5)))
    },
    GuardCase(.surveyScore, "six of five") {
      try Ledger.closed().trying(.survey(.answered(.yes, score: 6)))
    },
    GuardCase(.surveyScore, "none of five") {
      try Ledger.closed().trying(.survey(.answered(.yes, score: 0)))
    },
  ]

  static let promises = [
    GuardCase(.promiseWhat, "nothing said") {
      try registered().trying(.promise(.made(until: date("2026-04-01"))), text: nil)
    },
    GuardCase(.promiseReason, "moved without a reason") {
      var ledger = try registered()
      let promise = try ledger.record(.promise(.made(until: date("2026-04-01"))), text: "A basket.")
      return try ledger.trying(.promise(.moved(promise, until: date("2026-04-02"))), text: nil)
    },
    GuardCase(.promiseOpen, "kept twice") {
      var ledger = try registered()
      let promise = try ledger.record(.promise(.made(until: date("2026-04-01"))), text: "A basket.")
      try ledger.record(.promise(.kept(promise)))
      return try ledger.trying(.promise(.kept(promise)))
    },
    GuardCase(.promiseOpen, "moved without having been made") {
      let ledger = try registered()
      return try ledger.trying(
        .promise(.moved(ledger.history.events[0].id, until: date("2026-04-02"))))
    },
  ]

  static let undoing = [
    GuardCase(.undoUnknown, "an event of another case") {
      try registered().trying(.retract(.sample(7)))
    },
    GuardCase(.undoRegister, "the registration") {
      let ledger = try registered()
      return try ledger.trying(.retract(ledger.history.events[0].id), by: "omar")
    },
    GuardCase(.undoRetract, "an undo") {
      var ledger = try registered()
      let undo = try ledger.record(.retract(try ledger.record(.note, text: "Wrong case.")))
      return try ledger.trying(.retract(undo))
    },
    GuardCase(.undoRaise, "the step that made a case sensitive") {
      var ledger = try registered()
      let raise = try ledger.record(.raise(priority: nil, sensitivity: .confidential))
      return try ledger.trying(.retract(raise))
    },
    GuardCase(.undoOwn, "somebody else's note") {
      var ledger = try registered()
      let note = try ledger.record(.note, text: "A call.")
      return try ledger.trying(.retract(note), by: "omar")
    },
    GuardCase(.undoFollowed, "a step on which another was built") {
      var ledger = try registered()
      let note = try ledger.record(.note, text: "A call.")
      try ledger.record(.note, by: "omar", text: "Another call.")
      return try ledger.trying(.retract(note))
    },
    GuardCase(.undoFollowed, "undone already") {
      var ledger = try registered()
      let note = try ledger.record(.note, text: "A call.")
      try ledger.record(.retract(note))
      return try ledger.trying(.retract(note))
    },
  ]
}
