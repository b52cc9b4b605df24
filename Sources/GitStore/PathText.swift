/// Paths between bytes, as git stores them, and text.
enum PathText {
  private static let longestPath = 4_096
  private static let longestName = 255

  /// The text of a name from a tree; each byte of one that is not UTF-8 and not ASCII as `\xNN`.
  static func decoded(_ name: ArraySlice<UInt8>) -> (text: String, isText: Bool) {
    if let text = String(validating: name, as: UTF8.self) { return (text, true) }
    var text = ""
    for byte in name {
      if byte < 0x80 {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "\\x" + String(byte, radix: 16)
      }
    }
    return (text, false)
  }

  /// The names of a path that is about to be written.
  ///
  /// Refuses what git refuses (`git fsck --strict`: empty names, `.`, `..`, `.git`), and control
  /// characters, which no tool shows.
  static func names(of path: String, _ doing: String) throws(GitError) -> [ArraySlice<UInt8>] {
    let bytes = Array(path.utf8)
    guard !bytes.isEmpty, bytes.count <= longestPath else {
      throw refused(path, "it is empty or longer than \(longestPath) bytes", doing)
    }
    guard !path.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw refused(path, "it contains a control character", doing)
    }
    let names = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for name in names {
      let lowercased = String(decoding: name, as: UTF8.self).lowercased()
      guard !["", ".", "..", ".git", "git~1"].contains(lowercased) else {
        throw refused(path, "git does not allow an empty name, '.', '..' or '.git' in it", doing)
      }
      guard name.count <= longestName else {
        throw refused(path, "a name in it is longer than \(longestName) bytes", doing)
      }
    }
    return names
  }

  private static func refused(_ path: String, _ reason: String, _ doing: String) -> GitError {
    GitError(doing, .refused, message: "the path \(String(reflecting: path)): \(reason)")
  }
}
