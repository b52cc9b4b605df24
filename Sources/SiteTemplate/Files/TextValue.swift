/// A text of the site as a YAML file gives it: one line, or several forms under one key.
package enum TextValue: Sendable, Equatable {
  /// `key: text`
  case plain(String)
  /// `key:` with `form: text` below it, such as plural forms or the names of months.
  case forms([TextEntry])

  /// The text, when there is only one.
  var plain: String? {
    if case .plain(let text) = self { text } else { nil }
  }

  /// The forms with their lines; none for a plain text.
  var entries: [TextEntry] {
    if case .forms(let entries) = self { entries } else { [] }
  }

  /// The texts of the forms by their names; nil for a plain text.
  var forms: [String: String]? {
    guard case .forms(let entries) = self else { return nil }
    let texts = entries.compactMap { entry in entry.value.plain.map { (entry.key, $0) } }
    return Dictionary(texts) { first, _ in first }
  }
}

/// One key of a YAML file of texts, with its place.
package struct TextEntry: Sendable, Equatable {
  /// The key, such as `show-table`.
  package let key: String
  /// What stands there.
  package let value: TextValue
  /// The line of the key, counted from 1.
  package let line: Int

  /// Describes one key of a file.
  package init(key: String, value: TextValue, line: Int) {
    self.key = key
    self.value = value
    self.line = line
  }
}

/// Why a file of texts cannot be read.
package struct TextProblem: Error, Sendable, Equatable {
  /// The line, counted from 1, if known.
  package let line: Int?
  /// What is wrong.
  package let summary: String
  /// What to write instead; may be empty.
  package let hint: String

  /// Describes what is wrong with a file.
  package init(line: Int?, summary: String, hint: String = "") {
    self.line = line
    self.summary = summary
    self.hint = hint
  }
}
