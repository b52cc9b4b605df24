package import CaseModel

/// A fact of a case that a coded column can fill.
package enum ImportField: String, Sendable, Hashable, CaseIterable {
  case category
  case theme
  case channel
  case language
  case area
  case unit
  case project
  case sex
  case age
  case disability
  case residence
  case relation
  case anonymous
  case priority
  /// Who may read the case; never below what its category asks.
  case sensitivity
  case outcome
  case consent
  case isRepeated = "repeat"
  case assignee
  /// Whether the other system holds the case for closed: `closed` or `open`.
  case state
  case received
  case happened
  case acknowledged
  case assigned
  case decided
  case informed
  case closed

  /// Whether the column holds dates and not codes.
  package var isDate: Bool {
    switch self {
    case .received, .happened, .acknowledged, .assigned, .decided, .informed, .closed: true
    default: false
    }
  }

  /// Whether the map may give one value for all rows without their own.
  var mayHaveDefault: Bool {
    switch self {
    case .category, .theme, .channel, .language, .area, .unit, .project, .priority, .sensitivity,
      .outcome, .consent:
      true
    default: false
    }
  }

  /// The list from which its codes come; nil for days, and for languages, which the world lists.
  package var codes: CodeList? {
    switch self {
    case .theme: .themes
    case .state: nil
    default: CaseColumn(rawValue)?.codes
    }
  }
}
