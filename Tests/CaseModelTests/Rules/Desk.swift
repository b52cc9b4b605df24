import CaseModel
import TestSupport

/// What a writer knows beside the case, all of it in memory: configuration, other cases, and what
/// people said.
///
/// Omar takes complaints, rana and karim handle them, karim in the unit tabqa and without a key; lina
/// is the manager, huda the focal point, sami reviews, and nadia left on 4 March 2026.
struct Desk: Sendable {
  var members: [Team.Member]
  var outsideContact: Team.OutsideContact?
  /// What the files of other cases show.
  var others: [CaseStanding] = []
  /// The cases that ids of another system name.
  var externals: [String: CaseID] = [:]
  /// Whether a person said that a far day is meant.
  var isFarDayMeant = false
  /// Whether of every sensitive case somebody is left out by lot.
  var leavesOneOut = false
  /// The day of a registration; steps are taken on the day of their ledger.
  var today: CalendarDate

  init() throws {
    today = try date("2026-03-05")
    members = [
      Team.Member(id: "omar", name: "Omar", roles: [.intake], read: "age1omar"),
      Team.Member(id: "rana", name: "Rana", roles: [.handler], read: "age1rana"),
      Team.Member(id: "karim", name: "Karim", roles: [.handler], units: ["tabqa"]),
      Team.Member(id: "lina", name: "Lina", roles: [.manager], read: "age1lina"),
      Team.Member(id: "huda", name: "Huda", roles: [.focal], read: "age1huda"),
      Team.Member(id: "sami", name: "Sami", roles: [.reviewer]),
      Team.Member(id: "nadia", name: "Nadia", roles: [.handler], to: try date("2026-03-04")),
    ]
  }

  /// The same desk, changed.
  func with(_ change: (inout Desk) throws -> Void) rethrows -> Desk {
    var copy = self
    try change(&copy)
    return copy
  }

  /// The member with an id.
  func member(_ id: String) throws -> Team.Member {
    try built(members.first { $0.id == id }, "the member \(id)")
  }

  var configuration: Configuration {
    Configuration(
      settings: Self.settings(leavesOneOut: leavesOneOut),
      team: Team(members: members, outsideContact: outsideContact), codebook: Self.codebook,
      places: Self.places, targets: Self.targets,
      publication: PublicationSettings(
        integers: [:], block: nil, maxHidden: nil, tables: [], levels: [:], places: [:]))
  }

  /// The rules of steps on a day.
  func steps(on day: CalendarDate) -> StepRules {
    StepRules(
      configuration: configuration, today: day, isFarDayMeant: { _ in isFarDayMeant },
      otherCase: { id in others.first { $0.id == id } })
  }

  /// The rules of registrations.
  var registering: RegistrationRules {
    RegistrationRules(steps(on: today)) { externals[$0] }
  }

  /// Who may read what is sealed today.
  var policy: ReaderPolicy { ReaderPolicy(configuration: configuration, today: today) }
}

// MARK: - Configuration

extension Desk {
  private static func settings(leavesOneOut: Bool) -> RegisterSettings {
    RegisterSettings(
      format: 2, registerID: "r1", name: Labels(forAllLanguages: "Feedback"),
      languages: ["ar", "badini"], timeZone: "UTC", profile: "standard", seal: .sensitive,
      recovery: "age1recovery", recoveryRestricted: "age1outside", leavesOneOut: leavesOneOut,
      layout: .month, isDemo: false, partners: [code("legal-aid")])
  }

  private static let codebook = Codebook(
    categories: [
      category("major", isComplaint: true), category("minor", isComplaint: true),
      category("slow", isComplaint: true), category("information"), category("thanks"),
      category("fraud", isComplaint: true, .confidential),
      category("abuse", isComplaint: true, .restricted),
    ],
    channels: [
      Codebook.Channel(name: code("hotline"), isInPerson: true),
      Codebook.Channel(name: code("sms"), isInPerson: false),
    ],
    lists: [
      .themes: [code("selection"), code("access"), code("other")],
      .rootCauses: [code("data-error")],
    ],
    bands: [.sex: [code("female"), code("male")], .age: []])

  private static let places = Places(
    areas: [
      Places.Area(name: code("SY02"), parent: nil),
      Places.Area(name: code("SY0203"), parent: "SY02"),
    ],
    lists: [.unit: [code("tabqa"), code("jarabulus")], .project: [code("FSL-04")]])

  private static let targets = Targets(
    limits: [
      "major": Targets.Limits(close: 15, longest: 30),
      "minor": Targets.Limits(close: 15, longest: 30),
      "slow": Targets.Limits(close: 20, longest: 30),
      "information": Targets.Limits(close: 7, longest: 15),
    ], figures: [:])

  private static func category(
    _ name: String, isComplaint: Bool = false, _ sensitivity: Sensitivity = .internal
  ) -> Codebook.Category {
    Codebook.Category(
      name: code(name), group: isComplaint ? "complaints" : "others", isComplaint: isComplaint,
      sensitivity: sensitivity, priority: .normal)
  }

  private static func code(_ code: String) -> LabelledCode {
    LabelledCode(code: code, labels: Labels(forAllLanguages: code))
  }
}
