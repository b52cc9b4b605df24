/// The vowels between two consonants of a name, as far as its script writes them.
///
/// Three classes are told apart, as in Arabic: a; i with y; o with u. An e may be a or i.
struct VowelSlot: Hashable, Sendable {
  static let a: UInt8 = 1
  static let i: UInt8 = 2
  static let u: UInt8 = 4
  static let any: UInt8 = a | i | u

  /// The place of a slot in its word; vowels at the ends tell names apart (Amir, Amira).
  enum Place { case first, inner, last }

  /// The classes that are written.
  var sure: UInt8 = 0
  /// The classes that a letter may stand for.
  var maybe: UInt8 = 0
  /// Whether short vowels may be missing, as in Arabic.
  var isOpen = false

  private var all: UInt8 { sure | maybe }

  /// How far two slots are apart: 0 for none, 3 for too far.
  func distance(to other: Self, _ place: Place) -> Int {
    if isOpen && other.isOpen { return sure == other.sure ? 0 : 3 }
    if all == 0 || other.all == 0 { return distanceFromNone(to: other, place) }
    let (mine, theirs) = (sure & ~other.all, other.sure & ~all)
    if all & other.all == 0 {
      // e is often the sound of no vowel in particular: Yusef, Yusuf.
      return sure == 0 || other.sure == 0 ? 1 : 3
    }
    let missing = (other.isOpen ? 0 : mine) | (isOpen ? 0 : theirs)
    if missing == 0 { return 0 }
    return mine != 0 && theirs != 0 ? 3 : 1
  }

  private func distanceFromNone(to other: Self, _ place: Place) -> Int {
    let (none, some) = all == 0 ? (self, other) : (other, self)
    if some.all == 0 || none.isOpen { return 0 }
    return switch place {
    case .first: 2
    case .inner: 1
    case .last: some.sure == 0 ? 1 : 3
    }
  }
}
