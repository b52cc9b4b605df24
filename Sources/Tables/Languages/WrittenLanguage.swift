/// How a language looks when it is written: its letters beyond ASCII, its commonest words, and the
/// pairs of letters that it likes.
///
/// Enough to tell the right reading of some bytes from a wrong one, and the language of a text; the
/// letters are ordered by how often texts use them.
struct WrittenLanguage: Sendable {
  /// The script of its letters.
  let script: LetterScript
  /// The language's code (ISO 639).
  let code: String
  /// What each of its letters beyond ASCII says for it, in points.
  private let letters: [Unicode.Scalar: Int]
  /// The words of which every text is full, in small letters.
  let words: Set<String>
  private let pairs: Set<String>

  init(
    _ code: String, _ script: LetterScript, common: String, usual: String, rare: String = "",
    words: String, pairs: String = ""
  ) {
    self.code = code
    self.script = script
    var letters: [Unicode.Scalar: Int] = [:]
    for (points, group) in [(2, rare), (4, usual), (5, common)] {
      for scalar in group.unicodeScalars {
        letters[scalar] = points
        // The capital stands for the small letter; `ß` and Arabic letters have none.
        let capital = scalar.properties.uppercaseMapping.unicodeScalars
        if capital.count == 1, let only = capital.first, letters[only] == nil {
          letters[only] = points
        }
      }
    }
    self.letters = letters
    self.words = Set(words.split { $0.isWhitespace }.map(String.init))
    self.pairs = Set(pairs.split { $0.isWhitespace }.map(String.init))
  }

  /// What a word with letters beyond ASCII says for the language; below zero, against it.
  func points(of word: LetterWord) -> Int {
    var points = word.faults * -6
    for scalar in word.scalars where !scalar.isASCII { points += letters[scalar] ?? -5 }
    if words.contains(word.small) { points += 4 }
    if !pairs.isEmpty {
      let small = Array(word.small.unicodeScalars)
      for (one, two) in zip(small, small.dropFirst()) where pairs.contains("\(one)\(two)") {
        points += 1
      }
    }
    return points
  }
}
