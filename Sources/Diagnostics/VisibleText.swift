/// Shows what a terminal would act on or hide: such characters become `\u{…}`.
///
/// Shown are controls (C0, DEL, C1), line and paragraph separators, direction marks, embeddings,
/// overrides and isolates (UAX #9), zero-width and other invisible format characters, and
/// noncharacters. The joiners U+200C and U+200D belong to the spelling of Persian and of some Arabic
/// words: they stay when they follow a letter or mark of the Arabic script, and are shown elsewhere.
/// A backslash is left alone, so the result is for reading and not for reading back.
package func visible(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
  var shown = String.UnicodeScalarView()
  var afterArabic = false
  for scalar in text.unicodeScalars {
    let isJoiner = scalar.value == 0x200C || scalar.value == 0x200D
    if isJoiner ? afterArabic : !isUnseen(scalar) {
      shown.append(scalar)
    } else {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      shown.append(contentsOf: "\\u{\(digits)}".unicodeScalars)
    }
    afterArabic = !isJoiner && isArabicScript(scalar)
  }
  return String(shown)
}

/// Whether a terminal shows nothing for this scalar, or something else than the scalar.
private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F...0x9F: true
  case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: true
  case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F: true
  case 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: true
  case 0xE0000...0xE0FFF: true
  default: scalar.properties.isNoncharacterCodePoint
  }
}

/// Whether the scalar is in a block of the Arabic script, where joiners are spelling.
private func isArabicScript(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0620...0x065F, 0x066E...0x06D3, 0x06D5...0x06DC, 0x06DF...0x06E8, 0x06EA...0x06FF: true
  case 0x0750...0x077F, 0x0870...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: true
  default: false
  }
}
