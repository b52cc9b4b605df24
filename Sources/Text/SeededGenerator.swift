/// A small generator of random numbers that a seed determines: the same numbers everywhere, for ever.
///
/// SplitMix64 of Steele, Lea and Flood (OOPSLA 2014). For choices that must be repeatable, not for
/// secrets: where one depends on it, the seed is what is kept secret.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts from a seed.
  package init(seed: UInt64) { state = seed }

  /// Starts from a seed and a name, so that a change of what has another name moves nothing here.
  package init(seed: UInt64, name: String) { state = seed ^ Fingerprint.of(name) }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns a number of a range, by arithmetic that never changes with the library.
  package mutating func number(in range: ClosedRange<Int>) -> Int {
    let count = UInt64(max(0, range.upperBound - range.lowerBound)) + 1
    return range.lowerBound + Int(next() >> 1 % count)
  }
}
