/// A value as it is written into a configuration file by a command.
enum YAMLScalar {
  /// The text plain where every reader takes it as it stands, else in double quotes (YAML 1.2, 7.3.1).
  static func written(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, first.isLetter || first.isNumber,
      last != " "
    else { return false }
    let reserved = ["true", "false", "null", "yes", "no", "on", "off"]
    return !reserved.contains(text.lowercased())
      && text.allSatisfy { $0.isLetter || $0.isNumber || " -_.'()/+@".contains($0) }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
