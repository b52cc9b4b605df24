/// One value of a case that a table, a filter or a correction names: a field, or a fact about the
/// complainant.
package enum CaseColumn: Hashable, Sendable {
  case field(CaseField)
  case fact(Complainant.Fact)

  /// Everything that front matter shows, in its order; each fact about the complainant on its own.
  package static let inFrontMatter = CaseField.inFrontMatter.flatMap { field -> [CaseColumn] in
    switch field {
    case .complainant: return facts
    case .actors: return []
    default: return [.field(field)]
    }
  }

  /// What `amend` may correct; the narrative is never among it.
  package static let correctable: [CaseColumn] =
    [
      CaseField.title, .category, .themes, .sensitivity, .priority, .channel, .language,
    ].map(CaseColumn.field) + Concern.fields.map(CaseColumn.field)
    + [
      CaseField.received, .receivedBy, .happened, .due, .consent, .subjects, .onBehalf, .repeat,
    ].map(CaseColumn.field) + facts

  private static let facts = Complainant.Fact.allCases.map(CaseColumn.fact)

  /// The column of a name, such as `root-cause` or `sex`.
  package init?(_ name: String) {
    if let fact = Complainant.Fact(rawValue: name) {
      self = .fact(fact)
    } else if let field = CaseField(name), field != .complainant, field != .actors {
      self = .field(field)
    } else {
      return nil
    }
  }

  /// The name in files, tables and on the command line.
  package var name: String {
    switch self {
    case .field(let field): field.name
    case .fact(let fact): fact.rawValue
    }
  }

  /// The list from which its codes come; nil for words, days, numbers and ids.
  package var codes: CodeList? {
    switch self {
    case .field(let field): field.codes
    case .fact(let fact): fact.codes
    }
  }

  /// Whether it tells about the matter in words, or about the complainant.
  package var isPrivate: Bool {
    switch self {
    case .field(let field): field == .title
    case .fact: true
    }
  }
}
