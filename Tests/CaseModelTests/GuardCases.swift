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
    GuardCase(.subjectBarred, "somebody complained about writes a note") {
      try registered { $0.subjects = ["karim"] }.trying(.note, by: "karim")
    },
    GuardCase(.dateFuture, "a call of tomorrow") {
      let ledger = try registered()
      return try ledger.trying(.note, on: ledger.day.adding(days: 1))
    },
    GuardCase(.dateBeforeReceived, "a call of the day before the complaint") {
      let ledger = try registered()
      return try ledger.trying(.note, on: ledger.day.adding(days: -1))
    },
    GuardCase(.held, "assigning while on hold") {
      let ledger = try registered()
      return try ledger.after(.hold(until: ledger.day.adding(days: 30)), by: "lina")
        .trying(.assign(.member("rana")))
    },
    GuardCase(.held, "a second hold") {
      let ledger = try registered()
      return try ledger.after(.hold(until: ledger.day), by: "lina")
        .trying(.hold(until: ledger.day), by: "lina")
    },
    GuardCase(.holdReason, "no reason") {
      try registered().trying(.hold(until: date("2026-03-05")), text: nil)
    },
    GuardCase(.holdUntil, "31 days") {
      let ledger = try registered()
      return try ledger.trying(.hold(until: ledger.day.adding(days: 31)))
    },
    GuardCase(.holdUntil, "until yesterday") {
      let ledger = try registered().later(days: 3)
      return try ledger.trying(.hold(until: ledger.day.adding(days: -1)))
    },
    GuardCase(.releaseHeld, "not on hold") { try registered().trying(.release) },
    GuardCase(.eventHistory, "an event from another case") {
      let ledger = try registered()
      let other = try registered { $0.title = "Another" }.after(.note)
      return (ledger, try other.next(.note))
    },
  ]

  static let handling = [
    GuardCase(.assignOpen, "the case is closed") {
      try Ledger.closed().trying(.assign(.member("rana")))
    },
    GuardCase(.assignSubject, "to the person complained about") {
      try registered { $0.subjects = ["karim"] }.trying(.assign(.member("karim")))
    },
    GuardCase(.assignSubjectUnit, "to the unit complained about, without a reason") {
      try registered { $0.subjects = ["unit:tabqa"] }.trying(.assign(.unit("tabqa")), text: nil)
    },
    GuardCase(.startAssigned, "nobody has it") { try registered().trying(.start) },
    GuardCase(.startAssigned, "started already") { try Ledger.inProgress().trying(.start) },
    GuardCase(.waitInProgress, "not started") {
      try registered().after(.assign(.member("rana")))
        .trying(.wait(.complainant, until: date("2026-03-05")))
    },
    GuardCase(.waitQuestion, "no question") {
      try Ledger.inProgress().trying(.wait(.other, until: date("2026-03-05")), text: nil)
    },
    GuardCase(.waitUntil, "15 days") {
      let ledger = try Ledger.inProgress()
      return try ledger.trying(.wait(.other, until: ledger.day.adding(days: 15)))
    },
    GuardCase(.waitUntil, "until yesterday") {
      let ledger = try Ledger.inProgress()
      return try ledger.trying(.wait(.other, until: ledger.day.adding(days: -1)))
    },
    GuardCase(.resumeWaiting, "not waiting") { try Ledger.inProgress().trying(.resume) },
  ]

  static let ending = [
    GuardCase(.decideInProgress, "nobody has it") {
      try registered().trying(.decide(.notUpheld, rootCause: nil))
    },
    GuardCase(.decideInProgress, "waiting for an answer") {
      let ledger = try Ledger.inProgress()
      return try ledger.after(.wait(.other, until: ledger.day))
        .trying(.decide(.notUpheld, rootCause: nil))
    },
    GuardCase(.decideInProgress, "told already") {
      try Ledger.informed().trying(.decide(.notUpheld, rootCause: nil))
    },
    GuardCase(.decideOutcome, "an ending that is no decision") {
      try Ledger.inProgress().trying(.decide(.withdrawn, rootCause: nil))
    },
    GuardCase(.decideReasons, "no reasons") {
      try Ledger.inProgress().trying(.decide(.notUpheld, rootCause: nil), text: nil)
    },
    GuardCase(.decideReasons, "empty reasons") {
      try Ledger.inProgress().trying(.decide(.notUpheld, rootCause: nil), text: "")
    },
    GuardCase(.decideRootCause, "upheld without one") {
      try Ledger.inProgress().trying(.decide(.upheld, rootCause: nil))
    },
    GuardCase(.decideRootCause, "partly upheld without one") {
      try Ledger.inProgress().trying(.decide(.partlyUpheld, rootCause: nil))
    },
    GuardCase(.approveDecided, "nothing to approve") {
      try Ledger.inProgress().trying(.approve(accept: true), by: "lina")
    },
    GuardCase(.approveSecondPerson, "the decider") {
      try Ledger.decided().after(.assign(.member("omar"))).trying(.approve(accept: true))
    },
    GuardCase(.approveSecondPerson, "the assignee") {
      try Ledger.inProgress().after(.decide(.notUpheld, rootCause: nil), by: "lina")
        .trying(.approve(accept: true))
    },
    GuardCase(.approveSecondPerson, "the decider sends it back") {
      try Ledger.decided().trying(.approve(accept: false))
    },
    GuardCase(.approveReasons, "sent back without reasons") {
      try Ledger.decided().trying(.approve(accept: false), by: "lina", text: nil)
    },
    GuardCase(.informDecided, "a complaint without a decision") {
      try Ledger.inProgress().trying(.inform(.told(via: "sms", language: "ar")))
    },
    GuardCase(.informDecided, "an attempt before the decision") {
      try Ledger.inProgress().trying(.inform(.tried(via: "sms")))
    },
    GuardCase(.informDecided, "a question that waits for somebody") {
      let ledger = try Ledger.inProgress(category: "information")
      return try ledger.after(.wait(.other, until: ledger.day))
        .trying(.inform(.told(via: "sms", language: "ar")))
    },
    GuardCase(.informApproved, "a sensitive decision that nobody approved") {
      try Ledger.decided(sensitivity: .confidential)
        .trying(.inform(.told(via: "sms", language: "ar")))
    },
    GuardCase(.informApproved, "an approval that a new decision voided") {
      try Ledger.decided(sensitivity: .restricted).after(.approve(accept: true), by: "lina")
        .after(.decide(.notUpheld, rootCause: nil)).trying(.inform(.waived(.unsafe)))
    },
    GuardCase(.informThreeTries, "two days of trying") {
      try Ledger.decided().after(.inform(.tried(via: "sms"))).later(days: 1)
        .after(.inform(.tried(via: "sms"))).trying(.inform(.waived(.unreachable)))
    },
    GuardCase(.informThreeTries, "three tries on one day") {
      let tried = Action.inform(.tried(via: "sms"))
      return try Ledger.decided().after(tried).after(tried).after(tried)
        .trying(.inform(.waived(.unreachable)))
    },
    GuardCase(.informNotAnonymous, "the complainant is known") {
      try Ledger.decided()
        .after(.amend(Amendment(field: "anonymous", value: "no", was: "")))
        .trying(.inform(.waived(.anonymous)))
    },
    GuardCase(.closeOpen, "closed already") {
      try Ledger.closed().trying(.close(outcome: .withdrawn, of: nil))
    },
    GuardCase(.closeOpen, "the short path while waiting") {
      let ledger = try Ledger.inProgress(category: "information")
      return try ledger.after(.wait(.other, until: ledger.day))
        .trying(.close(outcome: .answered, of: nil))
    },
    GuardCase(.closeReason, "withdrawn without a reason") {
      try registered().trying(.close(outcome: .withdrawn, of: nil), text: nil)
    },
    GuardCase(.closeDuplicateOf, "a duplicate of nothing") {
      try registered().trying(.close(outcome: .duplicate, of: nil))
    },
    GuardCase(.closeShortPath, "a complaint answered at once") {
      try registered().trying(.close(outcome: .answered, of: nil))
    },
    GuardCase(.closeShortPath, "a question that was decided") {
      try Ledger.inProgress(category: "information").after(.decide(.notUpheld, rootCause: nil))
        .after(.inform(.told(via: "sms", language: "ar")))
        .trying(.close(outcome: .answered, of: nil))
    },
    GuardCase(.closeShortPath, "a question upheld at once") {
      try Ledger.inProgress(category: "information").trying(.close(outcome: .upheld, of: nil))
    },
    GuardCase(.closeInformed, "nobody was told") {
      try Ledger.decided().trying(.close(outcome: nil, of: nil))
    },
    GuardCase(.closeOutcome, "a question answered without an outcome") {
      try Ledger.inProgress(category: "information")
        .after(.inform(.told(via: "sms", language: "ar"))).trying(.close(outcome: nil, of: nil))
    },
    GuardCase(.closeApproved, "a sensitive case withdrawn without a second person") {
      try Ledger.decided(sensitivity: .confidential)
        .trying(.close(outcome: .withdrawn, of: nil))
    },
    GuardCase(.closeApproved, "a case raised to confidential after the answer") {
      try Ledger.informed().after(.raise(priority: nil, sensitivity: .confidential))
        .trying(.close(outcome: nil, of: nil))
    },
    GuardCase(.closeApprovedOutcome, "an ending that the second person did not see") {
      try Ledger.decided(sensitivity: .confidential).after(.approve(accept: true), by: "lina")
        .trying(.close(outcome: .withdrawn, of: nil))
    },
    GuardCase(.closePromises, "a promise of yesterday") {
      let ledger = try Ledger.informed()
      return try ledger.after(.promise(.made(until: ledger.day))).later(days: 1)
        .trying(.close(outcome: nil, of: nil))
    },
  ]
}
