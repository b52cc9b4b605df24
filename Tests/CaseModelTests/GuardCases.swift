import CaseModel
import TestSupport

/// For every rule of the workflow at least one situation in which it refuses, and its neighbour in
/// which it does not.
enum GuardCases {
  static let all =
    anyState + handling + deciding + informing + closing + objecting + reopening + facts + amending
    + promises + undoing

  /// A sample complaint right after its registration.
  static func registered(
    _ change: (inout Registration) throws -> Void = { _ in }
  ) throws -> Ledger {
    var registration = try Registration.sample()
    try change(&registration)
    return try Ledger(registration)
  }

  /// Rules that no state of a case changes, and those of the hold.
  static let anyState = [
    GuardCase(
      .subjectBarred, "somebody complained about writes a note",
      beside: "somebody else does"
    ) {
      try registered { $0.subjects = [.member("karim")] }.trying(.note, by: "karim")
    } allowed: {
      try registered { $0.subjects = [.member("karim")] }.trying(.note)
    },
    GuardCase(.dateFuture, "a call of tomorrow", beside: "a call of today") {
      let ledger = try registered()
      return try ledger.trying(.note, on: ledger.day.adding(days: 1))
    } allowed: {
      let ledger = try registered()
      return try ledger.trying(.note, on: ledger.day)
    },
    GuardCase(
      .dateBeforeReceived, "a call of the day before the complaint",
      beside: "of the same day, told later"
    ) {
      let ledger = try registered()
      return try ledger.trying(.note, on: ledger.day.adding(days: -1))
    } allowed: {
      let ledger = try registered()
      return try ledger.later(days: 3).trying(.note, on: ledger.day)
    },
    GuardCase(.held, "assigning while on hold", beside: "once released") {
      let ledger = try registered()
      return try ledger.after(.hold(until: ledger.day.adding(days: 30)), by: "lina")
        .trying(.assign(.member("rana")))
    } allowed: {
      let ledger = try registered()
      return try ledger.after(.hold(until: ledger.day.adding(days: 30)), by: "lina")
        .after(.release, by: "lina").trying(.assign(.member("rana")))
    },
    GuardCase(.held, "a second hold", beside: "a hold after a release") {
      let ledger = try registered()
      return try ledger.after(.hold(until: ledger.day), by: "lina")
        .trying(.hold(until: ledger.day), by: "lina")
    } allowed: {
      let ledger = try registered()
      return try ledger.after(.hold(until: ledger.day), by: "lina").after(.release, by: "lina")
        .trying(.hold(until: ledger.day), by: "lina")
    },
    GuardCase(.holdReason, "no reason", beside: "a reason") {
      try registered().trying(.hold(until: date("2026-03-05")), text: nil)
    } allowed: {
      try registered().trying(.hold(until: date("2026-03-05")))
    },
    GuardCase(.holdUntil, "31 days", beside: "30 days") {
      let ledger = try registered()
      return try ledger.trying(.hold(until: ledger.day.adding(days: 31)))
    } allowed: {
      let ledger = try registered()
      return try ledger.trying(.hold(until: ledger.day.adding(days: 30)))
    },
    GuardCase(.holdUntil, "until yesterday", beside: "until today") {
      let ledger = try registered().later(days: 3)
      return try ledger.trying(.hold(until: ledger.day.adding(days: -1)))
    } allowed: {
      let ledger = try registered().later(days: 3)
      return try ledger.trying(.hold(until: ledger.day))
    },
    GuardCase(.releaseHeld, "not on hold", beside: "on hold") {
      try registered().trying(.release)
    } allowed: {
      let ledger = try registered()
      return try ledger.after(.hold(until: ledger.day), by: "lina").trying(.release)
    },
    GuardCase(
      .eventHistory, "an event from another case",
      beside: "an event that another copy of the case made"
    ) {
      let ledger = try registered()
      let other = try registered { $0.title = "Another" }.after(.note)
      return (ledger, try other.next(.note))
    } allowed: {
      let ledger = try registered()
      let copy = try registered()
      return (ledger, try copy.next(.note))
    },
  ]
}
