/// A text of the site as a YAML file gives it: one line, or several forms under one key.
package enum TextValue: Sendable, Equatable {
  /// `key: text`
  case plain(String)
  /// `key:` with `form: text` below it, such as plural forms or the names of months.
  case forms([String: String])
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

  /// Describes what is wrong with a file.
  package init(line: Int?, summary: String) {
    self.line = line
    self.summary = summary
  }
}
