import CaseModel
import TestSupport

extension GuardCases {
  /// From the work to an approved decision.
  static let deciding = [
    GuardCase(.decideInProgress, "nobody has it", beside: "somebody has it") {
      try registered().trying(.decide(.notUpheld, rootCause: nil))
    } allowed: {
      try registered().after(.assign(.member("rana"))).trying(.decide(.notUpheld, rootCause: nil))
    },
    GuardCase(.decideInProgress, "waiting for an answer", beside: "the answer is there") {
      let ledger = try Ledger.inProgress()
      return try ledger.after(.wait(.other, until: ledger.day)).trying(
        .decide(.notUpheld, rootCause: nil))
    } allowed: {
      let ledger = try Ledger.inProgress()
      return try ledger.after(.wait(.other, until: ledger.day)).after(.resume)
        .trying(.decide(.notUpheld, rootCause: nil))
    },
    GuardCase(.decideInProgress, "told already", beside: "decided, and not told yet") {
      try Ledger.informed().trying(.decide(.notUpheld, rootCause: nil))
    } allowed: {
      try Ledger.decided().trying(.decide(.notUpheld, rootCause: nil))
    },
    GuardCase(.decideOutcome, "an ending that is no decision", beside: "of a sensitive case") {
      try Ledger.inProgress().trying(.decide(.withdrawn, rootCause: nil))
    } allowed: {
      try Ledger.inProgress(sensitivity: .confidential)
        .trying(.decide(.withdrawn, rootCause: nil))
    },
    GuardCase(.decideReasons, "no reasons", beside: "reasons") {
      try Ledger.inProgress().trying(.decide(.notUpheld, rootCause: nil), text: nil)
    } allowed: {
      try Ledger.inProgress().trying(.decide(.notUpheld, rootCause: nil))
    },
    GuardCase(.decideReasons, "empty reasons", beside: "one word") {
      try Ledger.inProgress().trying(.decide(.notUpheld, rootCause: nil), text: "")
    } allowed: {
      try Ledger.inProgress().trying(.decide(.notUpheld, rootCause: nil), text: "Eligible.")
    },
    GuardCase(.decideRootCause, "upheld without one", beside: "with one") {
      try Ledger.inProgress().trying(.decide(.upheld, rootCause: nil))
    } allowed: {
      try Ledger.inProgress().trying(.decide(.upheld, rootCause: "data-error"))
    },
    GuardCase(.decideRootCause, "partly upheld without one", beside: "undetermined without one") {
      try Ledger.inProgress().trying(.decide(.partlyUpheld, rootCause: nil))
    } allowed: {
      try Ledger.inProgress().trying(.decide(.undetermined, rootCause: nil))
    },
    GuardCase(.approveDecided, "nothing to approve", beside: "a decision") {
      try Ledger.inProgress().trying(.approve(accept: true), by: "lina")
    } allowed: {
      try Ledger.decided().trying(.approve(accept: true), by: "lina")
    },
    GuardCase(.approveSecondPerson, "the decider", beside: "neither decider nor assignee") {
      try Ledger.decided().after(.assign(.member("omar"))).trying(.approve(accept: true))
    } allowed: {
      try Ledger.decided().after(.assign(.member("omar")))
        .trying(.approve(accept: true), by: "lina")
    },
    GuardCase(.approveSecondPerson, "the assignee", beside: "who was the assignee before") {
      try Ledger.inProgress().after(.decide(.notUpheld, rootCause: nil), by: "lina")
        .trying(.approve(accept: true))
    } allowed: {
      try Ledger.inProgress().after(.decide(.notUpheld, rootCause: nil), by: "lina")
        .after(.assign(.member("omar"))).trying(.approve(accept: true))
    },
    GuardCase(.approveSecondPerson, "the decider sends it back", beside: "somebody else does") {
      try Ledger.decided().trying(.approve(accept: false))
    } allowed: {
      try Ledger.decided().trying(.approve(accept: false), by: "lina")
    },
    GuardCase(.approveReasons, "sent back without reasons", beside: "confirmed without reasons") {
      try Ledger.decided().trying(.approve(accept: false), by: "lina", text: nil)
    } allowed: {
      try Ledger.decided().trying(.approve(accept: true), by: "lina", text: nil)
    },
  ]

