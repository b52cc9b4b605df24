/// A text that a person writes once for all languages, or once for each.
package struct LocalText: Sendable {
  private let all: String?
  private let byLanguage: [String: String]

  /// Takes `key: text`, or `key:` with a line for each language tag below it.
  init(_ value: TextValue) {
    all = value.plain
    byLanguage = value.forms ?? [:]
  }

  /// The text in a language; nil when nobody wrote one for it.
  subscript(_ language: String) -> String? { byLanguage[language] ?? all }

  /// The text in a language or, sooner than nothing, in the first of others that has one.
  package func text(in language: String, or others: [String]) -> String {
    self[language] ?? others.lazy.compactMap { byLanguage[$0] }.first
      ?? byLanguage.min { $0.key < $1.key }?.value ?? ""
  }
}
