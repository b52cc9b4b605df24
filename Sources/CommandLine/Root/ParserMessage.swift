internal import Text

/// What the argument parser says of a call that it does not understand, in the words of this program.
struct ParserMessage {
  /// What is wrong, without a full stop.
  let message: String
  /// What to do next.
  let hint: String

  /// Reads the parser's sentence; `command` are the words that name the command, `options` those that
  /// it has.
  init(_ text: String, command: [String], options: [String]) {
    let line = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? text
    let help = (["daftar", "help"] + command).joined(separator: " ")
    var (said, advice) = (line, "see `\(help)`")
    if line.hasPrefix("Unknown option") {
      // The parser's own guess takes two letters that changed places for two mistakes.
      said = line.firstRange(of: ". Did").map { String(line[..<$0.lowerBound]) } ?? line
      let typed = Self.quoted(in: said[...]).first ?? ""
      if let near = nearest(to: typed, among: options) { advice = "did you mean “\(near)”?" }
    } else if let split = line.firstRange(of: ". Please provide one of") {
      said = String(line[..<split.lowerBound])
      let values = Self.values(in: text[split.upperBound...])
      let typed = Self.quoted(in: said[...]).first ?? ""
      advice =
        nearest(to: typed.lowercased(), among: values).map { "did you mean “\($0)”?" }
        ?? "give one of: " + values.joined(separator: ", ")
    }
    message = Self.sentence(said)
    hint = advice
  }

  /// The values that the parser lists, in quotes or one on each line.
  private static func values(in text: Substring) -> [String] {
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
    return lines.isEmpty ? quoted(in: text) : lines
  }

  private static func quoted(in text: Substring) -> [String] {
    text.matches(of: /'([^']*)'/).map { String($0.1) }
  }

  /// As this program writes: a small letter first, no full stop, curled quotes.
  private static func sentence(_ text: String) -> String {
    let words = text.hasSuffix(".") ? String(text.dropLast()) : text
    let curled = words.replacing(/'([^']*)'/) { "“\($0.1)”" }
    return curled.prefix(1).lowercased() + curled.dropFirst()
  }
}
