internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register

/// A condition on any field of a case: `FIELD=VALUE`.
struct FieldCondition: ExpressibleByArgument {
  let column: CaseColumn
  let value: String

  init?(argument: String) {
    guard let split = argument.firstIndex(of: "="),
      let column = CaseColumn(String(argument[..<split]))
    else { return nil }
    self.init(column, String(argument[argument.index(after: split)...]))
  }

  private init(_ column: CaseColumn, _ value: String) {
    self.column = column
    self.value = value
  }

  /// The condition with its value as cases hold it; throws when no case can have it.
  ///
  /// An empty value asks for the cases that have none.
  func understood(in register: Register) throws -> FieldCondition {
    guard !value.isEmpty else { return self }
    if case .field(let field) = column, field.isDate {
      let date = try DateWord(argument: value)?.date(today: register.today, within: .search)
      return FieldCondition(column, date?.description ?? value)
    }
    if column == .field(.language) { try Self.requireLanguage(value, register.configuration) }
    guard let list = column.codes else { return self }
    let known = register.configuration.codes(list)
    // Bands that the register does not list may hold anything.
    guard !known.contains(value), !list.isConfigured || !known.isEmpty else { return self }
    throw UnknownCode.refusal(value, list, known: known)
  }

  /// Refuses what names no language, by the rule for what is recorded.
  static func requireLanguage(_ tag: String, _ configuration: Configuration) throws {
    guard !configuration.settings.takes(language: tag) else { return }
    throw LanguageCode.refusal(tag)
  }

  func holds(for theCase: Case) -> Bool {
    theCase.text(of: column) == value || theCase.codes(of: column).contains(value)
  }
}
