internal import PersonalData
internal import Text

/// The codes by which a language is named: BCP 47, with the languages of ISO 639.
package enum LanguageCode {
  /// Whether a text names a language: `ar`, `ckb`, `pt-BR`.
  ///
  /// The first part must be a code of ISO 639-1, or of ISO 639-3 where the language has no shorter one,
  /// so that one language has one code; the parts after it need only the shape of subtags.
  package static func isKnown(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first else { return false }
    return isLanguage(first)
      && parts.dropFirst().allSatisfy { part in
        (1...8).contains(part.utf8.count)
          && part.unicodeScalars.allSatisfy { isDigit($0) || isLatinLetter($0) }
      }
  }

  /// The code that a person probably meant: of a name in English or of the language itself, or of a
  /// code in other letters; nil when nothing comes near.
  package static func meant(by text: String) -> String? {
    let word = text.lowercased().replacing(" ", with: "_")
    if isKnown(word.replacing("_", with: "-")) { return word.replacing("_", with: "-") }
    let folded = FoldedText(text).words.joined(separator: " ")
    if let code = ownNames.first(where: { FoldedText($0.name).words == [folded] })?.code {
      return code
    }
    guard word.utf8.count >= 3 else { return nil }
    if let short = shortCodes.first(where: { $0.long == word }) { return short.code }
    return shortCodes.first { $0.name == word }?.code
      ?? shortCodes.first { $0.name.hasPrefix(word) }?.code
  }

  private static func isLanguage(_ code: String) -> Bool {
    switch code.utf8.count {
    case 2: return shortCodes.contains { $0.code == code }
    case 3:
      let beginning = code.prefix(2) + "."
      return threeLetters.split(whereSeparator: \.isWhitespace).contains { group in
        group.hasPrefix(beginning) && group.dropFirst(3).contains(code.suffix(1))
      }
    default: return false
    }
  }

  private struct ShortCode {
    let code: String
    let long: String
    let name: String
  }

  private static let shortCodes: [ShortCode] = twoLetters.split(whereSeparator: \.isWhitespace)
    .compactMap { entry in
      let parts = entry.split(separator: ".", maxSplits: 2).map(String.init)
      guard parts.count == 3 else { return nil }
      return ShortCode(code: parts[0], long: parts[1], name: parts[2].lowercased())
    }

  /// What people call their own language, where that is not the English name.
  private static let ownNames: [(name: String, code: String)] = [
    ("عربي", "ar"), ("العربية", "ar"), ("русский", "ru"), ("français", "fr"), ("español", "es"),
    ("kurdî", "ku"), ("kurmancî", "ku"), ("کوردی", "ckb"), ("كردي", "ku"), ("الكردية", "ku"),
    ("türkçe", "tr"), ("تركي", "tr"), ("فارسی", "fa"), ("farsi", "fa"), ("dari", "prs"),
    ("دری", "prs"), ("پښتو", "ps"), ("pashto", "ps"), ("اردو", "ur"), ("українська", "uk"),
    ("қазақ", "kk"), ("қазақша", "kk"), ("português", "pt"), ("kiswahili", "sw"), ("swahili", "sw"),
    ("soomaali", "so"), ("afaan oromoo", "om"), ("አማርኛ", "am"), ("ትግርኛ", "ti"), ("বাংলা", "bn"),
    ("bangla", "bn"), ("rohingya", "rhg"), ("deutsch", "de"), ("английский", "en"),
    ("арабский", "ar"), ("انجليزي", "en"), ("الإنجليزية", "en"), ("روسي", "ru"),
    ("sorani", "ckb"), ("kirundi", "rn"),
  ]

  /// The refusal of a text that names no language.
  package static func refusal(_ text: String) -> Refusal {
    Refusal(
      .language, "“\(text)” is no language code",
      hint: meant(by: text).map { "did you mean “\($0)”?" }
        ?? "use a code of two or three letters (ISO 639): en, ar, ru, ku, tr …")
  }
}
