/// The kinds of feedback that may be answered and closed at once, without decision or assignee.
package enum ShortPath {
  /// Codes of the categories.
  package static let categories: Set<String> = [
    "thanks", "information", "suggestion", "rumour", "out-of-scope",
  ]
}
