package import Diagnostics
package import Text

/// The reader of the JSON of one event line: strict, without fractions, nulls or repeated keys.
///
/// A line that is valid JSON but not canonical is read; whoever reads compares it with the
/// canonical form. Nesting is limited, so that no input can exhaust the stack.
package struct JSONReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private let path: String
  private let line: Int

  private init(_ bytes: ArraySlice<UInt8>, path: String, line: Int) {
    self.bytes = bytes
    self.path = path
    self.line = line
    position = bytes.startIndex
  }

  /// Reads one object that fills the line; every problem names file, line and column.
  package static func object(
    _ bytes: ArraySlice<UInt8>, path: String, line: Int
  ) throws(Diagnostic) -> [String: JSONValue] {
    var reader = JSONReader(bytes, path: path, line: line)
    guard case .object(let fields) = try reader.value(depth: 0) else {
      throw reader.problem("an object {…} is expected")
    }
    guard reader.position == bytes.endIndex else {
      throw reader.problem("something follows the object")
    }
    return fields
  }

  private func problem(_ message: String) -> Diagnostic {
    let text = String(decoding: bytes[bytes.startIndex..<position], as: UTF8.self)
    return Diagnostic(
      rule: "event.json",
      at: SourceLocation(path: path, line: line, column: text.unicodeScalars.count + 1),
      message: "this event line is not readable: " + message,
      hint: "event lines are never edited by hand; restore the file: `git checkout HEAD -- \(path)`"
    )
  }

  private var current: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipSpaces() {
    while let byte = current, byte == 0x20 || byte == 0x09 { position += 1 }
  }

  private mutating func expect(_ byte: UInt8) throws(Diagnostic) {
    guard current == byte else {
      throw problem("“\(String(Unicode.Scalar(byte)))” is expected here")
    }
    position += 1
  }

  private mutating func value(depth: Int) throws(Diagnostic) -> JSONValue {
    guard depth < 8 else { throw problem("it is nested too deeply") }
    skipSpaces()
    defer { skipSpaces() }
    switch current {
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "{"): return .object(try fields(depth: depth))
    case UInt8(ascii: "["): return .list(try items(depth: depth))
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte):
      return .integer(try integer())
    default: throw problem("a value is expected here")
    }
  }

  private mutating func fields(depth: Int) throws(Diagnostic) -> [String: JSONValue] {
    try expect(UInt8(ascii: "{"))
    var fields: [String: JSONValue] = [:]
    skipSpaces()
    if current == UInt8(ascii: "}") {
      position += 1
      return fields
    }
    while true {
      skipSpaces()
      let start = position
      let key = try string()
      guard fields[key] == nil else {
        position = start
        throw problem("the key “\(key)” is there twice")
      }
      skipSpaces()
      try expect(UInt8(ascii: ":"))
      fields[key] = try value(depth: depth + 1)
      if current == UInt8(ascii: ",") {
        position += 1
        continue
      }
      try expect(UInt8(ascii: "}"))
      return fields
    }
  }

  private mutating func items(depth: Int) throws(Diagnostic) -> [JSONValue] {
    try expect(UInt8(ascii: "["))
    var items: [JSONValue] = []
    skipSpaces()
    if current == UInt8(ascii: "]") {
      position += 1
      return items
    }
    while true {
      items.append(try value(depth: depth + 1))
      if current == UInt8(ascii: ",") {
        position += 1
        continue
      }
      try expect(UInt8(ascii: "]"))
      return items
    }
  }

  private mutating func word(
    _ text: StaticString, _ value: JSONValue
  ) throws(Diagnostic) -> JSONValue {
    for byte in text.description.utf8 { try expect(byte) }
    return value
  }

  private mutating func integer() throws(Diagnostic) -> Int {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    while let byte = current, Self.isDigit(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let number = Int(text), String(number) == text else {
      position = start
      throw problem("whole numbers only, without leading zeros")
    }
    return number
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func string() throws(Diagnostic) -> String {
    try expect(UInt8(ascii: "\""))
    var content: [UInt8] = []
    var start = position
    while let byte = current {
      if byte == UInt8(ascii: "\"") {
        content += bytes[start..<position]
        guard let text = String(validating: content, as: UTF8.self) else {
          throw problem("the text is not valid UTF-8")
        }
        position += 1
        return text
      }
      guard byte >= 0x20 else { throw problem("a control character stands in a text") }
      if byte == UInt8(ascii: "\\") {
        content += bytes[start..<position]
        position += 1
        content += Array(String(try escape()).utf8)
        start = position
      } else {
        position += 1
      }
    }
    throw problem("a text is not closed")
  }

  private mutating func escape() throws(Diagnostic) -> Unicode.Scalar {
    guard let byte = current else { throw problem("a text is not closed") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let digits = bytes[position..<min(position + 4, bytes.endIndex)]
      // `UInt32` would take a sign.
      guard digits.count == 4, digits.first != UInt8(ascii: "+"),
        let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      else { throw problem("this \\u escape is no character") }
      position += 4
      return scalar
    default:
      position -= 1
      throw problem("this escape is not known")
    }
  }
}
