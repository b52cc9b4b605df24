/// Paths between bytes, as git stores them, and text.
enum PathText {
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

  /// The names of a path that is about to be written; refuses what no name may be.
  static func names(of path: String, _ doing: String) throws(GitError) -> [ArraySlice<UInt8>] {
    let names = parts(of: path)
    guard let problem = problem(with: path, names) else { return names }
    throw GitError(
      doing, .refused, message: "the path \(String(reflecting: path)): \(problem.words)")
  }

  /// What keeps a path from being written; nil when nothing does.
  static func problem(with path: String, _ names: [ArraySlice<UInt8>]) -> NameProblem? {
    if path.utf8.count > NameProblem.longestPath { return .tooLong }
    for name in names {
      if let problem = NameProblem.of(name) { return problem }
    }
    return nil
  }

  /// The names in a path, whatever they are.
  static func parts(of path: String) -> [ArraySlice<UInt8>] {
    Array(path.utf8).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  }
}
