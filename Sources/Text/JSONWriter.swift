/// The writer of JSON (RFC 8259), one for everything that writes it.
struct JSONWriter {
  /// How the parts stand.
  enum Layout {
    /// On one line, without a space.
    case compact
    /// One part to a line, indented by two spaces.
    case indented
  }

  /// Which characters of a text are escaped.
  enum Escaping {
    /// Only `"`, `\` and controls (RFC 8785 §3.2.2.2).
    case least
    /// Also `<` and line separators: no text can then end the script element of a page in which a
    /// document stands.
    case inPages
  }

  let layout: Layout
  let escaping: Escaping
  private(set) var output = ""

  init(_ layout: Layout, _ escaping: Escaping) {
    self.layout = layout
    self.escaping = escaping
  }

  /// Writes what stands between two brackets; `key` is nil for the items of a list.
  mutating func write<Value>(
    _ parts: [(key: String?, value: Value)], between brackets: (String, String), depth: Int,
    _ writeValue: (inout Self, Value, Int) -> Void
  ) {
    output += brackets.0
    for (index, part) in parts.enumerated() {
      if index > 0 { output += "," }
      startLine(depth + 1)
      if let key = part.key {
        write(key)
        output += layout == .compact ? ":" : ": "
      }
      writeValue(&self, part.value, depth + 1)
    }
    if !parts.isEmpty { startLine(depth) }
    output += brackets.1
  }

  private mutating func startLine(_ depth: Int) {
    if layout == .indented { output += "\n" + String(repeating: "  ", count: depth) }
  }

  /// Writes a number or a truth as it stands.
  mutating func write(literal: String) { output += literal }

  /// Writes a text in quotes.
  mutating func write(_ text: String) {
    output += "\""
    defer { output += "\"" }
    guard text.utf8.contains(where: mayNeedEscape) else {
      output += text
      return
    }
    for scalar in text.unicodeScalars {
      if let escape = escape(scalar) {
        output += escape
      } else {
        output.unicodeScalars.append(scalar)
      }
    }
  }

  /// Whether a byte may belong to a character that is escaped; most texts have none.
  private func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): true
    // `<`, DEL and the first byte of U+2028.
    case UInt8(ascii: "<"), 0x7F, 0xE2: escaping == .inPages
    default: false
    }
  }

  private func escape(_ scalar: Unicode.Scalar) -> String? {
    switch (scalar, escaping) {
    case ("\"", _): "\\\""
    case ("\\", _): "\\\\"
    case ("\n", .least): "\\n"
    case ("\r", .least): "\\r"
    case ("\t", .least): "\\t"
    case ("\u{08}", .least): "\\b"
    case ("\u{0C}", .least): "\\f"
    case ("\u{00}"..."\u{1F}", _): Self.code(scalar)
    case ("<", .inPages), ("\u{7F}", .inPages), ("\u{2028}"..."\u{2029}", .inPages):
      Self.code(scalar)
    default: nil
    }
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
