extension NameSound {
  /// Reads a folded Arabic word; `callsW` makes و between letters a consonant, else a vowel.
  ///
  /// Alef, waw and ya are vowels or, at the beginning, w and y; ain, hamza and the ta marbuta leave
  /// a vowel open.
  init?(arabic word: String, callsW: Bool) {
    let letters = Array(word.unicodeScalars)
    for (index, letter) in letters.enumerated() {
      let isFirst = index == 0
      let isLast = index == letters.count - 1
      switch letter {
      case "ا":
        // The article inside a name takes the vowel of the case: Abdallah, Abdullah.
        let isArticle = index >= 2 && index + 3 < letters.count && letters[index + 1] == "ل"
        if isFirst || isArticle {
          addVowel(maybe: VowelSlot.any)
        } else {
          addVowel(sure: VowelSlot.a)
        }
      case "ع": addVowel(maybe: VowelSlot.any)
      case "ء": continue
      case "و", "ۆ":
        if isFirst {
          add(.w)
        } else if isLast {
          addVowel(maybe: VowelSlot.u)
        } else if callsW {
          add(.w)
        } else {
          addVowel(sure: VowelSlot.u)
        }
      case "ي", "ێ":
        if isFirst {
          add(.y)
        } else if isLast {
          addVowel(maybe: VowelSlot.a | VowelSlot.i)
        } else {
          addVowel(sure: VowelSlot.i)
        }
      case "ه" where isLast: addVowel(maybe: VowelSlot.a)
      default:
        guard let consonant = Self.arabic[letter] else { return nil }
        add(consonant, doubledCounts: letter != "ل")
      }
    }
    openInnerVowels()
  }

  private static let arabic: [Unicode.Scalar: Consonant] = [
    "ب": .b, "پ": .b, "ت": .t, "ط": .t, "ث": [.t, .s], "ج": .g, "چ": .ch, "ژ": .g, "ح": .h, "خ": .h,
    "ه": .h, "د": .d, "ذ": [.d, .z], "ض": [.d, .z], "ظ": [.z, .d], "ز": .z, "ر": .r, "س": .s,
    "ص": .s, "ش": .sh, "غ": .g, "ف": [.f, .w], "ڤ": [.w, .f], "ق": .k, "ك": .k, "گ": .g, "ل": .l,
    "م": .m, "ن": .n,
  ]
}
