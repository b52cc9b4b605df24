/// The forms of the words in the head of a sealed entry.
enum EntryForm {
  /// Crockford's base 32 in lower case: no `i`, `l`, `o`, `u`.
  static let symbols = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  static func isEntry(_ text: String) -> Bool {
    text.utf8.count == 16 && text.utf8.allSatisfy(symbols.contains)
  }

  /// Four digits, then twice four symbols in upper case, with dashes.
  static func isCase(_ text: String) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.count == 3 && groups.allSatisfy { $0.count == 4 }
      && groups[0].allSatisfy { (0x30...0x39).contains($0) }
      && groups[1...].joined().allSatisfy { symbol in
        !(0x61...0x7A).contains(symbol) && symbols.contains(symbol < 0x41 ? symbol : symbol | 0x20)
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
