/// The skeleton of a name: its consonants in classes that three scripts share, and the vowels between.
///
/// محمد, Mohammed, Muhamad and Мухаммад have the consonants M H M D. Consonants alone would also take
/// Omar for Amira, so the vowels between them are compared too, as far as both spellings write them;
/// see ``VowelSlot``. Latin, Cyrillic and Arabic letters are read; a word with any other has none.
struct NameSound: Hashable, Sendable {
  /// A set of classes that a letter may stand for.
  struct Consonant: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let b = Self(rawValue: 1)  // with p, which Arabic lacks
    static let t = Self(rawValue: 1 << 1)
    static let d = Self(rawValue: 1 << 2)
    static let s = Self(rawValue: 1 << 3)
    static let z = Self(rawValue: 1 << 4)
    static let sh = Self(rawValue: 1 << 5)
    static let ch = Self(rawValue: 1 << 6)
    static let k = Self(rawValue: 1 << 7)  // with q
    static let g = Self(rawValue: 1 << 8)  // with gh, j and zh: Gamal, Jamal
    static let h = Self(rawValue: 1 << 9)  // with kh
    static let f = Self(rawValue: 1 << 10)
    static let w = Self(rawValue: 1 << 11)  // with v
    static let y = Self(rawValue: 1 << 12)  // at the beginning only; else a vowel
    static let l = Self(rawValue: 1 << 13)
    static let m = Self(rawValue: 1 << 14)
    static let n = Self(rawValue: 1 << 15)
    static let r = Self(rawValue: 1 << 16)
  }

  private(set) var consonants: [Consonant] = []
  /// One more than consonants: before each, and after the last.
  private(set) var vowels = [VowelSlot()]

  /// Whether a vowel stands at the end of what was read so far.
  var endsWithVowel: Bool { vowels.last.map { $0.sure | $0.maybe != 0 } ?? false }

  mutating func add(_ consonant: Consonant, doubledCounts: Bool = false) {
    if !doubledCounts, !endsWithVowel, consonants.last == consonant { return }
    consonants.append(consonant)
    vowels.append(VowelSlot())
  }

  mutating func addVowel(sure: UInt8 = 0, maybe: UInt8 = 0) {
    vowels[vowels.count - 1].sure |= sure
    vowels[vowels.count - 1].maybe |= maybe
  }

  /// Says that short vowels are not written between the consonants.
  mutating func openInnerVowels() {
    for index in vowels.indices.dropFirst().dropLast() { vowels[index].isOpen = true }
  }

  /// How far two skeletons are apart, 0 to 2; nil when they are different names.
  ///
  /// Names of one or two consonants must agree in all vowels, longer ones may differ in one vowel
  /// that is missing or uncertain here and there (Fatima and Fatma).
  func distance(to other: Self) -> Int? {
    guard consonants.count == other.consonants.count,
      zip(consonants, other.consonants).allSatisfy({ !$0.isDisjoint(with: $1) })
    else { return nil }
    var sum = 0
    for (index, (mine, theirs)) in zip(vowels, other.vowels).enumerated() {
      let place: VowelSlot.Place =
        index == 0 ? .first : index == vowels.count - 1 ? .last : .inner
      sum += mine.distance(to: theirs, place)
    }
    return sum <= (consonants.count < 3 ? 0 : 2) ? sum : nil
  }
}
