/// A guess at the language in which a text is written.
package enum LanguageGuess {
  /// The code of the language; nil when the text is too short, or says nothing clear.
  ///
  /// A third of the words of an ordinary text are among its language's commonest, and its letters
  /// beyond ASCII are its own; both count, and the best language must lead.
  package static func language(of text: String) -> String? {
    let words = LetterWords.counted(in: String(text.unicodeScalars.prefix(1 << 16)))
    let scores = WrittenLanguage.known.map { language in
      (code: language.code, points: evidence(of: words, for: language))
    }
    .sorted { ($1.points, $0.code) < ($0.points, $1.code) }
    guard let best = scores.first, best.points >= 12, scores.count > 1 else { return nil }
    return best.points * 10 > scores[1].points * 11 ? best.code : nil
  }

  /// What the words of one script say for a language.
  static func evidence(of words: [LetterWord: Int], for language: WrittenLanguage) -> Int {
    var points = 0
    for (word, count) in words where word.script == language.script {
      if word.isASCII {
        if language.words.contains(word.small) { points += 4 * count }
      } else {
        points += language.points(of: word) * count
      }
    }
    return points
  }
}
