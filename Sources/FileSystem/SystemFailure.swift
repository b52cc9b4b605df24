/// The system would not do something with a file.
package struct SystemFailure: Error, Equatable {
  /// The file or folder.
  package let path: String
  /// The system's words.
  package let reason: String
  /// Whether something stands there already that must not be replaced.
  package let isTaken: Bool

  /// Takes the reason of the last call; must be made right after it.
  package init(at path: String, isTaken: Bool = false) {
    self.path = path
    reason = SystemError.reason
    self.isTaken = isTaken
  }
}
