internal import Text
/// A search for a person by name, however it is spelled in Latin, Arabic or Cyrillic letters.
///
/// Every word of the query must match a word of its own in the name; the order does not matter, and
/// the name may have more words. Words match when they have the same letters after ``FoldedText``,
/// or the same skeleton of sounds (see ``NameSound``: doubled letters, Mohammed and محمد, Юсуф and
/// Youssef), or differ by one slip and have five letters at least; of five letters, the slip must be
/// in a consonant. Articles (al-, el-, ال), bin and ibn do not count. A single letter matches every
/// word that begins with it, once some other word matched in full.
///
/// A match is a proposal to a person. It finds too much where vowels are not known: Arabic writes no
/// short ones, so a name that is not among the vowelled ones matches whatever has its consonants. It
/// misses short forms (Sasha for Alexander) and spellings after another language's ear.
package struct NameQuery: Sendable {
  private let words: [NameWord]
  /// The query with two neighbouring words written as one: Nour Eddine, Noureddine.
  private let joined: [[NameWord]]

  /// Makes a query; nil for a text without a word.
  package init?(_ text: String) {
    words = Self.words(of: text, withKinship: false)
    guard !words.isEmpty else { return nil }
    joined = Self.joined(words)
  }

  /// How well a name matches, 1 to 100; nil when it does not.
  ///
  /// The same words come to 100, the same sounds to 70 to 80, a slip to 50, an initial to 30, each
  /// word of the name that the query does not have takes one point off. For sorting only.
  package func score(of name: String) -> Int? {
    let own = Self.words(of: name, withKinship: true)
    if let score = Self.score(words, own) { return score }
    let scores = joined.map { Self.score($0, own) } + Self.joined(own).map { Self.score(words, $0) }
    return scores.compactMap(\.self).max()
  }

  private static func score(_ words: [NameWord], _ targets: [NameWord]) -> Int? {
    let likeness = words.map { word in targets.map { word.likeness(to: $0) } }
    guard let pairs = NameAssignment.best(likeness) else { return nil }
    let sum = pairs.reduce(0, +)
    let isOnlyInitials = words.allSatisfy(\.isInitial)
    guard isOnlyInitials || pairs.contains(where: { $0 > NameWord.Likeness.initial }) else {
      return nil
    }
    let own = targets.count { !kinship.contains($0.folded) }
    return max(1, sum / words.count - max(0, own - words.count))
  }

  // MARK: - Words

  /// The most words of a name that count; who has more is found by the first ones.
  private static let mostWords = 12

  private static func words(of text: String, withKinship: Bool) -> [NameWord] {
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.lazy.filter { !apostrophes.contains($0) })
    let folded = Array(FoldedText(String(kept)).words.prefix(mostWords))
    var words: [NameWord] = []
    var followsArticle = false
    for (index, word) in folded.enumerated() {
      let next = index + 1 < folded.count ? folded[index + 1] : nil
      if let next, isArticle(word, before: next) {
        followsArticle = true
      } else if withKinship || next == nil || index == 0 || !kinship.contains(word) {
        words.append(NameWord(word, followsArticle: followsArticle))
        followsArticle = false
      }
    }
    return words
  }

  /// The words with each two neighbours in turn written as one.
  private static func joined(_ words: [NameWord]) -> [[NameWord]] {
    words.indices.dropLast().compactMap { index in
      let (first, second) = (words[index], words[index + 1])
      guard !first.isInitial, !second.isInitial else { return nil }
      return words[..<index] + [NameWord(first.folded + second.folded)] + words[(index + 2)...]
    }
  }

  /// Whether a word is an article, also one that took the sound of the next word: ar-Rahman.
  private static func isArticle(_ word: String, before next: String) -> Bool {
    if articles.contains(word) { return true }
    guard let vowel = word.first, "aeа".contains(vowel), (2...3).contains(word.count) else {
      return false
    }
    let sound = word.dropFirst()
    return sunLetters.contains(String(sound)) && next.hasPrefix(sound)
  }

  private static let articles: Set = [
    "al", "el", "il", "ul", "ال", "аль", "эль", "ель", "ал", "эл", "уль",
  ]
  private static let sunLetters: Set = [
    "r", "s", "sh", "t", "d", "n", "z", "р", "с", "ш", "т", "д", "н", "з",
  ]
  private static let kinship: Set = ["bin", "ben", "ibn", "bint", "بن", "ابن", "بنت", "ибн", "бин"]

  /// Written inside names for hamza, ain or a soft consonant.
  private static let apostrophes = Set("'’‘ʼʿʾ`´ʹʻ′".unicodeScalars)
}
