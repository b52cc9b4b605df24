/// The form of the first lines of a text that is no table.
enum TextForm {
  /// The kind of a text, of which letters beyond ASCII are `x`; nil when it may be a table.
  static func kind(_ text: String) -> FileKind? {
    let shown = text.drop(while: \.isWhitespace)
    if isJSON(shown) { return .json }
    if let kind = markup(shown) { return kind }
    let lines = shown.split(whereSeparator: \.isNewline).prefix(40).map(String.init)
    if isMail(lines) { return .mail }
    return isChat(lines) ? .chat : nil
  }

  /// An object or a list of JSON, also one in each line (RFC 8259).
  private static func isJSON(_ text: Substring) -> Bool {
    guard let first = text.first, let next = text.dropFirst().first(where: { !$0.isWhitespace })
    else { return false }
    switch first {
    case "{": return next == "\"" || next == "}"
    case "[": return "{[\"]".contains(next)
    default: return false
    }
  }

  /// A mark of XML or HTML at the very beginning, and another one after it.
  private static func markup(_ text: Substring) -> FileKind? {
    guard text.first == "<", let second = text.dropFirst().first,
      second.isLetter || second == "!" || second == "?"
    else { return nil }
    let lower = text.lowercased()
    if lower.hasPrefix("<!doctype html") || lower.hasPrefix("<html") || lower.contains("<table") {
      return .html
    }
    return lower.contains("</") || lower.contains("/>") || lower.hasPrefix("<?xml") ? .xml : nil
  }

  /// Three known fields of a message's head before any line that is none (RFC 5322).
  private static func isMail(_ lines: [String]) -> Bool {
    var fields: Set<String> = []
    for line in lines {
      if line.hasPrefix("From ") { fields.insert("from ") }
      if line.first == " " || line.first == "\t" || line.hasPrefix("From ") { continue }
      guard let colon = line.firstIndex(of: ":") else { break }
      let name = line[..<colon].lowercased()
      guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else { break }
      if mailFields.contains(name) { fields.insert(name) }
    }
    return fields.count >= 3
  }

  private static let mailFields: Set<String> = [
    "from", "to", "cc", "date", "subject", "message-id", "received", "return-path", "mime-version",
    "content-type", "delivered-to", "reply-to", "dkim-signature",
  ]

  /// Lines such as `12/03/24, 10:15 - Name: …` and `[12.03.24, 10:15:09] Name: …`, as telephones
  /// export talks; a long message runs over lines without a time.
  private static func isChat(_ lines: [String]) -> Bool {
    let spoken =
      /x*\[?[\dx]{1,8}[.\/\-][\dx]{1,4}[.\/\-][\dx]{1,8},?x* x*[\dx]{1,4}[:.][\dx]{2,4}.{0,24}(\]| -) .+/
    guard let first = lines.first, first.wholeMatch(of: spoken) != nil else { return false }
    return lines.count { $0.wholeMatch(of: spoken) != nil } * 3 >= lines.count
  }
}
