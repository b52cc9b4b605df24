internal import Text
/// A word of a name, prepared for comparison.
struct NameWord: Hashable, Sendable {
  /// How sure it is that two words are the same name, from 0 to 100.
  enum Likeness {
    static let same = 100
    static let sound = 80
    static let slip = 50
    static let initial = 30
  }

  /// The word as ``FoldedText`` leaves it.
  let folded: String
  /// The skeletons it may have, with its article and without.
  let sounds: Set<NameSound>

  private let length: Int

  /// Prepares a folded word; an article may have stood before it as a word of its own.
  init(_ folded: String, followsArticle: Bool = false) {
    self.folded = folded
    length = folded.unicodeScalars.count
    var spellings = Self.spellings(of: folded)
    if followsArticle { spellings.append(Self.isArabic(folded) ? "ال" + folded : "al" + folded) }
    sounds = Set(spellings.flatMap(Self.sounds))
  }

  /// Whether the word is a letter that stands for a name.
  var isInitial: Bool { length == 1 }

  /// How like another word it is, ``Likeness/same`` to ``Likeness/initial``; nil for different names.
  ///
  /// The same letters come before the same sounds, and these before one slip. An initial is like every
  /// word that begins with it.
  func likeness(to other: Self) -> Int? {
    if folded == other.folded { return Likeness.same }
    if isInitial || other.isInitial {
      return folded.unicodeScalars.first == other.folded.unicodeScalars.first
        ? Likeness.initial : nil
    }
    let distance = sounds.lazy.flatMap { mine in
      other.sounds.compactMap { mine.distance(to: $0) }
    }.min()
    if let distance { return Likeness.sound - 5 * distance }
    guard min(length, other.length) >= 5, differByOneSlip(folded, other.folded) else { return nil }
    return min(length, other.length) == 5 && hasConsonants(of: other) ? nil : Likeness.slip
  }

  /// Whether only vowels differ: in short words those make another name (Maria and Marwa).
  private func hasConsonants(of other: Self) -> Bool {
    sounds.contains { mine in other.sounds.contains { mine.consonants == $0.consonants } }
  }

  // MARK: - Spellings

  private static func isArabic(_ word: String) -> Bool {
    word.unicodeScalars.first.map { (0x600...0x6FF).contains($0.value) } ?? false
  }

  /// The word itself and without an article that is written on to it or inside it.
  private static func spellings(of word: String) -> [String] {
    var spellings = [word]
    let letters = Array(word.unicodeScalars)
    func spell(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      return String(text)
    }
    if isArabic(word) {
      if word.hasPrefix("ال"), letters.count >= 5 { spellings.append(spell(letters.dropFirst(2))) }
      if let start = (2..<max(2, letters.count - 3)).first(where: {
        letters[$0] == "ا" && letters[$0 + 1] == "ل"
      }) {
        spellings.append(spell(letters[..<start] + letters[(start + 2)...]))
      }
      return spellings
    }
    for article in attachedArticles where word.hasPrefix(article) {
      let rest = letters.dropFirst(article.unicodeScalars.count)
      guard rest.count >= 5, let first = rest.first, !vowels.contains(first) else { continue }
      spellings.append(spell(rest))
    }
    for (servant, name) in [("abd", "l"), ("абд", "л")] where word.hasPrefix(servant) {
      // Abdullah, Abdelkarim, Abdul: without the vowel and the l of the article.
      let rest = letters.dropFirst(3)
      guard let vowel = rest.first, vowels.contains(vowel), let letter = rest.dropFirst().first
      else { continue }
      if String(letter) == name { spellings.append(spell(letters[..<3] + rest.dropFirst(2))) }
    }
    return spellings
  }

  private static let attachedArticles = ["al", "el", "ul", "аль", "эль", "ель", "ал", "эл", "ел"]
  private static let vowels = Set("aeiouyаеиоуыэюяй".unicodeScalars)

  /// The skeletons of one spelling.
  private static func sounds(_ word: String) -> [NameSound] {
    if isArabic(word) {
      if let latin = NameSound.vowelled[word] { return sounds(latin) }
      return [true, false].compactMap { NameSound(arabic: word, callsW: $0) }
    }
    if let regular = NameSound.irregular[word] { return sounds(regular) }
    let plain = String(word.map { $0 == "ı" ? "i" : $0 == "ə" ? "e" : $0 })
    let isASCII = plain.utf8.allSatisfy { $0 < 0x80 }
    guard let letters = isASCII ? Array(plain.utf8) : NameSound.latin(fromCyrillic: plain) else {
      return []
    }
    var readings = [letters]
    // Yekaterina is written Екатерина.
    if letters.starts(with: "ye".utf8) { readings.append(Array(letters.dropFirst())) }
    return readings.flatMap { reading in
      [true, false].compactMap { NameSound(latin: reading, callsW: $0) }
    }
  }
}
