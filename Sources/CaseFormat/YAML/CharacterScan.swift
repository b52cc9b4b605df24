/// The reason why bytes are not text we keep.
enum CharacterProblem: Hashable {
  /// Not UTF-8 (RFC 3629): overlong, surrogate, cut off, beyond U+10FFFF.
  case invalidUTF8
  /// A byte order mark, U+FEFF, wherever it stands.
  case byteOrderMark
  /// A control (C0 but tab and line feed, DEL, C1), a line separator or a noncharacter.
  case control(UInt32)
  /// A carriage return without a line feed after it.
  case loneCarriageReturn
  /// An embedding, override or isolate of the bidirectional algorithm.
  case bidirectional(UInt32)

  /// Names the problem for people, the scalar as `U+202E`.
  var message: String {
    switch self {
    case .invalidUTF8: "the bytes here are not valid UTF-8"
    case .byteOrderMark: "a byte order mark (U+FEFF) is not allowed"
    case .control(let value): "the control character \(codePoint(value)) is not allowed"
    case .loneCarriageReturn: "a carriage return without a line feed is not allowed"
    case .bidirectional(let value):
      "the invisible direction character \(codePoint(value)) is not allowed"
    }
  }
}

/// Writes a scalar value as Unicode's own tables do: `U+202E`.
func codePoint(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// A scan of UTF-8 bytes for the first place that is not text we keep.
///
/// CR LF passes: line ends are the caller's business. Direction *marks* (U+200E, U+200F, U+061C) and
/// the zero-width U+200B and U+2060 pass too and are only noted: whether they may stand depends on
/// where they stand. The joiners U+200C and U+200D are spelling, and pass.
struct CharacterScan {
  private(set) var problem: CharacterProblem?
  /// The byte where the problem begins; the length of the text when there is none.
  private(set) var offset: Int
  private(set) var hasInvisibleMarks = false

  init(_ bytes: Span<UInt8>) {
    var index = 0
    let count = bytes.count
    offset = count
    while index < count {
      let byte = bytes[index]
      if byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x09 {
        index += 1
        continue
      }
      if byte == 0x0D && index + 1 < count && bytes[index + 1] == 0x0A {
        index += 2
        continue
      }
      guard let (value, length) = decodeScalar(bytes, at: index) else {
        problem = .invalidUTF8
        offset = index
        return
      }
      if let found = Self.problem(of: value) {
        problem = found
        offset = index
        return
      }
      if isInvisibleMark(value) { hasInvisibleMarks = true }
      index += length
    }
  }

  private static func problem(of value: UInt32) -> CharacterProblem? {
    switch value {
    case 0x0D: .loneCarriageReturn
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFDD0...0xFDEF: .control(value)
    case 0x202A...0x202E, 0x2066...0x2069: .bidirectional(value)
    case 0xFEFF: .byteOrderMark
    default: value & 0xFFFE == 0xFFFE ? .control(value) : nil
    }
  }
}

/// Whether the scalar shows nothing yet makes two equal-looking texts different.
func isInvisibleMark(_ value: UInt32) -> Bool {
  switch value {
  case 0x200B, 0x200E, 0x200F, 0x061C, 0x2060: true
  default: false
  }
}

/// Decodes the scalar that begins at an index, strictly (RFC 3629); nil when there is none.
func decodeScalar(_ bytes: Span<UInt8>, at index: Int) -> (value: UInt32, length: Int)? {
  let first = bytes[index]
  let length: Int
  var value: UInt32
  let smallest: UInt32
  switch first {
  case 0..<0x80: return (UInt32(first), 1)
  case 0xC2...0xDF: (length, value, smallest) = (2, UInt32(first & 0x1F), 0x80)
  case 0xE0...0xEF: (length, value, smallest) = (3, UInt32(first & 0x0F), 0x800)
  case 0xF0...0xF4: (length, value, smallest) = (4, UInt32(first & 0x07), 0x10000)
  default: return nil
  }
  guard length <= bytes.count - index else { return nil }
  for step in 1..<length {
    let byte = bytes[index + step]
    guard byte & 0xC0 == 0x80 else { return nil }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  guard value >= smallest, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
  return (value, length)
}

/// Counts line and column (both from 1, the column in scalars) of a byte offset.
func lineAndColumn(of offset: Int, in bytes: Span<UInt8>) -> (line: Int, column: Int) {
  var line = 1
  var column = 1
  for index in 0..<min(offset, bytes.count) {
    let byte = bytes[index]
    if byte == 0x0A {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
  return (line, column)
}
