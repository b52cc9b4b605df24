/// Everything that one build of the public site may show.
///
/// Only this module can make one: whoever holds a `Release` holds numbers that passed through here.
package struct Release: Sendable, Equatable {
  /// The name of the register, by language tag.
  package let name: [String: String]
  /// Language tags, the default one first.
  package let languages: [String]
  /// The day the numbers describe, `YYYY-MM-DD`.
  package let asOf: String
  /// When the release was made, as a label; never read from a clock here.
  package let generatedOn: String
  /// Whether the numbers are internal: every count as it is, not safe to publish.
  package let isDraft: Bool
  /// The headline numbers, in the order of the page.
  package let figures: [PublishedFigure]
  /// The tables, in the order of the page.
  package let tables: [PublishedTable]
  /// Names of codes: dimension, then code, then language tag.
  package let labels: [String: [String: [String: String]]]

  /// The name of a code in a language, when the register has one.
  package func label(dimension: String, code: String, language: String) -> String? {
    labels[dimension]?[code]?[language]
  }
}
