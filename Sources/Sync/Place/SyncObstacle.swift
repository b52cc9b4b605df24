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

extension SyncObstacle {
  /// Reads the cause out of git's words, which are English in every language (`LC_ALL=C`).
  ///
  /// `root` is the folder from which relative addresses lead; `address` is that of the place.
  static func told(
    by attempt: GitProgram.Result, remote: String, gitDirectory: String, root: String,
    address: String?
  ) -> SyncObstacle {
    let words = attempt.errors + "\n" + attempt.output
    let told = GitWords(
      text: words, remote: remote, gitDirectory: gitDirectory, root: root, address: address)
    return told.ownDisk ?? told.writing ?? told.refusal ?? told.place ?? told.transport ?? told.lock
      ?? told.damage
      ?? told.access ?? told.connection ?? .other(told.ownWords)
  }
}
