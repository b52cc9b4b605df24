internal import Text

/// The forms of the words in the head of a sealed entry.
enum EntryForm {
  /// Crockford's base 32 in lower case: no `i`, `l`, `o`, `u`.
  static let symbols = Crockford.symbols.map { UInt8($0.value < 0x41 ? $0.value : $0.value | 0x20) }

  private static func isSymbol(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39: true
    case UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
    default: (0x61...0x7A).contains(byte)
    }
  }

  static func isEntry(_ text: String) -> Bool {
    text.utf8.count == 16 && text.utf8.allSatisfy(isSymbol)
  }

  /// Four digits, then twice four symbols in upper case, with dashes.
  static func isCase(_ text: String) -> Bool {
    text.utf8.count == 14
      && text.utf8.enumerated().allSatisfy { place, byte in
        switch place {
        case 0..<4: (0x30...0x39).contains(byte)
        case 4, 9: byte == UInt8(ascii: "-")
        default: byte < 0x61 && isSymbol(byte < 0x41 ? byte : byte | 0x20)
        }
      }
  }

  static func isKind(_ text: String) -> Bool {
    (1...20).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
  }

  /// Reads a decimal number without sign and leading zero.
  static func length(_ text: String) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      text == "0" || text.utf8.first != UInt8(ascii: "0")
    else { return nil }
    return Int(text)
  }
}
