/// Base64 with the standard alphabet, strict when reading (RFC 4648 §3.5 and §4).
enum Base64 {
  private static let alphabet = [UInt8](
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The value of each byte as a symbol, 255 for a byte that is none.
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 255, count: 256)
    for (value, symbol) in alphabet.enumerated() { table[Int(symbol)] = UInt8(value) }
    return table
  }()

  /// Appends the canonical encoding without padding characters.
  static func encode(_ bytes: some Sequence<UInt8>, into text: inout [UInt8]) {
    var held: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      held = held << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(alphabet[Int(held >> bits & 63)])
      }
    }
    if bits > 0 { text.append(alphabet[Int(held << (6 - bits) & 63)]) }
  }

  /// Appends the bytes of an unpadded canonical encoding; says false if the text is not one.
  static func decode(_ text: ArraySlice<UInt8>, into bytes: inout [UInt8]) -> Bool {
    let (text, values) = (text.span, values.span)
    guard text.count % 4 != 1 else { return false }
    var held: UInt32 = 0
    var bits: UInt32 = 0
    for index in text.indices {
      let value = values[Int(text[index])]
      guard value < 64 else { return false }
      held = held << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: held >> bits))
      }
    }
    return held & (1 << bits - 1) == 0
  }

  /// Returns the bytes of an unpadded canonical encoding, nil if the text is not one.
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3 + 2)
    return decode(text, into: &bytes) ? bytes : nil
  }
}
