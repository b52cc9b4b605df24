internal import ArgumentParser
internal import CaseFormat
internal import CaseModel
internal import Register
internal import Text
internal import Vocabulary

/// A condition as it is typed: `FIELD=VALUE`.
struct FieldCondition: ExpressibleByArgument {
  private let text: String

  init?(argument: String) { text = argument }

  /// The condition with its value as cases hold it; throws when no case can have it.
  ///
  /// An empty value asks for the cases that have none.
  func understood(in register: Register) throws -> UnderstoodCondition {
    guard let split = text.firstIndex(of: "=") else {
      throw UsageError(
        message: "--where “\(text)” says no value",
        hint: "write field=value, such as --where sex=female")
    }
    let (name, value) = (String(text[..<split]), String(text[text.index(after: split)...]))
    guard let column = CaseColumn(name) else { throw Self.unknown(name) }
    guard !value.isEmpty else { return UnderstoodCondition(column: column, value: "") }
    return UnderstoodCondition(column: column, value: try Self.code(value, of: column, register))
  }

  private static func code(
    _ value: String, of column: CaseColumn, _ register: Register
  ) throws -> String {
    if case .field(let field) = column, field.isDate {
      return try DateWord(argument: value)?.date(today: register.today, within: .search).description
        ?? value
    }
    let configuration = register.configuration
    if column == .field(.language) { try requireLanguage(value, configuration) }
    guard let list = column.codes else { return value }
    // Bands that the register does not list may hold anything.
    guard !list.isConfigured || !configuration.codes(list).isEmpty else { return value }
    return try configuration.code(meant: value, in: list)
  }

  private static func unknown(_ name: String) -> UsageError {
    let known = CaseColumn.inFrontMatter.map(\.name)
    return UsageError(
      message: "there is no field “\(name)”",
      hint: nearest(to: name.lowercased(), among: known).map { "did you mean “\($0)”?" }
        ?? "fields: " + known.joined(separator: ", "))
  }

  /// Refuses what names no language, by the rule for what is recorded.
  static func requireLanguage(_ tag: String, _ configuration: Configuration) throws {
    guard !configuration.settings.takes(language: tag) else { return }
    throw LanguageCode.refusal(tag)
  }
}

/// A condition that some case can meet.
struct UnderstoodCondition {
  let column: CaseColumn
  let value: String

  /// Whether a case meets it.
  func holds(for theCase: Case) -> Bool {
    theCase.text(of: column) == value || theCase.codes(of: column).contains(value)
  }
}
