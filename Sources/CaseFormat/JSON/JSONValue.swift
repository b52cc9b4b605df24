/// A JSON value of the kinds that an event line may hold: no fractions, no null.
package indirect enum JSONValue: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case list([JSONValue])
  case object([String: JSONValue])

  /// The text of a string value.
  package var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The number of an integer value.
  package var integer: Int? { if case .integer(let number) = self { number } else { nil } }
  /// The truth of a boolean value.
  package var boolean: Bool? { if case .boolean(let truth) = self { truth } else { nil } }
  /// The items of a list.
  package var list: [JSONValue]? { if case .list(let items) = self { items } else { nil } }
  /// The strings of a list of strings.
  package var texts: [String]? {
    guard let list else { return nil }
    let texts = list.compactMap(\.text)
    return texts.count == list.count ? texts : nil
  }

  /// The canonical form of RFC 8785, with the keys of every object sorted by their UTF-8 bytes.
  package var canonical: String {
    var output = ""
    write(to: &output)
    return output
  }

  /// Appends the canonical form to a text.
  package func write(to output: inout String) {
    switch self {
    case .text(let text): Self.write(text, to: &output)
    case .integer(let number): output += String(number)
    case .boolean(let truth): output += truth ? "true" : "false"
    case .list(let items):
      output += "["
      for (index, item) in items.enumerated() {
        if index > 0 { output += "," }
        item.write(to: &output)
      }
      output += "]"
    case .object(let fields):
      output += "{"
      for (index, key) in Self.sorted(fields.keys).enumerated() {
        if index > 0 { output += "," }
        Self.write(key, to: &output)
        output += ":"
        fields[key]?.write(to: &output)
      }
      output += "}"
    }
  }

  /// Sorts keys by their UTF-8 bytes.
  package static func sorted(_ keys: some Sequence<String>) -> [String] {
    keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Appends a string literal that escapes only `"`, `\` and controls (RFC 8785 §3.2.2.2).
  package static func write(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\u{08}": output += "\\b"
      case "\u{0C}": output += "\\f"
      case "\u{00}"..."\u{1F}":
        let hex = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
