/// Bech32 (BIP 173; not Bech32m), without its limit of 90 characters, as age uses it.
enum Bech32 {
  private static let alphabet = [UInt8]("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)

  /// Returns the lower-case text for a prefix and data.
  ///
  /// The prefix must be of lower-case characters.
  static func encode(prefix: String, _ bytes: some Sequence<UInt8>) -> String {
    let values = fiveBits(bytes)
    let checksum = polymod(expanded(Array(prefix.utf8)) + values + [0, 0, 0, 0, 0, 0]) ^ 1
    let check = (0..<6).map { UInt8(checksum >> (5 * (5 - $0)) & 31) }
    let symbols = (values + check).map { alphabet[Int($0)] }
    return prefix + "1" + String(decoding: symbols, as: UTF8.self)
  }

  /// Returns the prefix, as written, and the data; nil for anything that is not canonical.
  static func decode(_ text: String) -> (prefix: String, bytes: [UInt8])? {
    let characters = Array(text.utf8)
    guard characters.allSatisfy({ (33...126).contains($0) }), isOfOneCase(characters),
      let separator = characters.lastIndex(of: UInt8(ascii: "1")), separator > 0,
      characters.count - separator > 6
    else { return nil }
    let prefix = characters[..<separator]
    var values: [UInt8] = []
    for character in characters[(separator + 1)...] {
      guard let value = alphabet.firstIndex(of: lowerCase(character)) else { return nil }
      values.append(UInt8(value))
    }
    guard polymod(expanded(prefix.map(lowerCase)) + values) == 1,
      let bytes = eightBits(values.dropLast(6))
    else { return nil }
    return (String(decoding: prefix, as: UTF8.self), bytes)
  }

  private static func isOfOneCase(_ characters: [UInt8]) -> Bool {
    let hasUpperCase = characters.contains { (65...90).contains($0) }
    return !hasUpperCase || !characters.contains { (97...122).contains($0) }
  }

  private static func lowerCase(_ character: UInt8) -> UInt8 {
    (65...90).contains(character) ? character + 32 : character
  }

  private static func expanded(_ prefix: [UInt8]) -> [UInt8] {
    prefix.map { $0 >> 5 } + [0] + prefix.map { $0 & 31 }
  }

  private static func polymod(_ values: [UInt8]) -> UInt32 {
    let generators: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
    return values.reduce(1) { checksum, value in
      var next = (checksum & 0x1ff_ffff) << 5 ^ UInt32(value)
      for (bit, generator) in generators.enumerated() where checksum >> (25 + UInt32(bit)) & 1 == 1
      {
        next ^= generator
      }
      return next
    }
  }

  private static func fiveBits(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var values: [UInt8] = []
    var held: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      held = held << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        values.append(UInt8(held >> bits & 31))
      }
    }
    if bits > 0 { values.append(UInt8(held << (5 - bits) & 31)) }
    return values
  }

  /// Returns nil if symbols or bits are left over that are not needed.
  private static func eightBits(_ values: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var held: UInt32 = 0
    var bits: UInt32 = 0
    for value in values {
      held = held << 5 | UInt32(value)
      bits += 5
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: held >> bits))
      }
    }
    guard bits < 5, held & (1 << bits - 1) == 0 else { return nil }
    return bytes
  }
}
