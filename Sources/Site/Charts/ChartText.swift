/// Fits words into charts, where nothing wraps by itself.
enum ChartText {
  /// Breaks a text at spaces into lines of about a number of letters; three lines at most.
  static func lines(_ text: String, atMost letters: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      let word = word.count > letters ? word.prefix(letters - 1) + "…" : word
      if line.isEmpty {
        line = String(word)
      } else if line.count + 1 + word.count <= letters {
        line += " \(word)"
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    lines.append(line)
    guard lines.count > 3 else { return lines }
    return [lines[0], lines[1], lines[2] + "…"]
  }
}
