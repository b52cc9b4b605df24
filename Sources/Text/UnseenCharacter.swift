/// Which characters nobody sees, so that a text can hide something in them: the one list, for
/// terminals and pages.
package enum UnseenCharacter {
  /// Whether a reader is shown nothing for this scalar, or something else than the scalar.
  ///
  /// These are controls (C0, DEL, C1), line and paragraph separators, direction marks, embeddings,
  /// overrides and isolates (UAX #9), zero-width and other invisible format characters, tags, and
  /// noncharacters. Joiners and variation selectors (U+FE00 to U+FE0F) are none: they change how their
  /// neighbours look.
  package static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F: true
    case 0x20..<0x7F: false
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: true
    case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: true
    case 0xE0000...0xE0FFF: true
    default: scalar.properties.isNoncharacterCodePoint
    }
  }

  /// Whether the scalar is unseen and yet belongs on a page: U+061C, U+200E, U+200F.
  ///
  /// Arabic beside numbers, codes and Latin words is spelt with these marks: a number with its unit, or
  /// a full stop after a Latin name, stands on the wrong side without them. Each is a letter without a
  /// shape, which turns only what has no direction of its own and ends with it. Embeddings, overrides
  /// and isolates reach over whole lines and are never let through.
  package static func isDirectionMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x061C || scalar.value == 0x200E || scalar.value == 0x200F
  }

  /// Whether the scalar joins or parts its neighbours: U+200C, U+200D, with which Persian, Indic
  /// scripts and some Arabic words are spelt.
  package static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x200C || scalar.value == 0x200D
  }

  /// What is shown in its place: `\u{200B}`.
  package static func code(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }
}

extension String {
  /// Whether there is anything to read: a letter, a digit or a picture, not only blanks, what nobody
  /// sees, and signs such as `***` or `...`.
  package var hasWords: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        !UnseenCharacter.isUnseen(scalar)
      // The empty cell of Braille is a symbol that shows nothing.
      case .mathSymbol, .currencySymbol, .otherSymbol: !scalar.isASCII && scalar.value != 0x2800
      default: false
      }
    }
  }
}
