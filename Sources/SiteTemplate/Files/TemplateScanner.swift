/// The reader of a Mustache template's tags before the engine reads them.
///
/// The engine leaves unknown names empty, follows partials that include themselves, and escapes in
/// a place of its own. So every tag is checked here, and handed on in the form that does not
/// escape: values carry their own escaping.
struct TemplateScanner {
  enum Tag: Equatable {
    case variable(String)
    case sectionStart(String)
    case sectionEnd(String)
    case partial(String)
    case comment
    case refused(String)
  }

  struct Located: Equatable {
    let tag: Tag
    let line: Int
  }

  private(set) var tags: [Located] = []
  /// The template as the engine gets it.
  private(set) var rewritten = ""
  private(set) var unclosedTagLine: Int?

  init(_ template: String) {
    var line = 1
    var rest = template[...]
    while let open = rest.firstRange(of: "{{") {
      let words = rest[..<open.lowerBound]
      line += Self.lineFeeds(words)
      rewritten += words
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "}}") else {
        unclosedTagLine = line
        return
      }
      let content = rest[..<close.lowerBound]
      let tag = Self.tag(String(content))
      tags.append(Located(tag: tag, line: line))
      if case .variable(let name) = tag {
        rewritten += "{{&\(name)}}"
      } else {
        rewritten += "{{\(content)}}"
      }
      line += Self.lineFeeds(content)
      rest = rest[close.upperBound...]
    }
    rewritten += rest
  }

  private static func tag(_ content: String) -> Tag {
    let content = content.drop { $0 == " " }
    guard let first = content.first else { return .refused("an empty tag") }
    let name = trimmed(content.dropFirst())
    switch first {
    case "!": return .comment
    case "#", "^": return isName(name) ? .sectionStart(name) : .refused("the name `\(name)`")
    case "/": return .sectionEnd(name)
    case ">": return isName(name) ? .partial(name) : .refused("the name `\(name)`")
    case "{", "&": return .refused("a tag that does not escape; two braces do the right thing")
    case "=", "%", "<", "$", "*": return .refused("a tag that starts with `\(first)`")
    default:
      let whole = trimmed(content)
      return isName(whole) ? .variable(whole) : .refused("the name `\(whole)`")
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private static func isName(_ name: String) -> Bool {
    name == "."
      || !name.isEmpty
        && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
          !part.isEmpty
            && part.utf8.allSatisfy {
              (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0)
                || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
            }
        }
  }

  private static func lineFeeds(_ text: Substring) -> Int {
    text.utf8.count { $0 == 0x0A }
  }
}
