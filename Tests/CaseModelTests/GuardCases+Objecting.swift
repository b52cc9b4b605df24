import CaseModel
import TestSupport

extension GuardCases {
  /// Objections and their review.
  static let objecting = [
    GuardCase(.objectInformed, "no answer yet", beside: "an answer") {
      try Ledger.decided().trying(.object)
    } allowed: {
      try Ledger.informed().trying(.object)
    },
    GuardCase(.objectRounds, "a third objection", beside: "a second one") {
      let reject = Action.review(accept: false, remedy: "the ombudsman")
      return try Ledger.objected().after(reject, by: "sami").after(.object)
        .after(reject, by: "sami").trying(.object)
    } allowed: {
      let reject = Action.review(accept: false, remedy: "the ombudsman")
      return try Ledger.objected().after(reject, by: "sami").trying(.object)
    },
    GuardCase(.objectReason, "no reason", beside: "a reason") {
      try Ledger.informed().trying(.object, text: nil)
    } allowed: {
      try Ledger.informed().trying(.object)
    },
    GuardCase(.reviewObjected, "no objection", beside: "an objection") {
      try Ledger.informed().trying(.review(accept: true, remedy: nil), by: "sami")
    } allowed: {
      try Ledger.objected().trying(.review(accept: true, remedy: nil), by: "sami")
    },
    GuardCase(
      .reviewSecondPerson, "the assignee and decider",
      beside: "who took the objection down"
    ) {
      try Ledger.objected().trying(.review(accept: true, remedy: nil))
    } allowed: {
      try Ledger.objected().trying(.review(accept: true, remedy: nil), by: "omar")
    },
    GuardCase(
      .reviewSecondPerson, "the decider who handed the case on",
      beside: "who handed it on and decided nothing"
    ) {
      try Ledger.objected().after(.assign(.member("omar"))).trying(
        .review(accept: true, remedy: nil))
    } allowed: {
      try Ledger.objected().after(.assign(.member("omar")), by: "lina")
        .trying(.review(accept: true, remedy: nil), by: "lina")
    },
    GuardCase(.reviewSecondPerson, "the new assignee", beside: "who was assignee for a while") {
      try Ledger.objected().after(.assign(.member("omar"))).trying(
        .review(accept: true, remedy: nil), by: "omar")
    } allowed: {
      try Ledger.objected().after(.assign(.member("omar"))).after(.assign(.member("rana")))
        .trying(.review(accept: true, remedy: nil), by: "omar")
    },
    GuardCase(.reviewSecondPerson, "the approver", beside: "neither handler nor approver") {
      try Ledger.decided(sensitivity: .confidential).after(.approve(accept: true), by: "lina")
        .after(.inform(.told(via: "sms", language: "ar"))).after(.object)
        .trying(.review(accept: true, remedy: nil), by: "lina")
    } allowed: {
      try Ledger.decided(sensitivity: .confidential).after(.approve(accept: true), by: "lina")
        .after(.inform(.told(via: "sms", language: "ar"))).after(.object)
        .trying(.review(accept: true, remedy: nil), by: "sami")
    },
    GuardCase(.reviewReasons, "no reasons", beside: "reasons") {
      try Ledger.objected().trying(.review(accept: true, remedy: nil), by: "sami", text: nil)
    } allowed: {
      try Ledger.objected().trying(
        .review(accept: true, remedy: nil), by: "sami", text: "A list was missing.")
    },
    GuardCase(.reviewRemedy, "rejected without a way out", beside: "accepted without one") {
      try Ledger.objected().trying(.review(accept: false, remedy: nil), by: "sami")
    } allowed: {
      try Ledger.objected().trying(.review(accept: true, remedy: nil), by: "sami")
    },
    GuardCase(.reviewRemedy, "an empty way out", beside: "a way out") {
      try Ledger.objected().trying(.review(accept: false, remedy: ""), by: "sami")
    } allowed: {
      try Ledger.objected().trying(.review(accept: false, remedy: "a court"), by: "sami")
    },
  ]

  /// The opening of a closed case.
  static let reopening = [
    GuardCase(.reopenClosed, "it is open", beside: "it is closed") {
      try Ledger.informed().trying(.reopen(due: date("2026-04-01")), by: "lina")
    } allowed: {
      try Ledger.closed().trying(.reopen(due: date("2026-04-01")), by: "lina")
    },
    GuardCase(.reopenReason, "no new information", beside: "new information") {
      try Ledger.closed().trying(.reopen(due: date("2026-04-01")), by: "lina", text: nil)
    } allowed: {
      try Ledger.closed()
        .trying(.reopen(due: date("2026-04-01")), by: "lina", text: "A second list was found.")
    },
  ]
}
