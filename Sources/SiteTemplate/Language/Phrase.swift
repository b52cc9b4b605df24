package import Charts

/// Words of a page in both forms: as markup, and as one line for places that allow none.
package struct Phrase: Equatable {
  /// The words as markup.
  package let markup: Markup
  /// The words as one line without markup.
  package let line: String

  /// Words of the page's own language.
  package init(_ words: String) {
    markup = Markup(text: words)
    line = words
  }

  private init(markup: Markup, line: String) {
    self.markup = markup
    self.line = line
  }

  /// No words.
  package static let none = Phrase("")

  /// Whether there are no words.
  package var isEmpty: Bool { line.isEmpty }

  /// A number or a name whose direction of writing must not disturb its neighbours (UAX 9).
  package static func isolated(_ text: String) -> Phrase {
    Phrase(markup: .isolated(text), line: "\u{2068}\(text)\u{2069}")
  }

  /// A pattern with its names in braces filled in.
  package static func filled(_ pattern: String, _ values: [String: Phrase]) -> Phrase {
    Phrase(
      markup: SiteTemplate.filled(pattern, values.mapValues(\.markup)),
      line: SiteTemplate.filled(pattern, values.mapValues(\.line)))
  }
}
