/// Something that is wrong with the template or with the names in a release.
package struct SiteFinding: Sendable, Equatable, CustomStringConvertible {
  /// How bad it is: an error stops the build.
  package enum Severity: String, Sendable {
    case error, warning
  }

  /// How bad it is.
  package let severity: Severity
  /// The file, with the name of its layer, such as `site-template/i18n/ar.yml`.
  package let file: String
  /// The line, counted from 1, where one can be named.
  package let line: Int?
  /// What is wrong.
  package let summary: String
  /// What to write instead.
  package let hint: String

  /// Makes a finding; an error unless a severity is given.
  package init(
    _ severity: Severity = .error, file: String, line: Int? = nil, summary: String,
    hint: String = ""
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.summary = summary
    self.hint = hint
  }

  /// The finding as one line: place, severity, what is wrong, and what to write instead.
  package var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    let end = hint.isEmpty ? "" : " (\(hint))"
    return "\(place): \(severity.rawValue): \(summary)\(end)"
  }
}
