import CaseModel
import TestSupport

extension RecordedCases {
  /// Who may have a case, and who may begin it.
  static let acting = [
    RecordedCase(.acknowledgeOnce, "a second time", beside: "the first time") {
      try Desk().trying(
        .acknowledge(via: "hotline"), in: registered().after(.acknowledge(via: "hotline")))
    } allowed: {
      try Desk().trying(.acknowledge(via: "hotline"), in: registered())
    },
    RecordedCase(.teamInactive, "to somebody who left yesterday", beside: "on the last day") {
      try Desk().trying(.assign(.member("nadia")), in: registered().later(days: 3))
    } allowed: {
      try Desk().trying(.assign(.member("nadia")), in: registered().later(days: 2))
    },
    RecordedCase(.assignNotTo, "to somebody left out on purpose", beside: "to somebody else") {
      try Desk().trying(
        .assign(.member("rana")), in: registered("fraud", .confidential) { $0.notTo = ["rana"] })
    } allowed: {
      try Desk().trying(
        .assign(.member("omar")), in: registered("fraud", .confidential) { $0.notTo = ["rana"] })
    },
    RecordedCase(.assignNotTo, "to somebody left out by lot", beside: "somebody else was drawn") {
      try Desk().trying(
        .assign(.member("huda")), in: registered("abuse", .restricted) { $0.byLot = ["huda"] })
    } allowed: {
      try Desk().trying(
        .assign(.member("huda")), in: registered("abuse", .restricted) { $0.byLot = ["lina"] })
    },
    RecordedCase(.assignRestricted, "a restricted case to a manager", beside: "to a focal point") {
      try Desk().trying(.assign(.member("lina")), in: registered("abuse", .restricted))
    } allowed: {
      try Desk().trying(.assign(.member("huda")), in: registered("abuse", .restricted))
    },
    RecordedCase(
      .assignRestricted, "a restricted case to a handler", beside: "a confidential one"
    ) {
      try Desk().trying(.assign(.member("rana")), in: registered("abuse", .restricted))
    } allowed: {
      try Desk().trying(.assign(.member("rana")), in: registered("fraud", .confidential))
    },
    RecordedCase(
      .assignNoKey, "a confidential case to somebody without a key",
      beside: "to somebody who has one"
    ) {
      try Desk().trying(.assign(.member("karim")), in: registered("fraud", .confidential))
    } allowed: {
      try Desk().trying(.assign(.member("rana")), in: registered("fraud", .confidential))
    },
    RecordedCase(
      .assignNoKey, "to somebody without a key", beside: "an ordinary case, which needs none"
    ) {
      try Desk().trying(.assign(.member("karim")), in: registered("fraud", .confidential))
    } allowed: {
      try Desk().trying(.assign(.member("karim")), in: registered())
    },
    RecordedCase(
      .assignSubjectUnit, "to the unit complained about, with a reason",
      beside: "by a manager"
    ) {
      try Desk().trying(.assign(.unit("tabqa")), in: registered { $0.subjects = [.unit("tabqa")] })
    } allowed: {
      try Desk().trying(
        .assign(.unit("tabqa")), by: "lina", in: registered { $0.subjects = [.unit("tabqa")] })
    },
    RecordedCase(
      .assignSubjectUnit, "corrected to the unit complained about", beside: "to the other one"
    ) {
      try Desk().trying(
        amending("unit", "tabqa"), in: registered { $0.subjects = [.unit("tabqa")] })
    } allowed: {
      try Desk().trying(
        amending("unit", "jarabulus"), in: registered { $0.subjects = [.unit("tabqa")] })
    },
    RecordedCase(.startUnit, "a case of another unit", beside: "of one's own") {
      try Desk().trying(.start, by: "karim", in: registered().after(.assign(.unit("jarabulus"))))
    } allowed: {
      try Desk().trying(.start, by: "karim", in: registered().after(.assign(.unit("tabqa"))))
    },
    RecordedCase(.startUnit, "a handler of no unit", beside: "a manager of none") {
      try Desk().trying(.start, by: "rana", in: registered().after(.assign(.unit("tabqa"))))
    } allowed: {
      try Desk().trying(.start, by: "lina", in: registered().after(.assign(.unit("tabqa"))))
    },
    RecordedCase(.startUnit, "only the unit has it", beside: "a member got it from there") {
      try Desk().trying(.start, by: "rana", in: registered().after(.assign(.unit("tabqa"))))
    } allowed: {
      try Desk().trying(
        .start, by: "rana",
        in: registered().after(.assign(.unit("tabqa"))).after(.assign(.member("rana"))))
    },
  ]

