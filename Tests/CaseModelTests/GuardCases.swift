import CaseModel
import TestSupport

/// For every rule of the workflow at least one situation in which it refuses.
enum GuardCases {
  static let all = anyState + handling + ending + objecting + facts + promises + undoing

  /// A sample complaint right after its registration.
  static func registered(
    _ change: (inout Registration) throws -> Void = { _ in }
  ) throws -> Ledger {
    var registration = try Registration.sample()
    try change(&registration)
    return try Ledger(registration)
  }

  static let anyState = [
    GuardCase("subject.barred", "somebody complained about writes a note") {
      try registered { $0.subjects = ["karim"] }.trying(.note, by: "karim")
    },
    GuardCase("date.future", "a call of tomorrow") {
      let ledger = try registered()
      return try ledger.trying(.note, on: ledger.day.adding(days: 1))
    },
    GuardCase("date.before-received", "a call of the day before the complaint") {
      let ledger = try registered()
      return try ledger.trying(.note, on: ledger.day.adding(days: -1))
    },
    GuardCase("held", "assigning while on hold") {
      let ledger = try registered()
      return try ledger.after(.hold(until: ledger.day.adding(days: 30)), by: "lina")
        .trying(.assign(.member("rana")))
    },
    GuardCase("held", "a second hold") {
      let ledger = try registered()
      return try ledger.after(.hold(until: ledger.day), by: "lina")
        .trying(.hold(until: ledger.day), by: "lina")
    },
    GuardCase("hold.reason", "no reason") {
      try registered().trying(.hold(until: date("2026-03-05")), text: nil)
    },
    GuardCase("hold.until", "31 days") {
      let ledger = try registered()
      return try ledger.trying(.hold(until: ledger.day.adding(days: 31)))
    },
    GuardCase("hold.until", "until yesterday") {
      let ledger = try registered().later(days: 3)
      return try ledger.trying(.hold(until: ledger.day.adding(days: -1)))
    },
    GuardCase("release.held", "not on hold") { try registered().trying(.release) },
    GuardCase("event.history", "an event from another case") {
      let ledger = try registered()
      let other = try registered { $0.title = "Another" }.after(.note)
      return (ledger, try other.next(.note))
    },
  ]

  static let handling = [
    GuardCase("assign.open", "the case is closed") {
      try Ledger.closed().trying(.assign(.member("rana")))
    },
    GuardCase("assign.subject", "to the person complained about") {
      try registered { $0.subjects = ["karim"] }.trying(.assign(.member("karim")))
    },
    GuardCase("assign.subject-unit", "to the unit complained about, without a reason") {
      try registered { $0.subjects = ["unit:tabqa"] }.trying(.assign(.unit("tabqa")), text: nil)
    },
    GuardCase("start.assigned", "nobody has it") { try registered().trying(.start) },
    GuardCase("start.assigned", "started already") { try Ledger.inProgress().trying(.start) },
    GuardCase("wait.in-progress", "not started") {
      try registered().after(.assign(.member("rana")))
        .trying(.wait(.complainant, until: date("2026-03-05")))
    },
    GuardCase("wait.question", "no question") {
      try Ledger.inProgress().trying(.wait(.other, until: date("2026-03-05")), text: nil)
    },
    GuardCase("wait.until", "15 days") {
      let ledger = try Ledger.inProgress()
      return try ledger.trying(.wait(.other, until: ledger.day.adding(days: 15)))
    },
    GuardCase("wait.until", "until yesterday") {
      let ledger = try Ledger.inProgress()
      return try ledger.trying(.wait(.other, until: ledger.day.adding(days: -1)))
    },
    GuardCase("resume.waiting", "not waiting") { try Ledger.inProgress().trying(.resume) },
  ]

