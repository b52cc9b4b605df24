/// How much a text looks like one that people wrote, by what is beyond ASCII in it.
struct TextScore {
  private(set) var points = 0
  /// Whether it looks like a text at all: more for it than against it.
  private(set) var isLikely = false
  /// How many different words of several letters have some beyond ASCII.
  private(set) var letterWords = 0

  /// Judges a text; the languages of the register are expected a little more.
  init(_ text: String, languages: [String]) {
    let words = LetterWords.counted(in: text)
    var letters = 0
    var fromWords = 0
    for script in LetterScript.allCases {
      let own = words.filter { $0.key.script == script }
      guard own.contains(where: { !$0.key.isASCII }) else { continue }
      for (word, count) in own { letters += word.scalars.count { !$0.isASCII } * count }
      let best = WrittenLanguage.known.filter { $0.script == script }
        .map { Self.points(of: own, $0) + (languages.contains($0.code) ? 4 : 0) }.max()
      fromWords += best ?? -5 * letters
    }
    let fromMarks = Self.points(ofMarksIn: text)
    points = fromWords + fromMarks
    letterWords = words.keys.count { !$0.isASCII && $0.scalars.count > 1 }
    isLikely = letters == 0 ? fromMarks > 0 : letterWords > 0 && points >= letters
  }

  /// Commonest words without any accent tell the language too, and no more than a word with one.
  private static func points(of words: [LetterWord: Int], _ language: WrittenLanguage) -> Int {
    var (points, alone, usual) = (0, 0, 0)
    for (word, count) in words {
      if word.isASCII {
        if language.words.contains(word.small) { usual += count }
      } else if word.scalars.count > 1 {
        points += language.points(of: word) * count
      } else if language.words.contains(word.small) {
        alone += language.points(of: word) * count
      }
    }
    // A letter that stands alone may be a sign of a list: it says no more than the words do.
    return points + min(alone, max(0, points)) + min(12, usual * 2)
  }

  /// Marks beyond ASCII: those of texts count for it where they stand well, all others against it.
  private static func points(ofMarksIn text: String) -> Int {
    var points = 0
    let scalars = Array(text.unicodeScalars)
    for index in scalars.indices where !scalars[index].isASCII {
      let mark = scalars[index]
      guard LetterScript(mark) == nil, mark.properties.generalCategory != .nonspacingMark else {
        continue
      }
      let before = index > 0 && LetterScript(scalars[index - 1]) != nil
      let after = index + 1 < scalars.count && LetterScript(scalars[index + 1]) != nil
      points += Self.points(of: mark, before: before, after: after)
    }
    return points
  }

  /// The points of a mark by whether letters stand right before and after it.
  private static func points(of mark: Unicode.Scalar, before: Bool, after: Bool) -> Int {
    switch mark {
    // More than the letter that another page has in its place: don’t is no “donít”.
    case "’", "‘": before && after ? 7 : before || after ? 4 : 0
    case "–", "—": before || after ? 0 : 6
    case "«", "»", "“", "”", "„", "‹", "›": before && after ? -4 : 3
    case "¿", "¡": after && !before ? 4 : -4
    case "،", "؛", "؟": after ? -2 : 3
    case "№": after ? 0 : 2
    case "…", "•", "\u{A0}", "°", "€", "£", "©", "®", "§", "ª", "º", "™", "±": 0
    case "·", "\u{AD}", "×", "½", "¼", "²", "³", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}":
      before && after ? -4 : 0
    default: (0x660...0x669).contains(mark.value) || (0x6F0...0x6F9).contains(mark.value) ? 0 : -4
    }
  }
}
