import CaseModel
import TestSupport

extension RecordedCases {
  /// Codes of steps, members, units and areas that the configuration must have.
  static let codes = [
    code("a channel of acknowledging", .acknowledge(via: "pigeon"), .acknowledge(via: "sms")),
    code("a member", .assign(.member("nobody")), .assign(.member("rana"))),
    code("a unit", .assign(.unit("raqqa")), .assign(.unit("tabqa"))),
    code(
      "a root cause", .decide(.upheld, rootCause: "luck"), .decide(.upheld, rootCause: "data-error")
    ) { try .inProgress() },
    code(
      "a channel of telling", .inform(.told(via: "pigeon", language: "ar")),
      .inform(.told(via: "sms", language: "ar"))
    ) { try .decided() },
    code("a channel of trying", .inform(.tried(via: "pigeon")), .inform(.tried(via: "sms"))) {
      try .decided()
    },
    code(
      "an organisation", .refer(organisation: "unknown-aid", consent: .yes),
      .refer(organisation: "legal-aid", consent: .yes)),
    code("a category", amending("category", "minr"), amending("category", "minor")),
    code("a theme", amending("themes", "access, noise"), amending("themes", "access, selection")),
    code("a channel", amending("channel", "pigeon"), amending("channel", "sms")),
    code("an area", amending("area", "SY0204"), amending("area", "SY0203")),
    code("an area", amending("area", "SY0204"), amending("area", "")) {
      try registered { $0.concern.area = "SY02" }
    },
    code("a unit of the complaint", amending("unit", "raqqa"), amending("unit", "tabqa")),
    code("a member as subject", amending("subjects", "nobody"), amending("subjects", "karim")),
    code(
      "a unit as subject", amending("subjects", "karim, unit:raqqa"),
      amending("subjects", "karim, unit:tabqa")),
    code("a receiver", amending("received-by", "nobody"), amending("received-by", "rana")),
    code("a project", amending("project", "FSL-05"), amending("project", "FSL-04")),
    code("a band", amending("sex", "f"), amending("sex", "female")),
    code("a band", amending("sex", "f"), amending("age", "18-59")),
    code("a proposed area", proposing("area", "SY0204"), proposing("area", "SY0203")),
  ]

  private static func code(
    _ what: String, _ unknown: Action, _ known: Action,
    in ledger: @escaping @Sendable () throws -> Ledger = { try registered() }
  ) -> RecordedCase {
    RecordedCase(.codeUnknown, "\(what) that is not configured", beside: "one that is") {
      try Desk().trying(unknown, in: ledger())
    } allowed: {
      try Desk().trying(known, in: ledger())
    }
  }

  /// What counts as a language.
  static let languages = [
    RecordedCase(.language, "told in “ara”", beside: "in “ar”") {
      try Desk().trying(.inform(.told(via: "sms", language: "ara")), in: .decided())
    } allowed: {
      try Desk().trying(.inform(.told(via: "sms", language: "ar")), in: .decided())
    },
    RecordedCase(
      .language, "told in something that is no code", beside: "it is the language of the case"
    ) {
      try Desk().trying(
        .inform(.told(via: "sms", language: "arabic")),
        in: registered("information") { $0.language = "kurdish" })
    } allowed: {
      try Desk().trying(
        .inform(.told(via: "sms", language: "kurdish")),
        in: registered("information") { $0.language = "kurdish" })
    },
    RecordedCase(.language, "corrected to a name", beside: "to the code") {
      try Desk().trying(amending("language", "Kurdish"), in: registered())
    } allowed: {
      try Desk().trying(amending("language", "ku"), in: registered())
    },
    RecordedCase(
      .language, "registered in a dialect without a code", beside: "one that the register names"
    ) {
      try Desk().registering { $0.language = "hawrami" }
    } allowed: {
      try Desk().registering { $0.language = "badini" }
    },
  ]
}
