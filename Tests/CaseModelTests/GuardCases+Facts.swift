import CaseModel
import TestSupport

extension GuardCases {
  static let objecting = [
    GuardCase("object.informed", "no answer yet") { try Ledger.decided().trying(.object) },
    GuardCase("object.rounds", "a third objection") {
      let reject = Action.review(accept: false, remedy: "the ombudsman")
      return try Ledger.objected().after(reject, by: "sami").after(.object)
        .after(reject, by: "sami").trying(.object)
    },
    GuardCase("object.reason", "no reason") { try Ledger.informed().trying(.object, text: nil) },
    GuardCase("review.objected", "no objection") {
      try Ledger.informed().trying(.review(accept: true, remedy: nil), by: "sami")
    },
    GuardCase("review.second-person", "the assignee and decider") {
      try Ledger.objected().trying(.review(accept: true, remedy: nil))
    },
    GuardCase("review.second-person", "the decider who handed the case on") {
      try Ledger.objected().after(.assign(.member("omar")))
        .trying(.review(accept: true, remedy: nil))
    },
    GuardCase("review.second-person", "the new assignee") {
      try Ledger.objected().after(.assign(.member("omar")))
        .trying(.review(accept: true, remedy: nil), by: "omar")
    },
    GuardCase("review.second-person", "the approver") {
      try Ledger.decided(sensitivity: .confidential).after(.approve(accept: true), by: "lina")
        .after(.inform(.told(via: "sms", language: "ar"))).after(.object)
        .trying(.review(accept: true, remedy: nil), by: "lina")
    },
    GuardCase("review.reasons", "no reasons") {
      try Ledger.objected().trying(.review(accept: true, remedy: nil), by: "sami", text: nil)
    },
    GuardCase("review.remedy", "rejected without a way out") {
      try Ledger.objected().trying(.review(accept: false, remedy: nil), by: "sami")
    },
    GuardCase("review.remedy", "an empty way out") {
      try Ledger.objected().trying(.review(accept: false, remedy: ""), by: "sami")
    },
    GuardCase("reopen.closed", "it is open") {
      try Ledger.informed().trying(.reopen(due: date("2026-04-01")), by: "lina")
    },
    GuardCase("reopen.reason", "no new information") {
      try Ledger.closed().trying(.reopen(due: date("2026-04-01")), by: "lina", text: nil)
    },
  ]

  static let facts = [
    GuardCase("raise.higher", "to the same priority") {
      try registered().trying(.raise(priority: .normal, sensitivity: nil))
    },
    GuardCase("raise.higher", "to a lower sensitivity") {
      try registered().trying(.raise(priority: nil, sensitivity: .open))
    },
    GuardCase("raise.nothing", "neither") {
      try registered().trying(.raise(priority: nil, sensitivity: nil))
    },
    GuardCase("extend.open", "the case is closed") {
      try Ledger.closed().trying(.extend(due: date("2026-04-01")))
    },
    GuardCase("extend.reason", "no reason") {
      try registered().trying(.extend(due: date("2026-04-01")), text: nil)
    },
    GuardCase("extend.once", "a second time") {
      try registered().after(.extend(due: date("2026-04-01")))
        .trying(.extend(due: date("2026-04-02")))
    },
    GuardCase("extend.before-due", "the day after the deadline") {
      try registered().later(days: 16).trying(.extend(due: date("2026-04-01")))
    },
    GuardCase("extend.later", "to the same day") {
      try registered().trying(.extend(due: date("2026-03-17")))
    },
    GuardCase("amend.reason", "no reason") {
      try registered().trying(.amend(Amendment(field: "area", value: "x", was: "")), text: nil)
    },
    GuardCase("amend.field", "the narrative") {
      try registered().trying(.amend(Amendment(field: "text", value: "x", was: "")))
    },
    GuardCase("amend.field", "a field of the workflow") {
      try registered().trying(.amend(Amendment(field: "state", value: "closed", was: "")))
    },
    GuardCase("amend.value", "no date") {
      try registered().trying(.amend(Amendment(field: "received", value: "2026-02-30", was: "")))
    },
    GuardCase("amend.value", "no title") {
      try registered().trying(.amend(Amendment(field: "title", value: "", was: "")))
    },
    GuardCase("amend.value", "no theme") {
      try registered().trying(.amend(Amendment(field: "themes", value: " , ", was: "")))
    },
    GuardCase("amend.value", "neither yes nor no") {
      try registered().trying(.amend(Amendment(field: "on-behalf", value: "true", was: "no")))
    },
    GuardCase("amend.same", "nothing changes") {
      try registered().trying(.amend(Amendment(field: "channel", value: "hotline", was: "")))
    },
    GuardCase("link.self", "to itself") {
      try registered().trying(.link(.sameIssue, .sample()))
    },
    GuardCase("survey.after", "before the answer") {
      try Ledger.decided().trying(.survey(.answered(.yes, score: 5)))
    },
    GuardCase("survey.score", "six of five") {
      try Ledger.closed().trying(.survey(.answered(.yes, score: 6)))
    },
    GuardCase("survey.score", "none of five") {
      try Ledger.closed().trying(.survey(.answered(.yes, score: 0)))
    },
  ]

  static let promises = [
    GuardCase("promise.what", "nothing said") {
      try registered().trying(.promise(.made(until: date("2026-04-01"))), text: nil)
    },
    GuardCase("promise.reason", "moved without a reason") {
      var ledger = try registered()
      let promise = try ledger.record(.promise(.made(until: date("2026-04-01"))), text: "A basket.")
      return try ledger.trying(.promise(.moved(promise, until: date("2026-04-02"))), text: nil)
    },
    GuardCase("promise.open", "kept twice") {
      var ledger = try registered()
      let promise = try ledger.record(.promise(.made(until: date("2026-04-01"))), text: "A basket.")
      try ledger.record(.promise(.kept(promise)))
      return try ledger.trying(.promise(.kept(promise)))
    },
    GuardCase("promise.open", "moved without having been made") {
      let ledger = try registered()
      return try ledger.trying(
        .promise(.moved(ledger.history.events[0].id, until: date("2026-04-02"))))
    },
  ]

  static let undoing = [
    GuardCase("undo.unknown", "an event of another case") {
      try registered().trying(.retract(.sample(7)))
    },
    GuardCase("undo.register", "the registration") {
      let ledger = try registered()
      return try ledger.trying(.retract(ledger.history.events[0].id), by: "omar")
    },
    GuardCase("undo.retract", "an undo") {
      var ledger = try registered()
      let undo = try ledger.record(.retract(try ledger.record(.note, text: "Wrong case.")))
      return try ledger.trying(.retract(undo))
    },
    GuardCase("undo.raise", "the step that made a case sensitive") {
      var ledger = try registered()
      let raise = try ledger.record(.raise(priority: nil, sensitivity: .confidential))
      return try ledger.trying(.retract(raise))
    },
    GuardCase("undo.own", "somebody else's note") {
      var ledger = try registered()
      let note = try ledger.record(.note, text: "A call.")
      return try ledger.trying(.retract(note), by: "omar")
    },
    GuardCase("undo.followed", "a step on which another was built") {
      var ledger = try registered()
      let note = try ledger.record(.note, text: "A call.")
      try ledger.record(.note, by: "omar", text: "Another call.")
      return try ledger.trying(.retract(note))
    },
    GuardCase("undo.followed", "undone already") {
      var ledger = try registered()
      let note = try ledger.record(.note, text: "A call.")
      try ledger.record(.retract(note))
      return try ledger.trying(.retract(note))
    },
  ]
}
