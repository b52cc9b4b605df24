internal import Text

/// Markdown (CommonMark 0.30) rendered for pages and terminals.
///
/// Input may come from anybody: no markup of its own gets through, and no text is too strange.
package enum MarkdownText {
  /// The version of libcmark found at run time, such as `0.30.2`.
  package static var libraryVersion: String { Document.libraryVersion }

  /// Renders a text as HTML that is safe to put into a page.
  ///
  /// Raw HTML appears as text, pictures as their description, and links other than `https:` and
  /// `mailto:` as their words. What is too long or too deep to be prose appears unformatted.
  ///
  /// - Parameters:
  ///   - text: The Markdown text.
  ///   - level: The level that a heading `#` gets, 1 to 6.
  /// - Returns: Paragraphs, lists and so on, each on lines of its own.
  package static func html(_ text: String, headingsFrom level: Int = 1) -> String {
    let text = withoutControls(text)
    guard isWorthParsing(text), let document = Document(text) else {
      let escaped = "<pre>\(HTMLText.escaped(text))</pre>\n"
      return TerminalText.visible(escaped, keeping: .directionMarks)
    }
    // An entity such as `&#x202E;` spells what the text itself did not hold.
    return TerminalText.visible(document.html(headingsFrom: level), keeping: .directionMarks)
  }

  /// The pictures and links that ``html(_:headingsFrom:)`` leaves out, in reading order.
  package static func unsafeParts(of text: String) -> [UnsafePart] {
    let text = withoutControls(text)
    guard isWorthParsing(text), let document = Document(text) else { return [] }
    return document.unsafeParts()
  }

  /// Renders a text for a terminal, wrapped at a width.
  ///
  /// Headings, lists, quotes, emphasis, code and links (with their address) keep their meaning
  /// without colours too. Control, bidirectional and invisible characters appear as `\u{…}`.
  ///
  /// - Parameters:
  ///   - text: The Markdown text.
  ///   - width: Columns of the terminal; at least 20 are used.
  ///   - styled: Whether escape codes may be used.
  /// - Returns: Lines, each with its line feed.
  package static func terminal(_ text: String, width: Int, styled: Bool) -> String {
    let prepared = withLineFeeds(text)
    guard isWorthParsing(prepared), let document = Document(prepared) else {
      return TerminalText.visible(prepared)
    }
    var layout = TerminalLayout(width: min(max(20, width), 1_000), isStyled: styled)
    for piece in document.pieces() { layout.add(piece) }
    return layout.finished()
  }

  /// Line feeds only; a NUL, which libcmark replaces silently, is made visible first.
  private static func withLineFeeds(_ text: String) -> String {
    var result = ""
    var previousWasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": result += "\n"
      case "\n": if !previousWasReturn { result += "\n" }
      case "\0": result += #"\u{0}"#
      default: result.unicodeScalars.append(scalar)
      }
      previousWasReturn = scalar == "\r"
    }
    return result
  }
}
