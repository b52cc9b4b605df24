/// Crockford's base32: ten digits and the letters that are hard to misread aloud or on paper.
///
/// `I` and `L` read as `1`, `O` as `0`; `U` is not a symbol.
package enum Crockford {
  /// The 32 symbols in the order of their values.
  package static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)

  /// Returns the value of a symbol, forgiving case, `O`, `I`, `L` and Arabic or Persian digits.
  package static func value(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0x0660...0x0669: Int(scalar.value - 0x0660)
    case 0x06F0...0x06F9: Int(scalar.value - 0x06F0)
    case 0x41...0x5A: letterValues[Int(scalar.value - 0x41)]
    case 0x61...0x7A: letterValues[Int(scalar.value - 0x61)]
    default: nil
    }
  }

  private static let letterValues: [Int?] = (0..<26).map { offset in
    let letter = Unicode.Scalar(UInt8(0x41 + offset))
    return switch letter {
    case "O": 0
    case "I", "L": 1
    default: symbols.firstIndex(of: letter)
    }
  }
}
