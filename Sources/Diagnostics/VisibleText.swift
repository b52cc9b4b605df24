internal import Text

/// Shows what a terminal would act on or hide: such characters become `\u{…}`.
///
/// Shown is every `UnseenCharacter`. The joiners U+200C and U+200D belong to the spelling of Persian
/// and of some Arabic words: they stay when they follow a letter or mark of the Arabic script, and are
/// shown elsewhere. A backslash is left alone, so the result is for reading and not for reading back.
package func visible(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
  var shown = String.UnicodeScalarView()
  var afterArabic = false
  for scalar in text.unicodeScalars {
    let isJoiner = UnseenCharacter.isJoiner(scalar)
    if isJoiner ? afterArabic : !UnseenCharacter.isUnseen(scalar) {
      shown.append(scalar)
    } else {
      shown.append(contentsOf: UnseenCharacter.code(scalar).unicodeScalars)
    }
    afterArabic = !isJoiner && isArabicScript(scalar)
  }
  return String(shown)
}

/// Whether the scalar is in a block of the Arabic script, where joiners are spelling.
private func isArabicScript(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0620...0x065F, 0x066E...0x06D3, 0x06D5...0x06DC, 0x06DF...0x06E8, 0x06EA...0x06FF: true
  case 0x0750...0x077F, 0x0870...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: true
  default: false
  }
}
