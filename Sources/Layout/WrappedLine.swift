/// A line of prose that is broken between words, so that a terminal does not break inside them.
package enum WrappedLine {
  /// The parts of a line, none wider than `width` as far as its words allow; those after the first
  /// begin with `indent` blanks.
  ///
  /// A command between backquotes stays in one piece, so that it can be copied; a blank that is not at a
  /// break stays as it is.
  package static func parts(_ line: String, width: Int, indent: Int = 0) -> [String] {
    guard DisplayWidth.of(line) > width else { return [line] }
    let margin = String(repeating: " ", count: min(indent, width / 2))
    var parts: [String] = []
    var current = ""
    var hasWord = false
    for word in words(line) {
      let isTooWide = DisplayWidth.of(current + word) > width
      if isTooWide, hasWord {
        parts.append(current)
        current = margin + word.drop { $0 == " " }
      } else {
        current += word
      }
      hasWord = true
    }
    return parts + [current]
  }

  /// The same for a text of several lines.
  package static func text(_ text: String, width: Int, indent: Int = 0) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { line in
        let own = line.prefix { $0 == " " }.count
        return parts(String(line), width: width, indent: own + indent)
      }
      .joined(separator: "\n")
  }

  /// Words with the blanks before them; what stands between backquotes is one word.
  private static func words(_ line: String) -> [Substring] {
    var words: [Substring] = []
    var start = line.startIndex
    var index = line.startIndex
    var isInWord = false
    while index < line.endIndex {
      let character = line[index]
      if character == " " {
        if isInWord {
          words.append(line[start..<index])
          start = index
          isInWord = false
        }
      } else {
        isInWord = true
        let rest = line.index(after: index)
        if character == "`", let end = line[rest...].firstIndex(of: "`") { index = end }
      }
      index = line.index(after: index)
    }
    if start < line.endIndex { words.append(line[start...]) }
    return words
  }
}
