/// HTML that is ready to stand in a page.
///
/// The only ways to make one are to escape a text and to put pieces of markup together, so that
/// escaping happens here and nowhere else.
struct Markup: Sendable, Equatable {
  private(set) var html: String

  /// Markup written by the program itself, never by a person or a register.
  init(trusted html: String) {
    self.html = html
  }

  /// Any text, as text.
  init(text: String) {
    html = Markup.escape(text)
  }

  /// A text whose direction of writing must not disturb its neighbours.
  static func isolated(_ text: String) -> Markup {
    Markup(trusted: "<bdi>\(escape(text))</bdi>")
  }

  static func + (left: Markup, right: Markup) -> Markup {
    Markup(trusted: left.html + right.html)
  }

  /// Whether a byte may belong to a character that is replaced; most texts have none.
  private static func needsCare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    // The first byte of the control characters from U+0080 on.
    default: byte == 0xC2
    }
  }

  /// Replaces the characters that mean something in HTML, in elements and in quoted attributes.
  ///
  /// Control characters are dropped: neither HTML nor the XML of a chart allows them.
  static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: needsCare) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default:
        let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
        if !isControl { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
