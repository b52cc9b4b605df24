import CaseModel
import TestSupport

extension RecordedCases {
  /// Whether somebody could open what is to be sealed.
  static let sealing = [
    RecordedCase(
      .approveReader, "the ending of a sensitive case by who does not read it",
      beside: "by who does"
    ) {
      try Desk().trying(.approve(accept: true), by: "omar", in: try decidedFraud())
    } allowed: {
      try Desk().trying(.approve(accept: true), by: "lina", in: try decidedFraud())
    },
    RecordedCase(
      .sealingNobody, "a restricted case where only a manager has a key",
      beside: "where a focal point has one"
    ) {
      try sealing([(.manager, true), (.focal, false)], registered("abuse", .restricted))
    } allowed: {
      try sealing([(.manager, false), (.focal, true)], registered("abuse", .restricted))
    },
    RecordedCase(
      .sealingNobody, "a restricted case where only a manager has a key",
      beside: "a confidential one"
    ) {
      try sealing([(.manager, true)], registered("abuse", .restricted))
    } allowed: {
      try sealing([(.manager, true)], registered("fraud", .confidential))
    },
    RecordedCase(
      .sealingNobody, "a confidential case of a handler without a key", beside: "with a key"
    ) {
      try sealing(
        [(.handler, false)], registered("fraud", .confidential).after(.assign(.member("handler"))))
    } allowed: {
      try sealing(
        [(.handler, true)], registered("fraud", .confidential).after(.assign(.member("handler"))))
    },
    RecordedCase(
      .sealingNobody, "the only focal point is complained about", beside: "the manager is"
    ) {
      try sealing(
        [(.focal, true)], registered("abuse", .restricted) { $0.subjects = [.member("focal")] })
    } allowed: {
      try sealing(
        [(.focal, true)], registered("abuse", .restricted) { $0.subjects = [.member("manager")] })
    },
    RecordedCase(
      .sealingNobody, "the only focal point is left out", beside: "one of two is"
    ) {
      try sealing([(.focal, true)], registered("fraud", .confidential) { $0.notTo = ["focal"] })
    } allowed: {
      try sealing(
        [(.focal, true), (.manager, true)],
        registered("fraud", .confidential) { $0.notTo = ["focal"] })
    },
    RecordedCase(.sealingNobody, "contact data beside a reviewer", beside: "beside an intake") {
      try sealing([(.reviewer, true)], registered()) { try $0.readersOfContacts(of: $1) }
    } allowed: {
      try sealing([(.intake, true)], registered()) { try $0.readersOfContacts(of: $1) }
    },
    RecordedCase(.sealingNobody, "a text beside a publisher", beside: "beside a reviewer") {
      try sealing([(.publisher, true)], registered()) { try $0.readersOfTexts(of: $1) }
    } allowed: {
      try sealing([(.reviewer, true)], registered()) { try $0.readersOfTexts(of: $1) }
    },
    RecordedCase(.sealingTooMany, "1,023 keys", beside: "1,022 keys") {
      try sealing(Array(repeating: (.focal, true), count: 1_023), registered("abuse", .restricted))
    } allowed: {
      try sealing(Array(repeating: (.focal, true), count: 1_022), registered("abuse", .restricted))
    },
    RecordedCase(
      .sealingTooMany, "contact data for 1,023 keys", beside: "one of them without a key"
    ) {
      try sealing(Array(repeating: (.intake, true), count: 1_023), registered()) {
        try $0.readersOfContacts(of: $1)
      }
    } allowed: {
      try sealing(
        [(.handler, false)] + Array(repeating: (.intake, true), count: 1_022), registered()
      ) { try $0.readersOfContacts(of: $1) }
    },
  ]

  /// A confidential case that rana has decided.
  private static func decidedFraud() throws -> Ledger {
    var ledger = try registered("fraud", .confidential)
    try ledger.record(.assign(.member("rana")), by: "lina")
    try ledger.record(.start)
    try ledger.record(.decide(.notUpheld, rootCause: nil), text: "Nothing was taken.")
    return ledger
  }

  /// Asks for the readers where each role that is named has a member of that name, with a key or not.
  private static func sealing(
    _ team: [(role: Role, hasKey: Bool)], _ ledger: Ledger,
    _ readers: @escaping (ReaderPolicy, Case) throws -> ReaderKeys = { try $0.readers(of: $1) }
  ) throws -> Attempt {
    let desk = try Desk().with { desk in
      desk.members = team.map { role, hasKey in
        Team.Member(
          id: role.rawValue, name: role.rawValue, roles: [role],
          read: hasKey ? "age1\(role.rawValue)" : nil)
      }
    }
    let theCase = try ledger.folded
    return Attempt { _ = try readers(desk.policy, theCase) }
  }
}
