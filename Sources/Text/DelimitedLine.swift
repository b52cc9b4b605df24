/// Lines of delimited text: the one rule for every table that this program writes (RFC 4180).
package enum DelimitedLine {
  /// A line of cells with commas between them, without its end.
  package static func text(_ cells: [String]) -> String {
    // A line with nothing in it would be no row at all.
    cells == [""] ? cell("", isQuoted: true) : cells.map { cell($0) }.joined(separator: ",")
  }

  /// A cell as it stands between separators; in quotes where it needs them, or where they are wanted.
  package static func cell(
    _ text: String, separator: UInt8 = UInt8(ascii: ","), isQuoted: Bool = false
  ) -> String {
    let needsQuotes = text.utf8.contains {
      $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D || $0 == separator
    }
    guard needsQuotes || isQuoted else { return text }
    var result = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.append("\"") }
      result.append(scalar)
    }
    result.append("\"")
    return String(result)
  }
}
