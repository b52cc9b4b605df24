internal import Foundation

/// A generator of random numbers that gives the same numbers for the same seed everywhere.
///
/// SplitMix64 of Sebastiano Vigna: small, and good enough to choose test cases.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Makes a generator from a seed.
  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The seeds with which a property is tried; a failing test names its seed as its argument.
///
/// `DAFTAR_TEST_SEED=n` tries that seed alone: the way to repeat a failure, or to look for more.
package enum Seeds {
  /// Returns the seeds 1 to `count`, or the one that the environment names.
  package static func first(_ count: UInt64) -> [UInt64] {
    if let text = ProcessInfo.processInfo.environment["DAFTAR_TEST_SEED"], let seed = UInt64(text) {
      return [seed]
    }
    return Array(1...max(1, count))
  }
}
