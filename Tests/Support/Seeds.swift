internal import Foundation

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
