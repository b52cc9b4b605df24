/// The reader of front matter exactly as ``FrontMatterWriter`` writes it, many times faster.
///
/// A list of ten thousand cases reads as many front matters, nearly all untouched by hand. This
/// reader knows only the writer's own form in ASCII: one `key: value` a line, plain scalars, double
/// quotes, `[lists]`, `{maps}`. Whatever else it meets, it gives up, and libyaml reads the document
/// and says what is wrong with it. A test compares the two on everything that this one accepts.
enum CanonicalFrontMatter {
  /// Hands each field to a closure; false as soon as something is not in the writer's form.
  ///
  /// `lineOffset` is the number of lines of the file before the first of these bytes.
  static func scan(
    _ bytes: Span<UInt8>, lineOffset: Int, field: (FrontMatterField) -> Bool
  ) -> Bool {
    var position = 0
    var line = lineOffset
    while position < bytes.count {
      line += 1
      let start = position
      guard let key = plain(bytes, &position), skip(": ", bytes, &position) else { return false }
      let valueColumn = position - start + 1
      guard let value = value(bytes, &position, lineStart: start), skip("\n", bytes, &position),
        field(
          FrontMatterField(
            key: key, value: value, line: line, column: 1, valueColumn: valueColumn))
      else { return false }
    }
    return true
  }

  private static func value(
    _ bytes: Span<UInt8>, _ position: inout Int, lineStart: Int
  ) -> FrontMatterValue? {
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "["): return list(bytes, &position, lineStart: lineStart).map { .list($0) }
    case UInt8(ascii: "{"): return map(bytes, &position, lineStart: lineStart)
    case UInt8(ascii: "\""): return quoted(bytes, &position).map { .scalar($0, quoted: true) }
    default: return plain(bytes, &position).map { .scalar($0, quoted: false) }
    }
  }

  private static func list(
    _ bytes: Span<UInt8>, _ position: inout Int, lineStart: Int
  ) -> [FrontMatterItem]? {
    position += 1
    if skip("]", bytes, &position) { return [] }
    var items: [FrontMatterItem] = []
    while true {
      guard let item = item(bytes, &position, lineStart: lineStart) else { return nil }
      items.append(item)
      if skip("]", bytes, &position) { return items }
      guard skip(", ", bytes, &position) else { return nil }
    }
  }

  private static func map(
    _ bytes: Span<UInt8>, _ position: inout Int, lineStart: Int
  ) -> FrontMatterValue? {
    position += 1
    var pairs: [(key: FrontMatterItem, value: FrontMatterItem)] = []
    while true {
      guard let key = item(bytes, &position, lineStart: lineStart), skip(": ", bytes, &position),
        !pairs.contains(where: { $0.key.text == key.text }),
        let value = item(bytes, &position, lineStart: lineStart)
      else { return nil }
      pairs.append((key, value))
      if skip("}", bytes, &position) { return .map(pairs) }
      guard skip(", ", bytes, &position) else { return nil }
    }
  }

  private static func item(
    _ bytes: Span<UInt8>, _ position: inout Int, lineStart: Int
  ) -> FrontMatterItem? {
    let column = position - lineStart + 1
    guard position < bytes.count else { return nil }
    let text =
      bytes[position] == UInt8(ascii: "\"")
      ? quoted(bytes, &position) : plain(bytes, &position)
    return text.map { FrontMatterItem(text: $0, column: column) }
  }

  /// A word as the writer leaves it unquoted: letters, digits, `-`, `_`, `.`, `+`, `/`.
  private static func plain(_ bytes: Span<UInt8>, _ position: inout Int) -> String? {
    let start = position
    while position < bytes.count, isPlain(bytes[position], isFirst: position == start) {
      position += 1
    }
    return position == start ? nil : text(bytes, start..<position)
  }

  private static func isPlain(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x2D, 0x5F, 0x2E, 0x2B, 0x2F: !isFirst
    default: false
    }
  }

  /// A quoted text of printable ASCII; one with a backslash is left to libyaml.
  private static func quoted(_ bytes: Span<UInt8>, _ position: inout Int) -> String? {
    let start = position + 1
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      guard (0x20..<0x7F).contains(bytes[end]), bytes[end] != UInt8(ascii: "\\") else { return nil }
      end += 1
    }
    guard end < bytes.count else { return nil }
    position = end + 1
    return text(bytes, start..<end)
  }

  private static func skip(
    _ expected: StaticString, _ bytes: Span<UInt8>, _ position: inout Int
  ) -> Bool {
    let count = expected.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for offset in 0..<count {
      let byte = unsafe expected.utf8Start[offset]
      guard bytes[position + offset] == byte else { return false }
    }
    position += count
    return true
  }

  private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    unsafe bytes.extracting(range).withUnsafeBufferPointer { buffer in
      unsafe String(decoding: buffer, as: UTF8.self)
    }
  }
}
