/// The words of charts, made to fit where nothing wraps by itself.
enum ChartText {
  /// Breaks a text at spaces, and where it must behind a dash, into lines of about a number of letters;
  /// three lines at most.
  ///
  /// Where the text has an end of line, a line ends.
  static func lines(_ text: String, atMost letters: Int) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapped($0, atMost: letters) }
    guard lines.count > 3 else { return lines }
    return [lines[0], lines[1], lines[2] + "…"]
  }

  private static func wrapped(_ text: Substring, atMost letters: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words(text, atMost: letters) {
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
    return lines
  }

  /// The words of a text; one that is too long is cut behind its first dash, as in `July–September`.
  private static func words(_ text: Substring, atMost letters: Int) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace).flatMap { word -> [Substring] in
      guard word.count > letters, let dash = word.firstIndex(of: "–") else { return [word] }
      let rest = word.index(after: dash)
      return [word[..<rest], word[rest...]].filter { !$0.isEmpty }
    }
  }
}
