import Foundation

/// The commands that the sources name between backticks in what a person is told.
///
/// Comments and the texts of `--help`, which no state leads to, are left out.
enum HintScan {
  /// One command in one file, and in how many places it stands there.
  struct Place: Hashable, Comparable {
    let file: String
    /// The command as it is written, with `*` for what is filled in.
    let command: String

    static func < (left: Place, right: Place) -> Bool {
      (left.file, left.command) < (right.file, right.command)
    }
  }

  /// How often each command stands in each file.
  static func places() throws -> [Place: Int] {
    let sources =
      URL(fileURLWithPath: Golden.folder)
      .deletingLastPathComponent().deletingLastPathComponent().path + "/Sources"
    var places: [Place: Int] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources)
    where path.hasSuffix(".swift") {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let text = try String(contentsOfFile: sources + "/" + path, encoding: .utf8)
      for command in commands(in: text) {
        places[Place(file: name, command: command), default: 0] += 1
      }
    }
    return places
  }

  /// The commands in a source file, in its order.
  static func commands(in source: String) -> [String] {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let code = lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    let words = code.replacing(/discussion: """(?s:.*?)"""/, with: "")
      .replacing(/"\s*\+\s*"/, with: "").replacing(/\\\n\s*/, with: "")
    let program = /(?:DAFTAR_\w+=\S+ )?(?:daftar|git|iconv|ssh|sed|mv|rm) .+/
    // How git is called may be filled in, or the whole command.
    let filledIn = /\\\((?:git|command\(gitDirectory\))\) .+|\\\(.*undoing\)/
    return words.matches(of: /`([^`\n]+)(?=`)/).map(\.output.1)
      .filter { $0.wholeMatch(of: program) != nil || $0.wholeMatch(of: filledIn) != nil }
      .map { withoutGaps(String($0)) }
      // The pattern of a replacement is no hint.
      .filter { !$0.contains("([^") }
  }

  /// The text with `*` for each interpolation.
  private static func withoutGaps(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let start = rest.range(of: "\\(") {
      result += rest[..<start.lowerBound] + "*"
      var depth = 1
      rest = rest[start.upperBound...]
      while depth > 0, let character = rest.popFirst() {
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
      }
    }
    return (result + rest).replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
  }
}
