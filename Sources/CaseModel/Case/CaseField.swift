/// A field of a case, as files, lists, filters and corrections name it.
///
/// The order is that of the front matter. What one knows of a field by its name stands here and in
/// `Case+Fields.swift`; readers, writers, filters and `check` go through ``allCases``.
package enum CaseField: Int, CaseIterable, Hashable, Sendable {
  case `case`
  case state
  case category
  case themes
  case sensitivity
  case priority
  case channel
  case language
  case area
  case unit
  case project
  case received
  case receivedBy
  case happened
  case registered
  case acknowledged
  case due
  case extended
  case assignee
  case waitingFor
  case waitingUntil
  case heldFrom
  case heldUntil
  case outcome
  case rootCause
  case decided
  case decidedBy
  case approvedBy
  case informed
  case waived
  case closed
  case reopened
  case objections
  case duplicateOf
  case follows
  case sameIssue
  case promises
  case referrals
  case satisfaction
  case subjects
  case external
  case onBehalf
  case `repeat`
  case consent
  case complainant
  case attention
  /// Only in the stub of a sensitive case: who took part.
  case actors
  /// The heading of the narrative, which does not stand in the front matter.
  case title

  /// The fields that stand in front matter, in its order.
  package static let inFrontMatter = allCases.filter { $0 != .title }

  private static let names = allCases.map { spelled(String(describing: $0)) }
  private static let byName = Dictionary(uniqueKeysWithValues: zip(names, allCases))

  /// The field of a name, such as `root-cause`.
  package init?(_ name: String) {
    guard let field = Self.byName[name] else { return nil }
    self = field
  }

  /// The name in files and on the command line: `rootCause` is `root-cause`.
  package var name: String { Self.names[rawValue] }

  private static func spelled(_ word: String) -> String {
    word.unicodeScalars.reduce(into: "") { name, scalar in
      let isCapital = ("A"..."Z").contains(scalar)
      name += isCapital ? "-" + String(scalar).lowercased() : String(scalar)
    }
  }

  /// The list from which its codes come; nil for words, days, numbers and ids.
  package var codes: CodeList? {
    switch self {
    case .category: .categories
    case .themes: .themes
    case .channel: .channels
    case .rootCause: .rootCauses
    case .state, .heldFrom: .states
    case .sensitivity: .sensitivities
    case .priority: .priorities
    case .outcome: .outcomes
    case .waived: .waivers
    case .consent: .consents
    case .onBehalf, .repeat: .yesAndNo
    case .receivedBy, .assignee, .decidedBy, .approvedBy: .members
    default: Concern.fields.contains(self) ? .concern(self) : nil
    }
  }

  /// Whether it holds a local date.
  package var isDate: Bool {
    switch self {
    case .received, .happened, .registered, .acknowledged, .due, .extended, .waitingUntil,
      .heldUntil, .decided, .informed, .closed:
      true
    default: false
    }
  }
}
