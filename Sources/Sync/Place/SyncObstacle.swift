internal import Register

/// Why nothing could be exchanged.
package enum SyncObstacle: Sendable, Hashable {
  /// No other place is set up.
  case noRemote
  /// There is no connection: git said so.
  case unreachable
  /// The other place did not let this person in.
  case notAllowed
  /// Nothing that is known; what git said.
  case other(String)
  /// Something that a person can mend: what it is, and how.
  case cause(String, hint: String)
}