  static let ending = [
    GuardCase("decide.in-progress", "nobody has it") {
      try registered().trying(.decide(.notUpheld, rootCause: nil))
    },
    GuardCase("decide.in-progress", "waiting for an answer") {
      let ledger = try Ledger.inProgress()
      return try ledger.after(.wait(.other, until: ledger.day))
        .trying(.decide(.notUpheld, rootCause: nil))
    },
    GuardCase("decide.in-progress", "told already") {
      try Ledger.informed().trying(.decide(.notUpheld, rootCause: nil))
    },
    GuardCase("decide.outcome", "an ending that is no decision") {
      try Ledger.inProgress().trying(.decide(.withdrawn, rootCause: nil))
    },
    GuardCase("decide.reasons", "no reasons") {
      try Ledger.inProgress().trying(.decide(.notUpheld, rootCause: nil), text: nil)
    },
    GuardCase("decide.reasons", "empty reasons") {
      try Ledger.inProgress().trying(.decide(.notUpheld, rootCause: nil), text: "")
    },
    GuardCase("decide.root-cause", "upheld without one") {
      try Ledger.inProgress().trying(.decide(.upheld, rootCause: nil))
    },
    GuardCase("decide.root-cause", "partly upheld without one") {
      try Ledger.inProgress().trying(.decide(.partlyUpheld, rootCause: nil))
    },
    GuardCase("approve.decided", "nothing to approve") {
      try Ledger.inProgress().trying(.approve(accept: true), by: "lina")
    },
    GuardCase("approve.second-person", "the decider") {
      try Ledger.decided().after(.assign(.member("omar"))).trying(.approve(accept: true))
    },
    GuardCase("approve.second-person", "the assignee") {
      try Ledger.inProgress().after(.decide(.notUpheld, rootCause: nil), by: "lina")
        .trying(.approve(accept: true))
    },
    GuardCase("approve.second-person", "the decider sends it back") {
      try Ledger.decided().trying(.approve(accept: false))
    },
    GuardCase("approve.reasons", "sent back without reasons") {
      try Ledger.decided().trying(.approve(accept: false), by: "lina", text: nil)
    },
    GuardCase("inform.decided", "a complaint without a decision") {
      try Ledger.inProgress().trying(.inform(.told(via: "sms", language: "ar")))
    },
    GuardCase("inform.decided", "an attempt before the decision") {
      try Ledger.inProgress().trying(.inform(.tried(via: "sms")))
    },
    GuardCase("inform.decided", "a question that waits for somebody") {
      let ledger = try Ledger.inProgress(category: "information")
      return try ledger.after(.wait(.other, until: ledger.day))
        .trying(.inform(.told(via: "sms", language: "ar")))
    },
    GuardCase("inform.approved", "a sensitive decision that nobody approved") {
      try Ledger.decided(sensitivity: .confidential)
        .trying(.inform(.told(via: "sms", language: "ar")))
    },
    GuardCase("inform.approved", "an approval that a new decision voided") {
      try Ledger.decided(sensitivity: .restricted).after(.approve(accept: true), by: "lina")
        .after(.decide(.notUpheld, rootCause: nil)).trying(.inform(.waived(.unsafe)))
    },
    GuardCase("inform.three-tries", "two days of trying") {
      try Ledger.decided().after(.inform(.tried(via: "sms"))).later(days: 1)
        .after(.inform(.tried(via: "sms"))).trying(.inform(.waived(.unreachable)))
    },
    GuardCase("inform.three-tries", "three tries on one day") {
      let tried = Action.inform(.tried(via: "sms"))
      return try Ledger.decided().after(tried).after(tried).after(tried)
        .trying(.inform(.waived(.unreachable)))
    },
    GuardCase("inform.not-anonymous", "the complainant is known") {
      try Ledger.decided()
        .after(.amend(Amendment(field: "anonymous", value: "no", was: "")))
        .trying(.inform(.waived(.anonymous)))
    },
    GuardCase("close.open", "closed already") {
      try Ledger.closed().trying(.close(outcome: .withdrawn, of: nil))
    },
    GuardCase("close.open", "the short path while waiting") {
      let ledger = try Ledger.inProgress(category: "information")
      return try ledger.after(.wait(.other, until: ledger.day))
        .trying(.close(outcome: .answered, of: nil))
    },
    GuardCase("close.reason", "withdrawn without a reason") {
      try registered().trying(.close(outcome: .withdrawn, of: nil), text: nil)
    },
    GuardCase("close.duplicate-of", "a duplicate of nothing") {
      try registered().trying(.close(outcome: .duplicate, of: nil))
    },
    GuardCase("close.short-path", "a complaint answered at once") {
      try registered().trying(.close(outcome: .answered, of: nil))
    },
    GuardCase("close.short-path", "a question that was decided") {
      try Ledger.inProgress(category: "information").after(.decide(.notUpheld, rootCause: nil))
        .after(.inform(.told(via: "sms", language: "ar")))
        .trying(.close(outcome: .answered, of: nil))
    },
    GuardCase("close.short-path", "a question upheld at once") {
      try Ledger.inProgress(category: "information").trying(.close(outcome: .upheld, of: nil))
    },
    GuardCase("close.informed", "nobody was told") {
      try Ledger.decided().trying(.close(outcome: nil, of: nil))
    },
    GuardCase("close.outcome", "a question answered without an outcome") {
      try Ledger.inProgress(category: "information")
        .after(.inform(.told(via: "sms", language: "ar"))).trying(.close(outcome: nil, of: nil))
    },
    GuardCase("close.approved", "a sensitive case withdrawn without a second person") {
      try Ledger.decided(sensitivity: .confidential)
        .trying(.close(outcome: .withdrawn, of: nil))
    },
    GuardCase("close.approved", "a case raised to confidential after the answer") {
      try Ledger.informed().after(.raise(priority: nil, sensitivity: .confidential))
        .trying(.close(outcome: nil, of: nil))
    },
    GuardCase("close.approved-outcome", "an ending that the second person did not see") {
      try Ledger.decided(sensitivity: .confidential).after(.approve(accept: true), by: "lina")
        .trying(.close(outcome: .withdrawn, of: nil))
    },
    GuardCase("close.promises", "a promise of yesterday") {
      let ledger = try Ledger.informed()
      return try ledger.after(.promise(.made(until: ledger.day))).later(days: 1)
        .trying(.close(outcome: nil, of: nil))
    },
  ]
}
