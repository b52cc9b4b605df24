/// A small generator of numbers that look random and are the same on every run.
///
/// SplitMix64 of Steele, Lea and Flood (OOPSLA 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// Starts the generator of one story, so that a change of another story does not move it.
  init(seed: UInt64, name: String) {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    state = seed ^ hash
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// Returns a number of a range; its own arithmetic, so that it never changes with the library.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    let count = UInt64(max(0, range.upperBound - range.lowerBound)) + 1
    return range.lowerBound + Int(next() >> 1 % count)
  }
}
