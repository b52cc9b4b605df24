internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register

/// A condition on any coded field: `FIELD=VALUE`.
struct FieldCondition: ExpressibleByArgument {
  let field: String
  let value: String

  init?(argument: String) {
    guard let split = argument.firstIndex(of: "=") else { return nil }
    field = String(argument[..<split])
    value = String(argument[argument.index(after: split)...])
    guard Self.fields.contains(field) else { return nil }
  }

  private init(field: String, value: String) {
    self.field = field
    self.value = value
  }

  private static let dates: Set<String> = ["received", "happened", "due"]
  private static let others = [
    "root-cause", "decided-by", "approved-by", "waived", "external", "consent", "follows",
    "duplicate-of",
  ]
  private static let fields = Set(Case.amendableFields + others)

  /// The condition with its value as cases hold it; throws when no case can have it.
  ///
  /// An empty value asks for the cases that have none.
  func understood(in register: Register) throws -> FieldCondition {
    guard !value.isEmpty else { return self }
    if Self.dates.contains(field) {
      return try with(DateWord(argument: value)?.date(today: register.today, within: .search))
    }
    if field == "language" { try Self.requireLanguage(value, register.configuration) }
    if let known = known(in: register.configuration), !known.contains(value) {
      throw UnknownCode.refusal(value, field, known: known)
    }
    return self
  }

  private func with(_ date: CalendarDate?) -> FieldCondition {
    FieldCondition(field: field, value: date?.description ?? value)
  }

  /// The values that a field may have; nil where anything may stand.
  private func known(in configuration: Configuration) -> [String]? {
    let book = configuration.codebook
    switch field {
    case "category": return book.codes("categories").map(\.code)
    case "themes": return book.codes("themes").map(\.code)
    case "channel": return book.codes("channels").map(\.code)
    case "area": return configuration.places.areas.map(\.name.code)
    case "unit": return configuration.places.units.map(\.code)
    case "project": return configuration.places.projects.map(\.code)
    case "sensitivity": return Sensitivity.allCases.map(\.rawValue)
    case "priority": return Priority.allCases.map(\.rawValue)
    case "consent": return Consent.allCases.map(\.rawValue)
    case "waived": return Waiver.allCases.map(\.rawValue)
    case "on-behalf", "repeat", "anonymous": return ["yes", "no"]
    case "root-cause": return book.codes("root-causes").map(\.code)
    case "received-by", "decided-by", "approved-by":
      return configuration.team.members.map(\.id)
    default:
      let band = book.bands[field].map { $0.map(\.code) }
      return band.flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  /// Refuses what names no language, by the rule for what is recorded.
  static func requireLanguage(_ tag: String, _ configuration: Configuration) throws {
    guard !configuration.settings.takes(language: tag) else { return }
    throw LanguageCode.refusal(tag)
  }

  func holds(for theCase: Case) -> Bool {
    switch field {
    case "root-cause": theCase.rootCause == value
    case "decided-by": theCase.decidedBy == value
    case "approved-by": theCase.approvedBy == value
    case "waived": theCase.waived?.rawValue == value
    case "external": theCase.external == value
    case "follows": theCase.follows?.description == value
    case "duplicate-of": theCase.duplicateOf?.description == value
    case "themes": theCase.themes.contains(value)
    default: theCase.value(of: field) == value
    }
  }
}
