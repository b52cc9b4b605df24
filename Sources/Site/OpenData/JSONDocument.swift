/// A JSON document (RFC 8259) for programs that read the open data.
///
/// Keys are sorted and numbers are whole, so that equal data are equal bytes.
indirect enum JSONDocument: Equatable, Sendable {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case list([JSONDocument])
  case object([String: JSONDocument])

  /// A list of texts.
  static func texts(_ texts: [String]) -> JSONDocument { .list(texts.map { .text($0) }) }

  /// The document on one line, as it stands in a page.
  var compact: String {
    var output = ""
    write(to: &output, lineStart: nil)
    return output
  }

  /// The document as a file: indented by two spaces, with a final line end.
  var file: [UInt8] {
    var output = ""
    write(to: &output, lineStart: "\n")
    return Array((output + "\n").utf8)
  }

  private func write(to output: inout String, lineStart: String?) {
    switch self {
    case .text(let text): Self.write(text, to: &output)
    case .integer(let number): output += String(number)
    case .boolean(let truth): output += truth ? "true" : "false"
    case .list(let items):
      Self.write(items.map { (nil, $0) }, "[", "]", to: &output, lineStart)
    case .object(let fields):
      let sorted = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      Self.write(sorted.map { ($0.key, $0.value) }, "{", "}", to: &output, lineStart)
    }
  }

  private static func write(
    _ items: [(String?, JSONDocument)], _ open: String, _ close: String,
    to output: inout String, _ lineStart: String?
  ) {
    guard !items.isEmpty else {
      output += open + close
      return
    }
    output += open
    for (index, (key, value)) in items.enumerated() {
      output += index == 0 ? "" : ","
      output += lineStart.map { $0 + "  " } ?? ""
      if let key {
        write(key, to: &output)
        output += lineStart == nil ? ":" : ": "
      }
      value.write(to: &output, lineStart: lineStart.map { $0 + "  " })
    }
    output += (lineStart ?? "") + close
  }

  /// Writes a text in quotes.
  ///
  /// The sign `<` is escaped too: no text can then end the script element that a document stands in.
  private static func write(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "<", "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
