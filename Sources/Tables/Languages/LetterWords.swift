/// The words of a text, cut at everything that is no letter.
enum LetterWords {
  /// Each different word with how often it stands in the text; a word counts eight times at most.
  static func counted(in text: String) -> [LetterWord: Int] {
    var counts: [[Unicode.Scalar]: Int] = [:]
    var word: [Unicode.Scalar] = []
    func finish() {
      guard !word.isEmpty else { return }
      counts[word] = min(8, (counts[word] ?? 0) + 1)
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if LetterScript(scalar) != nil || !word.isEmpty && isMark(scalar) {
        word.append(scalar)
      } else {
        finish()
      }
    }
    finish()
    var words: [LetterWord: Int] = [:]
    for (scalars, count) in counts { words[LetterWord(scalars), default: 0] += count }
    return words
  }

  /// An accent or vowel mark of its own after a letter.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && scalar.properties.generalCategory == .nonspacingMark
  }
}
