/// The newest line of “You said, we did”: the first item of its list, or its first paragraph.
enum NewestSaid {
  /// The Markdown of it, without the mark of its item; empty for an empty text.
  static func markdown(of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { isWords($0) }) else { return "" }
    let first = lines[start]
    let end = lines[(start + 1)...].firstIndex { isEmpty($0) || mark($0) != nil } ?? lines.endIndex
    let rest = lines[(start + 1)..<end].map { $0.drop(while: \.isWhitespace) }
    return ([mark(first).map { first.dropFirst($0) } ?? first] + rest).joined(separator: "\n")
  }

  /// Whether a line is neither empty nor a heading.
  private static func isWords(_ line: Substring) -> Bool { !isEmpty(line) && !line.hasPrefix("#") }

  private static func isEmpty(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }

  /// How many letters the mark of a list's item takes, with the space after it; nil without one.
  private static func mark(_ line: Substring) -> Int? {
    line.prefixMatch(of: /[-*+] +|[0-9]{1,9}[.)] +/).map { $0.output.count }
  }
}
