/// The lines of a text one after the other, without LF or CR LF; after a last LF comes an empty one.
///
/// Holds nothing but the rest of the text, so that a text of empty lines takes no memory.
struct Lines: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>?

  init(_ text: ArraySlice<UInt8>) { rest = text }

  var isAtEnd: Bool { rest == nil }

  mutating func next() -> ArraySlice<UInt8>? {
    guard let text = rest else { return nil }
    let end = text.firstIndex(of: UInt8(ascii: "\n"))
    rest = end.map { text[($0 + 1)...] }
    let line = end.map { text[..<$0] } ?? text
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }
}
