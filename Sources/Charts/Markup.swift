internal import Text

/// HTML that is ready to stand in a page.
///
/// The only ways to make one are to escape a text and to put pieces of markup together, so that
/// escaping happens here and nowhere else.
package struct Markup: Sendable, Equatable {
  /// The markup itself.
  package let html: String

  /// Markup written by the program itself, never by a person or a register.
  package init(trusted html: String) {
    self.html = html
  }

  /// Any text, as text.
  package init(text: String) {
    html = Markup.escape(text)
  }

  /// A text whose direction of writing must not disturb its neighbours.
  package static func isolated(_ text: String) -> Markup {
    Markup(trusted: "<bdi>\(escape(text))</bdi>")
  }

  /// Puts two pieces together.
  package static func + (left: Markup, right: Markup) -> Markup {
    Markup(trusted: left.html + right.html)
  }

  /// Replaces the characters that mean something in HTML, in elements and in quoted attributes.
  ///
  /// Control characters are dropped: neither HTML nor the XML of a chart allows them. What else nobody
  /// sees becomes a code, as in a text of Markdown, but for marks of direction and the isolates around
  /// a name, which are ours (`Phrase`): a label from a file cannot hold an isolate.
  package static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: mayBeUnseen) else { return HTMLText.escaped(text) }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x2066...0x2069: kept.append(scalar)
      case 0..<0x20, 0x7F..<0xA0: continue
      default:
        if UnseenCharacter.isUnseen(scalar), !UnseenCharacter.isDirectionMark(scalar) {
          kept.append(contentsOf: UnseenCharacter.code(scalar).unicodeScalars)
        } else {
          kept.append(scalar)
        }
      }
    }
    return HTMLText.escaped(String(kept))
  }

  private static func mayBeUnseen(_ byte: UInt8) -> Bool { byte < 0x20 || byte >= 0x7F }
}
