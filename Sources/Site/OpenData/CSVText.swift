/// CSV as RFC 4180 describes it, with line feeds.
enum CSVText {
  /// The bytes of a file with these lines.
  static func bytes(_ lines: [[String]]) -> [UInt8] {
    Array(lines.map { $0.map(field).joined(separator: ",") + "\n" }.joined().utf8)
  }

  private static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
