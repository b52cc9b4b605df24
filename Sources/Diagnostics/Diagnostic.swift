/// One finding about data somebody can correct: what is wrong, where, and what helps.
///
/// It is an error, so that a parser can throw it, and a value, so that a check can collect many.
package struct Diagnostic: Error, Sendable, Hashable {
  /// The gravity of a finding; the raw value is the word that is printed.
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    case error
    case warning
    case note
  }

  package var severity: Severity
  /// A stable code such as `yaml.duplicate-key`: what scripts and tests compare with.
  package var rule: String
  package var location: SourceLocation?
  /// One sentence without a full stop, for people.
  package var message: String
  /// What to do about it, when that is known.
  package var hint: String?

  package init(
    _ severity: Severity = .error, rule: String, at location: SourceLocation? = nil,
    message: String, hint: String? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.location = location
    self.message = message
    self.hint = hint
  }
}

extension Diagnostic: CustomStringConvertible {
  package var description: String { rendered() }

  /// Writes `path:line:column: error: message` and, on a second line, the hint.
  ///
  /// Text from outside cannot move the cursor or hide a part of the line: every piece goes through
  /// ``visible(_:)``.
  package func rendered(colour: Bool = false) -> String {
    var text = ""
    if let location { text += "\(location): " }
    text += colour ? "\(severity.escape)\(severity.rawValue):\(reset) " : "\(severity.rawValue): "
    text += visible(message)
    if let hint { text += "\n  hint: \(visible(hint))" }
    return text
  }
}

extension Diagnostic.Severity {
  /// The terminal sequence (ECMA-48 SGR) that starts this severity's colour.
  fileprivate var escape: String {
    switch self {
    case .error: "\u{1B}[1;31m"
    case .warning: "\u{1B}[1;33m"
    case .note: "\u{1B}[1;36m"
    }
  }
}

private let reset = "\u{1B}[0m"
