import CaseModel
import TestSupport

extension RecordedCases {
  /// Steps that set a late complaint aside.
  static let setAside = [
    RecordedCase(
      .closeSecondPerson, "not valid, on the 16th day", beside: "on the 15th day"
    ) {
      try Desk().trying(
        .close(outcome: .invalid, of: nil), by: "lina", in: registered().later(days: 16))
    } allowed: {
      try Desk().trying(
        .close(outcome: .invalid, of: nil), by: "lina", in: registered().later(days: 15))
    },
    RecordedCase(.closeSecondPerson, "not valid, and late", beside: "withdrawn, and late") {
      try Desk().trying(
        .close(outcome: .invalid, of: nil), by: "lina", in: registered().later(days: 30))
    } allowed: {
      try Desk().trying(
        .close(outcome: .withdrawn, of: nil), by: "lina", in: registered().later(days: 30))
    },
    RecordedCase(.closeSecondPerson, "a late complaint", beside: "a late question") {
      try Desk().trying(
        .close(outcome: .invalid, of: nil), by: "lina", in: registered().later(days: 30))
    } allowed: {
      try Desk().trying(
        .close(outcome: .invalid, of: nil), by: "lina",
        in: registered("information").later(days: 30))
    },
    RecordedCase(
      .closeSecondPerson, "proposed by the same manager", beside: "by the handler"
    ) {
      try Desk().trying(
        .close(outcome: .invalid, of: nil), by: "lina",
        in: registered().later(days: 30).after(proposing("outcome", "invalid"), by: "lina"))
    } allowed: {
      try Desk().trying(
        .close(outcome: .invalid, of: nil), by: "lina",
        in: registered().later(days: 30).after(proposing("outcome", "invalid"), by: "rana"))
    },
    RecordedCase(
      .closeSecondPerson, "proposed as not valid, closed as a duplicate",
      beside: "proposed as that duplicate"
    ) {
      try desk().trying(
        .close(outcome: .duplicate, of: .sample(1)), by: "lina",
        in: registered().later(days: 30).after(proposing("outcome", "invalid")))
    } allowed: {
      try desk().trying(
        .close(outcome: .duplicate, of: .sample(1)), by: "lina",
        in: registered().later(days: 30)
          .after(proposing("outcome", "duplicate \(CaseID.sample(1))")))
    },
    RecordedCase(
      .closeSecondPerson, "linked as a duplicate, and late", beside: "as the same issue"
    ) {
      try desk().trying(
        .link(.duplicateOf, .sample(1)), by: "lina", in: registered().later(days: 30))
    } allowed: {
      try desk().trying(
        .link(.sameIssue, .sample(1)), by: "lina", in: registered().later(days: 30))
    },
  ]

  /// What may be proposed, and who sends it back.
  static let proposals = [
    RecordedCase(.closeOpen, "a closed case is proposed as not valid", beside: "one still open") {
      try Desk().trying(proposing("outcome", "invalid"), in: .closed())
    } allowed: {
      try Desk().trying(proposing("outcome", "invalid"), in: .informed())
    },
    RecordedCase(
      .closeOpen, "a closed case is proposed as a duplicate", beside: "proposed to be linked as one"
    ) {
      try desk().trying(proposing("outcome", "duplicate \(CaseID.sample(1))"), in: .closed())
    } allowed: {
      try desk().trying(proposing("duplicate-of", "\(CaseID.sample(1))"), in: .closed())
    },
    RecordedCase(.proposeOpen, "a proposal that is not there", beside: "one that is") {
      try Desk().trying(.propose(.rejected(.sample(7))), by: "lina", in: registered())
    } allowed: {
      try rejecting(by: "lina")
    },
    RecordedCase(.proposeOpen, "sent back already", beside: "not yet") {
      try rejecting(by: "lina") {
        try $0.record(.propose(.rejected($1)), by: "huda", text: "No.")
      }
    } allowed: {
      try rejecting(by: "lina")
    },
    RecordedCase(.proposeSecondPerson, "a handler", beside: "a focal point") {
      try rejecting(by: "karim")
    } allowed: {
      try rejecting(by: "huda")
    },
    RecordedCase(
      .proposeSecondPerson, "the manager who proposed it", beside: "the other who did not"
    ) {
      try rejecting(proposedBy: "lina", by: "lina")
    } allowed: {
      try rejecting(proposedBy: "lina", by: "huda")
    },
    RecordedCase(
      .proposeSecondPerson, "the manager who works on the case", beside: "somebody else does"
    ) {
      try rejecting(by: "lina") { ledger, _ in try ledger.record(.assign(.member("lina"))) }
    } allowed: {
      try rejecting(by: "lina") { ledger, _ in try ledger.record(.assign(.member("omar"))) }
    },
  ]

  /// Sends back a proposal to count a complaint as a question.
  private static func rejecting(
    proposedBy author: String = "rana", by judge: String,
    after change: (inout Ledger, EventID) throws -> Void = { _, _ in }
  ) throws -> Attempt {
    var ledger = try registered()
    let proposal = try ledger.record(
      proposing("category", "information"), by: author, text: "A question.")
    try change(&ledger, proposal)
    return try Desk().trying(.propose(.rejected(proposal)), by: judge, in: ledger)
  }

  /// A desk beside which one other case lies.
  private static func desk() throws -> Desk {
    try Desk().with { desk in
      desk.others = [.ordinary(try registered { $0.caseID = try .sample(1) }.folded)]
    }
  }
}
