import CaseModel
import TestSupport

extension GuardCases {
  /// Promises of a remedy.
  static let promises = [
    GuardCase(.promiseWhat, "nothing said", beside: "said") {
      try registered().trying(.promise(.made(until: date("2026-04-01"))), text: nil)
    } allowed: {
      try registered().trying(.promise(.made(until: date("2026-04-01"))), text: "A basket.")
    },
    GuardCase(.promiseReason, "moved without a reason", beside: "with a reason") {
      var ledger = try registered()
      let promise = try ledger.record(.promise(.made(until: date("2026-04-01"))), text: "A basket.")
      return try ledger.trying(.promise(.moved(promise, until: date("2026-04-02"))), text: nil)
    } allowed: {
      var ledger = try registered()
      let promise = try ledger.record(.promise(.made(until: date("2026-04-01"))), text: "A basket.")
      return try ledger.trying(.promise(.moved(promise, until: date("2026-04-02"))))
    },
    GuardCase(.promiseOpen, "kept twice", beside: "kept once") {
      var ledger = try registered()
      let promise = try ledger.record(.promise(.made(until: date("2026-04-01"))), text: "A basket.")
      try ledger.record(.promise(.kept(promise)))
      return try ledger.trying(.promise(.kept(promise)))
    } allowed: {
      var ledger = try registered()
      let promise = try ledger.record(.promise(.made(until: date("2026-04-01"))), text: "A basket.")
      return try ledger.trying(.promise(.kept(promise)))
    },
    GuardCase(.promiseOpen, "moved without having been made", beside: "moved a second time") {
      let ledger = try registered()
      return try ledger.trying(
        .promise(.moved(ledger.history.events[0].id, until: date("2026-04-02"))))
    } allowed: {
      var ledger = try registered()
      let promise = try ledger.record(.promise(.made(until: date("2026-04-01"))), text: "A basket.")
      try ledger.record(.promise(.moved(promise, until: date("2026-04-02"))), text: "No lorry.")
      return try ledger.trying(.promise(.moved(promise, until: date("2026-04-03"))))
    },
  ]

  /// Steps taken back by their author.
  static let undoing = [
    GuardCase(.undoUnknown, "an event of another case", beside: "the last event of this one") {
      try registered().trying(.retract(.sample(7)))
    } allowed: {
      var ledger = try registered()
      let note = try ledger.record(.note, text: "A call.")
      return try ledger.trying(.retract(note))
    },
    GuardCase(.undoRegister, "the registration", beside: "what the same person did next") {
      let ledger = try registered()
      return try ledger.trying(.retract(ledger.history.events[0].id), by: "omar")
    } allowed: {
      var ledger = try registered()
      let note = try ledger.record(.note, by: "omar", text: "A call.")
      return try ledger.trying(.retract(note), by: "omar")
    },
    GuardCase(.undoRetract, "an undo", beside: "the same step taken again") {
      var ledger = try registered()
      let undo = try ledger.record(.retract(try ledger.record(.note, text: "Wrong case.")))
      return try ledger.trying(.retract(undo))
    } allowed: {
      var ledger = try registered()
      try ledger.record(.retract(try ledger.record(.note, text: "Wrong case.")))
      let again = try ledger.record(.note, text: "Wrong case.")
      return try ledger.trying(.retract(again))
    },
    GuardCase(
      .undoRaise, "the step that made a case sensitive",
      beside: "the step that made an open case internal"
    ) {
      var ledger = try registered()
      let raise = try ledger.record(.raise(priority: nil, sensitivity: .confidential))
      return try ledger.trying(.retract(raise))
    } allowed: {
      var ledger = try registered { $0.sensitivity = .open }
      let raise = try ledger.record(.raise(priority: nil, sensitivity: .internal))
      return try ledger.trying(.retract(raise))
    },
    GuardCase(.undoOwn, "somebody else's note", beside: "one's own") {
      var ledger = try registered()
      let note = try ledger.record(.note, text: "A call.")
      return try ledger.trying(.retract(note), by: "omar")
    } allowed: {
      var ledger = try registered()
      let note = try ledger.record(.note, text: "A call.")
      return try ledger.trying(.retract(note), by: "rana")
    },
    GuardCase(
      .undoFollowed, "a step on which another was built",
      beside: "the other one was taken back"
    ) {
      var ledger = try registered()
      let note = try ledger.record(.note, text: "A call.")
      try ledger.record(.note, by: "omar", text: "Another call.")
      return try ledger.trying(.retract(note))
    } allowed: {
      var ledger = try registered()
      let note = try ledger.record(.note, text: "A call.")
      let later = try ledger.record(.note, by: "omar", text: "Another call.")
      try ledger.record(.retract(later), by: "omar")
      return try ledger.trying(.retract(note))
    },
    GuardCase(.undoFollowed, "undone already", beside: "the step before it") {
      var ledger = try registered()
      let note = try ledger.record(.note, text: "A call.")
      try ledger.record(.retract(note))
      return try ledger.trying(.retract(note))
    } allowed: {
      var ledger = try registered()
      let note = try ledger.record(.note, text: "A call.")
      let second = try ledger.record(.note, text: "A second call.")
      try ledger.record(.retract(second))
      return try ledger.trying(.retract(note))
    },
  ]
}
