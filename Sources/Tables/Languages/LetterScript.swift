/// The script of a letter.
enum LetterScript: Sendable, Hashable, CaseIterable {
  case latin
  case cyrillic
  case arabic
  case other

  /// The script of a character; nil for what is no letter.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: self = .latin
    case 0..<0x80: return nil
    // The letters that count, which are no part of a word here: `1º`, `2ª`.
    case 0xAA, 0xBA: return nil
    case 0xC0...0x24F where scalar.value != 0xD7 && scalar.value != 0xF7: self = .latin
    case 0x1E00...0x1EFF: self = .latin
    case 0x400...0x52F: self = .cyrillic
    case 0x60C, 0x61B, 0x61F, 0x660...0x66D, 0x6D4, 0x6F0...0x6F9: return nil
    case 0x620...0x6FF, 0x750...0x77F: self = .arabic
    default:
      guard scalar.properties.isAlphabetic else { return nil }
      self = .other
    }
  }
}