  /// Whether and when the complainant is told.
  static let informing = [
    GuardCase(.informDecided, "a complaint without a decision", beside: "with one") {
      try Ledger.inProgress().trying(.inform(.told(via: "sms", language: "ar")))
    } allowed: {
      try Ledger.decided().trying(.inform(.told(via: "sms", language: "ar")))
    },
    GuardCase(.informDecided, "an attempt before the decision", beside: "after it") {
      try Ledger.inProgress().trying(.inform(.tried(via: "sms")))
    } allowed: {
      try Ledger.decided().trying(.inform(.tried(via: "sms")))
    },
    GuardCase(.informDecided, "a question that waits for somebody", beside: "waiting no more") {
      let ledger = try Ledger.inProgress(category: "information")
      return try ledger.after(.wait(.other, until: ledger.day)).trying(
        .inform(.told(via: "sms", language: "ar")))
    } allowed: {
      let ledger = try Ledger.inProgress(category: "information")
      return try ledger.after(.wait(.other, until: ledger.day)).after(.resume).trying(
        .inform(.told(via: "sms", language: "ar")))
    },
    GuardCase(.informApproved, "a sensitive decision that nobody approved", beside: "approved") {
      try Ledger.decided(sensitivity: .confidential).trying(
        .inform(.told(via: "sms", language: "ar")))
    } allowed: {
      try Ledger.decided(sensitivity: .confidential).after(.approve(accept: true), by: "lina")
        .trying(.inform(.told(via: "sms", language: "ar")))
    },
    GuardCase(
      .informApproved, "an approval that a new decision voided",
      beside: "the new one is approved too"
    ) {
      try Ledger.decided(sensitivity: .restricted).after(.approve(accept: true), by: "lina")
        .after(.decide(.notUpheld, rootCause: nil)).trying(.inform(.waived(.unsafe)))
    } allowed: {
      try Ledger.decided(sensitivity: .restricted).after(.approve(accept: true), by: "lina")
        .after(.decide(.notUpheld, rootCause: nil)).after(.approve(accept: true), by: "lina")
        .trying(.inform(.waived(.unsafe)))
    },
    GuardCase(.informThreeTries, "two days of trying", beside: "three days") {
      let tried = Action.inform(.tried(via: "sms"))
      return try Ledger.decided().after(tried).later(days: 1).after(tried)
        .trying(.inform(.waived(.unreachable)))
    } allowed: {
      let tried = Action.inform(.tried(via: "sms"))
      return try Ledger.decided().after(tried).later(days: 1).after(tried).later(days: 1)
        .after(tried).trying(.inform(.waived(.unreachable)))
    },
    GuardCase(.informThreeTries, "three tries on one day", beside: "another ground") {
      let tried = Action.inform(.tried(via: "sms"))
      return try Ledger.decided().after(tried).after(tried).after(tried)
        .trying(.inform(.waived(.unreachable)))
    } allowed: {
      let tried = Action.inform(.tried(via: "sms"))
      return try Ledger.decided().after(tried).after(tried).after(tried)
        .trying(.inform(.waived(.declined)))
    },
    GuardCase(.informNotAnonymous, "the complainant is known", beside: "stays unknown") {
      try Ledger.decided()
        .after(.amend(Amendment(field: "anonymous", value: "no", was: "")))
        .trying(.inform(.waived(.anonymous)))
    } allowed: {
      try Ledger.decided()
        .after(.amend(Amendment(field: "anonymous", value: "yes", was: "")))
        .trying(.inform(.waived(.anonymous)))
    },
  ]
}