  /// How cases may be joined.
  static let links = [
    RecordedCase(.linkMissing, "to a case that is not here", beside: "to one that is") {
      try Desk().trying(.link(.sameIssue, .sample(1)), in: registered())
    } allowed: {
      try Desk().with { $0.others = [try other()] }
        .trying(.link(.sameIssue, .sample(1)), in: registered())
    },
    RecordedCase(
      .linkMissing, "proposed as a duplicate of a case that is not here", beside: "of one that is"
    ) {
      try Desk().trying(proposing("duplicate-of", "\(CaseID.sample(1))"), in: registered())
    } allowed: {
      try Desk().with { $0.others = [try other()] }
        .trying(proposing("duplicate-of", "\(CaseID.sample(1))"), in: registered())
    },
    RecordedCase(
      .linkSensitive, "from an ordinary case to a sensitive one", beside: "from a sensitive one"
    ) {
      try Desk().with { $0.others = [try sensitive()] }
        .trying(.link(.follows, .sample(1)), in: registered())
    } allowed: {
      try Desk().with { $0.others = [try sensitive()] }
        .trying(.link(.follows, .sample(1)), in: registered("fraud", .confidential))
    },
    RecordedCase(
      .linkSensitive, "closed as a duplicate of a sensitive case", beside: "of an ordinary one"
    ) {
      try Desk().with { $0.others = [try sensitive()] }
        .trying(.close(outcome: .duplicate, of: .sample(1)), in: registered())
    } allowed: {
      try Desk().with { $0.others = [try other()] }
        .trying(.close(outcome: .duplicate, of: .sample(1)), in: registered())
    },
    RecordedCase(.linkDuplicate, "a duplicate of a duplicate", beside: "the same issue as one") {
      try Desk().with { $0.others = [try other(duplicateOf: .sample(2))] }
        .trying(.link(.duplicateOf, .sample(1)), in: registered())
    } allowed: {
      try Desk().with { $0.others = [try other(duplicateOf: .sample(2))] }
        .trying(.link(.sameIssue, .sample(1)), in: registered())
    },
    RecordedCase(
      .linkDuplicate, "proposed as a duplicate of a duplicate", beside: "of the first of them"
    ) {
      try Desk().with { $0.others = [try other(duplicateOf: .sample(2)), try other(2)] }
        .trying(proposing("outcome", "duplicate \(CaseID.sample(1))"), in: registered())
    } allowed: {
      try Desk().with { $0.others = [try other(duplicateOf: .sample(2)), try other(2)] }
        .trying(proposing("outcome", "duplicate \(CaseID.sample(2))"), in: registered())
    },
  ]

  /// What everybody sees of another case.
  private static func other(
    _ number: Int = 1, duplicateOf original: CaseID? = nil
  ) throws -> CaseStanding {
    var theCase = try registered { $0.caseID = try .sample(number) }.folded
    theCase.duplicateOf = original
    return .ordinary(theCase)
  }

  private static func sensitive() throws -> CaseStanding {
    .stub(
      Stub(
        id: try .sample(1), state: .open, sensitivity: .confidential,
        received: CalendarMonth(of: try date("2026-03-02")), due: nil, actors: ["lina"]))
  }
}
