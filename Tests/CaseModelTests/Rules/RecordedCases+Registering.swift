import CaseModel
import TestSupport

extension RecordedCases {
  /// What is asked of a complaint when it is registered.
  static let registering = [
    RecordedCase(.subjectBarred, "by who is complained about", beside: "by somebody else") {
      try Desk().registering { $0.subjects = [.member("omar")] }
    } allowed: {
      try Desk().registering(by: "rana") { $0.subjects = [.member("omar")] }
    },
    RecordedCase(.notToSensitive, "an ordinary case", beside: "raised to confidential") {
      try Desk().registering { $0.notTo = ["rana"] }
    } allowed: {
      try Desk().registering {
        $0.notTo = ["rana"]
        $0.sensitivity = .confidential
      }
    },
    RecordedCase(.notToSensitive, "an ordinary kind", beside: "a confidential kind") {
      try Desk().registering("major") { $0.notTo = ["rana"] }
    } allowed: {
      try Desk().registering("fraud") { $0.notTo = ["rana"] }
    },
    RecordedCase(.externalKnown, "an id that a case has", beside: "the next id") {
      try Desk().with { $0.externals = ["kobo:7": try .sample(1)] }
        .registering { $0.external = "kobo:7" }
    } allowed: {
      try Desk().with { $0.externals = ["kobo:7": try .sample(1)] }
        .registering { $0.external = "kobo:8" }
    },
    RecordedCase(.dateHappened, "the day after it was reported", beside: "on the same day") {
      try Desk().registering {
        $0.received = try date("2026-03-02")
        $0.happened = try date("2026-03-03")
      }
    } allowed: {
      try Desk().registering {
        $0.received = try date("2026-03-02")
        $0.happened = try date("2026-03-02")
      }
    },
    RecordedCase(
      .closeApproved, "a confidential question is answered at once", beside: "an ordinary one"
    ) {
      try Desk().registering("information") {
        $0.isAnswered = true
        $0.sensitivity = .confidential
      }
    } allowed: {
      try Desk().registering("information") { $0.isAnswered = true }
    },
    RecordedCase(
      .closeShortPath, "a complaint is answered at once", beside: "it is registered alone"
    ) {
      try Desk().registering { $0.isAnswered = true }
    } allowed: {
      try Desk().registering { $0.isAnswered = false }
    },
  ]

  /// Codes of a registration that the configuration must have.
  static let registeredCodes = [
    RecordedCase(.codeUnknown, "a kind that is not configured", beside: "one that is") {
      try Desk().registering("majr")
    } allowed: {
      try Desk().registering("major")
    },
    code("a channel", { $0.channel = "pigeon" }, { $0.channel = "sms" }),
    code("a theme", { $0.themes = ["access", "noise"] }, { $0.themes = ["access", "other"] }),
    code("an area", { $0.concern.area = "SY0204" }, { $0.concern.area = "SY0203" }),
    code("a unit", { $0.concern.unit = "raqqa" }, { $0.concern.unit = "tabqa" }),
    code("a project", { $0.concern.project = "FSL-05" }, { $0.concern.project = "FSL-04" }),
    code("a receiver", { $0.receivedBy = "nobody" }, { $0.receivedBy = "rana" }),
    code(
      "a member as subject", { $0.subjects = [.member("nobody")] },
      { $0.subjects = [.member("karim")] }),
    code(
      "a unit as subject", { $0.subjects = [.unit("raqqa")] }, { $0.subjects = [.unit("tabqa")] }),
    code(
      "a member to be left out",
      {
        $0.sensitivity = .restricted
        $0.notTo = ["nobody"]
      },
      {
        $0.sensitivity = .restricted
        $0.notTo = ["huda"]
      }),
    code("a band", { $0.complainant["sex"] = "f" }, { $0.complainant["sex"] = "female" }),
    code("a band", { $0.complainant["sex"] = "f" }, { $0.complainant["age"] = "f" }),
  ]

  private static func code(
    _ what: String, _ unknown: @escaping @Sendable (inout NewCase) -> Void,
    _ known: @escaping @Sendable (inout NewCase) -> Void
  ) -> RecordedCase {
    RecordedCase(.codeUnknown, "registered with \(what) not configured", beside: "one that is") {
      try Desk().registering("major", by: "omar", unknown)
    } allowed: {
      try Desk().registering("major", by: "omar", known)
    }
  }
}
