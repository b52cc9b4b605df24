internal import Text

/// What a terminal does with characters: how wide they are, and which ones must not reach it.
enum TerminalText {
  /// The text with everything that could steer a terminal or hide in it written as `\u{…}`.
  ///
  /// Line feeds and tabs stay. The joiners ZWJ and ZWNJ stay: Arabic, Persian and Indic scripts
  /// are spelt with them; so do variation selectors, which belong to the character before them.
  static func visible(_ text: String, keeping kept: KeptMarks = .none) -> String {
    func mustBeShown(_ scalar: Unicode.Scalar) -> Bool {
      Self.mustBeShown(scalar) && !kept.holds(scalar)
    }
    guard text.unicodeScalars.contains(where: mustBeShown) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if mustBeShown(scalar) {
        result += UnseenCharacter.code(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func mustBeShown(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\t" && scalar != "\n" && UnseenCharacter.isUnseen(scalar)
  }

  /// The number of columns a text takes: none for combining marks, two for wide characters.
  static func width(_ text: String) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += self.width(scalar) }
    return width
  }

  /// The number of columns one character takes (Unicode Standard Annex 11).
  static func width(_ scalar: Unicode.Scalar) -> Int {
    if (0x20..<0x7F).contains(scalar.value) { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .format: return isVisibleFormat(scalar) ? 1 : 0
    case .control: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  /// Arabic number and verse signs are "format" characters that show.
  private static func isVisibleFormat(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2: true
    default: false
    }
  }

  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0x33FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

/// Invisible characters that are left alone where they do no harm.
enum KeptMarks {
  case none
  /// On a page, where Arabic needs them: see ``UnseenCharacter/isDirectionMark(_:)``.
  case directionMarks

  func holds(_ scalar: Unicode.Scalar) -> Bool {
    self == .directionMarks && UnseenCharacter.isDirectionMark(scalar)
  }
}
