internal import FoundationEssentials
internal import Glibc

/// Points of a write at which a debug build can be killed, to test that nothing is ever lost.
///
/// `DAFTAR_CRASH_AT=objects|reference|worktree|index` ends the process there as a power cut would.
/// A release build ignores the variable.
package enum Checkpoint {
  package static func reached(_ name: String) {
    #if DEBUG
      if ProcessInfo.processInfo.environment["DAFTAR_CRASH_AT"] == name {
        kill(getpid(), SIGKILL)
      }
    #endif
  }
}
