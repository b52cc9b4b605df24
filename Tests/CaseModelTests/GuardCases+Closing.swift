import CaseModel
import TestSupport

extension GuardCases {
  /// The ways to close a case.
  static let closing = [
    GuardCase(.closeOpen, "closed already", beside: "answered, and not closed yet") {
      try Ledger.closed().trying(.close(outcome: .withdrawn, of: nil))
    } allowed: {
      try Ledger.informed().trying(.close(outcome: .withdrawn, of: nil))
    },
    GuardCase(.closeOpen, "the short path while waiting", beside: "waiting no more") {
      let ledger = try Ledger.inProgress(category: "information")
      return try ledger.after(.wait(.other, until: ledger.day))
        .trying(.close(outcome: .answered, of: nil))
    } allowed: {
      let ledger = try Ledger.inProgress(category: "information")
      return try ledger.after(.wait(.other, until: ledger.day)).after(.resume)
        .trying(.close(outcome: .answered, of: nil))
    },
    GuardCase(.closeReason, "withdrawn without a reason", beside: "with a reason") {
      try registered().trying(.close(outcome: .withdrawn, of: nil), text: nil)
    } allowed: {
      try registered().trying(.close(outcome: .withdrawn, of: nil))
    },
    GuardCase(.closeDuplicateOf, "a duplicate of nothing", beside: "of another case") {
      try registered().trying(.close(outcome: .duplicate, of: nil))
    } allowed: {
      try registered().trying(.close(outcome: .duplicate, of: .sample(1)))
    },
    GuardCase(.closeDuplicateOf, "a duplicate of itself", beside: "not valid") {
      try registered().trying(.close(outcome: .duplicate, of: .sample()))
    } allowed: {
      try registered().trying(.close(outcome: .invalid, of: nil))
    },
    GuardCase(.closeShortPath, "a complaint answered at once", beside: "a question") {
      try registered().trying(.close(outcome: .answered, of: nil))
    } allowed: {
      try registered { $0.category = "information" }
        .trying(.close(outcome: .answered, of: nil))
    },
    GuardCase(.closeShortPath, "a question that was decided", beside: "told without a decision") {
      try Ledger.inProgress(category: "information").after(.decide(.notUpheld, rootCause: nil))
        .after(.inform(.told(via: "sms", language: "ar"))).trying(
          .close(outcome: .answered, of: nil))
    } allowed: {
      try Ledger.inProgress(category: "information").after(
        .inform(.told(via: "sms", language: "ar"))
      )
      .trying(.close(outcome: .answered, of: nil))
    },
    GuardCase(.closeShortPath, "a question upheld at once", beside: "referred at once") {
      try Ledger.inProgress(category: "information").trying(.close(outcome: .upheld, of: nil))
    } allowed: {
      try Ledger.inProgress(category: "information").trying(.close(outcome: .referred, of: nil))
    },
    GuardCase(.closeInformed, "nobody was told", beside: "told") {
      try Ledger.decided().trying(.close(outcome: nil, of: nil))
    } allowed: {
      try Ledger.informed().trying(.close(outcome: nil, of: nil))
    },
    GuardCase(.closeOutcome, "a question answered without an outcome", beside: "with one") {
      try Ledger.inProgress(category: "information").after(
        .inform(.told(via: "sms", language: "ar"))
      )
      .trying(.close(outcome: nil, of: nil))
    } allowed: {
      try Ledger.inProgress(category: "information").after(
        .inform(.told(via: "sms", language: "ar"))
      )
      .trying(.close(outcome: .noted, of: nil))
    },
    GuardCase(
      .closeApproved, "a sensitive case withdrawn without a second person",
      beside: "decided so, and approved"
    ) {
      try Ledger.decided(sensitivity: .confidential)
        .trying(.close(outcome: .withdrawn, of: nil))
    } allowed: {
      try Ledger.decided(sensitivity: .confidential).after(.decide(.withdrawn, rootCause: nil))
        .after(.approve(accept: true), by: "lina").trying(.close(outcome: .withdrawn, of: nil))
    },
    GuardCase(
      .closeApproved, "a case raised to confidential after the answer",
      beside: "approved since then"
    ) {
      try Ledger.informed().after(.raise(priority: nil, sensitivity: .confidential))
        .trying(.close(outcome: nil, of: nil))
    } allowed: {
      try Ledger.informed().after(.raise(priority: nil, sensitivity: .confidential))
        .after(.approve(accept: true), by: "lina").trying(.close(outcome: nil, of: nil))
    },
    GuardCase(
      .closeApprovedOutcome, "an ending that the second person did not see",
      beside: "the one approved"
    ) {
      try Ledger.decided(sensitivity: .confidential).after(.approve(accept: true), by: "lina")
        .trying(.close(outcome: .withdrawn, of: nil))
    } allowed: {
      try Ledger.decided(sensitivity: .confidential).after(.approve(accept: true), by: "lina")
        .after(.inform(.told(via: "sms", language: "ar"))).trying(.close(outcome: nil, of: nil))
    },
    GuardCase(.closePromises, "a promise of yesterday", beside: "of today") {
      let ledger = try Ledger.informed()
      return try ledger.after(.promise(.made(until: ledger.day))).later(days: 1)
        .trying(.close(outcome: nil, of: nil))
    } allowed: {
      let ledger = try Ledger.informed()
      return try ledger.after(.promise(.made(until: ledger.day.adding(days: 1)))).later(days: 1)
        .trying(.close(outcome: nil, of: nil))
    },
  ]
}
