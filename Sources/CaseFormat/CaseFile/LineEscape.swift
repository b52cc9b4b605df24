/// An escape, so that no line of a person's text is taken for the file's own heading or fence.
///
/// A line that matches ``^ {0,3}\\*(#{1,2}([ \t]|$)|```|~~~)`` gets one backslash before its first
/// `\`, `#`, `` ` `` or `~`; reading removes one. Both keep every other byte.
enum LineEscape {
  /// Escapes every line of a text that needs it.
  static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let mark = markIndex(of: line, escapedOnly: false) else { return String(line) }
      return String(line[..<mark]) + "\\" + line[mark...]
    }.joined(separator: "\n")
  }

  /// Removes one backslash from every line that has one for this purpose.
  static func unescaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let mark = markIndex(of: line, escapedOnly: true) else { return String(line) }
      return String(line[..<mark]) + line[line.unicodeScalars.index(after: mark)...]
    }.joined(separator: "\n")
  }

  /// Returns where the first `\` or mark of a matching line stands.
  private static func markIndex(of line: Substring, escapedOnly: Bool) -> String.Index? {
    let scalars = line.unicodeScalars
    let indent = scalars.prefix(3).prefix { $0 == " " }.endIndex
    guard indent < scalars.endIndex else { return nil }
    let isEscaped = scalars[indent] == "\\"
    guard isEscaped || !escapedOnly else { return nil }
    let marks = scalars[indent...].drop { $0 == "\\" }
    return isMark(marks) ? indent : nil
  }

  private static func isMark(_ rest: Substring.UnicodeScalarView) -> Bool {
    if rest.starts(with: "```".unicodeScalars) || rest.starts(with: "~~~".unicodeScalars) {
      return true
    }
    let hashes = rest.prefix { $0 == "#" }
    guard hashes.count == 1 || hashes.count == 2 else { return false }
    guard hashes.endIndex < rest.endIndex else { return true }
    return rest[hashes.endIndex] == " " || rest[hashes.endIndex] == "\t"
  }
}
