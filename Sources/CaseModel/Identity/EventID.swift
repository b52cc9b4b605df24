internal import Text
/// The name of an event: the first 80 bits of its SHA-256 as 16 lower-case Crockford symbols.
package struct EventID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The sixteen symbols.
  package let description: String

  /// Reads an id in its canonical form, or returns nil.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 16, text.utf8.allSatisfy(Self.isSymbol) else { return nil }
    description = String(text)
  }

  /// Makes an id from a digest of at least ten bytes, or returns nil for a shorter one.
  package init?(digest: some Sequence<UInt8>) {
    let bytes = Array(digest.prefix(10))
    guard bytes.count == 10 else { return nil }
    var text = ""
    var buffer: UInt32 = 0
    var bits = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        let value = Int(buffer >> UInt32(bits)) & 31
        text.unicodeScalars.append(Self.lowerCase[value])
      }
      buffer &= (1 << UInt32(bits)) - 1
    }
    description = text
  }

  package static func < (left: EventID, right: EventID) -> Bool {
    left.description < right.description
  }

  private static let lowerCase = Array("0123456789abcdefghjkmnpqrstvwxyz".unicodeScalars)

  private static func isSymbol(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      byte != UInt8(ascii: "i") && byte != UInt8(ascii: "l") && byte != UInt8(ascii: "o")
        && byte != UInt8(ascii: "u")
    default: false
    }
  }
}
