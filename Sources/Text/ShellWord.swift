/// A word of a command as a shell reads it (POSIX, “Quoting”).
package enum ShellWord {
  private static let plainSigns = Set("_@%+=:,./-")

  /// The word; between quotation marks where a shell would read it otherwise.
  package static func quoted(_ word: some StringProtocol) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || plainSigns.contains($0) }
    guard !isPlain || word.isEmpty else { return String(word) }
    return "'" + String(word).replacing("'", with: "'\\''") + "'"
  }
}
