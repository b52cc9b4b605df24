import Charts

/// Words of a page in both forms: as markup, and as one line for places that allow none.
struct Phrase: Equatable {
  let markup: Markup
  let line: String

  /// Words of the page's own language.
  init(_ words: String) {
    markup = Markup(text: words)
    line = words
  }

  private init(markup: Markup, line: String) {
    self.markup = markup
    self.line = line
  }

  static let none = Phrase("")

  var isEmpty: Bool { line.isEmpty }

  /// A number or a name whose direction of writing must not disturb its neighbours (UAX 9).
  static func isolated(_ text: String) -> Phrase {
    Phrase(markup: .isolated(text), line: "\u{2068}\(text)\u{2069}")
  }

  /// A pattern with its names in braces filled in.
  static func filled(_ pattern: String, _ values: [String: Phrase]) -> Phrase {
    Phrase(
      markup: Site.filled(pattern, values.mapValues(\.markup)),
      line: Site.filled(pattern, values.mapValues(\.line)))
  }
}
