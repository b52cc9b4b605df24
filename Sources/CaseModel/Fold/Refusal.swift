/// A step that a rule does not allow, in words for the person who tried it.
package struct Refusal: Error, Hashable, Sendable {
  /// The stable name of the rule, such as `assign.subject`.
  package let rule: String
  /// What is wrong.
  package let message: String
  /// What to do next.
  package let hint: String

  /// Makes a refusal.
  package init(_ rule: String, _ message: String, hint: String) {
    self.rule = rule
    self.message = message
    self.hint = hint
  }
}
