package import Diagnostics
package import Text

/// A step that a rule does not allow, in words for the person who tried it.
package struct Refusal: Error, Hashable, Sendable {
  /// Which rule refuses it.
  package let rule: Rule
  /// What is wrong.
  package let message: Wording
  /// What to do next.
  package let hint: Hint

  /// Makes a refusal; the commands of the hint stand between backquotes.
  package init(_ rule: Rule, _ message: Wording, hint: Wording) {
    self.rule = rule
    self.message = message
    self.hint = Hint(hint)
  }

  /// Makes a refusal with the advice of another one.
  package init(_ rule: Rule, _ message: Wording, hint: Hint) {
    self.rule = rule
    self.message = message
    self.hint = hint
  }

  /// The finding that a place in a file breaks the rule.
  package func diagnostic(at location: SourceLocation? = nil, of what: String = "") -> Diagnostic {
    Diagnostic(
      rule: rule.rawValue, at: location, message: "\(what)\(message) [\(rule)]", hint: hint.text)
  }
}
