package import Diagnostics

/// One scalar inside a flow list or map, and where it begins.
package struct FrontMatterItem: Sendable, Hashable {
  package let text: String
  package let column: Int
}

/// The value of one front-matter line; every scalar is text.
package enum FrontMatterValue: Sendable {
  /// Text; plain and empty when nothing is written after the colon.
  case scalar(String, quoted: Bool)
  /// `[one, two]`
  case list([FrontMatterItem])
  /// `{key: value, …}`, in order, without duplicates.
  case map([(key: FrontMatterItem, value: FrontMatterItem)])
}

/// One line `key: value` of a front matter with its place in the file.
package struct FrontMatterField: Sendable {
  package let key: String
  package let value: FrontMatterValue
  package let line: Int
  package let column: Int
  package let valueColumn: Int
}

/// The scanner of a case's front matter: a map of one level, one line per key.
///
/// It reads a strict subset of what ``YAMLNode`` reads, without a tree: one case file is read in a
/// few microseconds, and there are thousands.
package enum FrontMatterScanner {
  /// Hands each field, in the order of the file, to a closure.
  ///
  /// Refused, beside what every YAML document is refused for: block-style lists, maps and scalars,
  /// collections inside collections, values on another line than their key, and anything but a map.
  ///
  /// `lineOffset` is the number of lines of the file before the first of these bytes.
  package static func scan(
    _ bytes: Span<UInt8>, path: String, lineOffset: Int = 0, limits: YAMLLimits = YAMLLimits(),
    field: (FrontMatterField) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try unsafe bytes.withUnsafeBufferPointer { buffer throws(Diagnostic) in
      var lines = FrontMatterLines(
        reader: try unsafe YAMLEventReader.open(
          buffer, path: path, lineOffset: lineOffset, limits: limits))
      try lines.read(field)
    }
  }
}

/// The lines of a front matter: fields made of the parser's events.
private struct FrontMatterLines: ~Copyable {
  private var reader: YAMLEventReader

  init(reader: consuming YAMLEventReader) {
    self.reader = reader
  }

  mutating func read(
    _ field: (FrontMatterField) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    guard case .documentStart = try reader.next() else { return }
    guard case .mappingStart(isFlow: false) = try reader.next() else {
      throw reader.problem(
        "yaml.type", "the front matter must be lines of the form “key: value”")
    }
    var seen: [String] = []
    seen.reserveCapacity(32)
    while let key = try key() {
      let (line, column) = (reader.line, reader.column)
      guard !seen.contains(key) else { throw duplicate(key) }
      guard seen.count < 256 else {
        throw reader.problem("yaml.size", "the front matter has more than 256 keys")
      }
      seen.append(key)
      let event = try reader.next()
      let valueColumn = reader.column
      let value = try value(event, on: line)
      try field(
        FrontMatterField(
          key: key, value: value, line: line, column: column, valueColumn: valueColumn))
    }
    _ = try reader.next()
    guard case .streamEnd = try reader.next() else {
      throw reader.problem(
        "yaml.second-document", "a second document begins here", hint: "remove the line ---")
    }
  }

  /// Reads a key; nil at the end of the map.
  private mutating func key() throws(Diagnostic) -> String? {
    switch try reader.next() {
    case .collectionEnd: return nil
    case .scalar(let key, let style) where style != .block && !key.isEmpty: return key
    default: throw reader.problem("yaml.key", "a key must be a plain or quoted word")
    }
  }

  private mutating func value(
    _ event: YAMLEvent, on line: Int
  ) throws(Diagnostic) -> FrontMatterValue {
    switch event {
    case .scalar(let text, let style):
      try checkLine(line)
      guard style != .block else {
        throw reader.problem(
          "yaml.nested", "a text of several lines is not allowed in the front matter",
          hint: "write the value on the line of its key; narrative goes below the front matter")
      }
      return .scalar(text, quoted: style == .quoted)
    case .sequenceStart(isFlow: true):
      return .list(try list(on: line))
    case .mappingStart(isFlow: true):
      return .map(try map(on: line))
    default:
      throw reader.problem(
        "yaml.nested", "a list or map must be on the line of its key",
        hint: "write [one, two] or {key: value}")
    }
  }

  private mutating func list(on line: Int) throws(Diagnostic) -> [FrontMatterItem] {
    var items: [FrontMatterItem] = []
    while let item = try item(on: line) { items.append(item) }
    return items
  }

  private mutating func map(
    on line: Int
  ) throws(Diagnostic) -> [(key: FrontMatterItem, value: FrontMatterItem)] {
    var pairs: [(key: FrontMatterItem, value: FrontMatterItem)] = []
    while let key = try item(on: line) {
      guard !pairs.contains(where: { $0.key.text == key.text }) else { throw duplicate(key.text) }
      guard pairs.count < 256 else {
        throw reader.problem("yaml.size", "the map has more than 256 keys")
      }
      guard let value = try item(on: line) else {
        throw reader.problem("yaml.syntax", "a value is missing here")
      }
      pairs.append((key, value))
    }
    return pairs
  }

  /// Reads a scalar inside a flow collection; nil at its end.
  private mutating func item(on line: Int) throws(Diagnostic) -> FrontMatterItem? {
    let event = try reader.next()
    try checkLine(line)
    switch event {
    case .scalar(let text, _): return FrontMatterItem(text: text, column: reader.column)
    case .collectionEnd: return nil
    default:
      throw reader.problem(
        "yaml.nested", "a list or map inside another is not allowed in the front matter")
    }
  }

  private func checkLine(_ line: Int) throws(Diagnostic) {
    guard reader.line != line || reader.endLine != line else { return }
    throw reader.problem(
      "yaml.multiline", "the value must be on the line of its key, line \(line)")
  }

  private func duplicate(_ key: String) -> Diagnostic {
    reader.problem(
      "yaml.duplicate-key", "the key “\(key)” is already there", hint: "keep one of the two")
  }
}
