import TestSupport

/// Words that stand in the sources, found by a pattern: what the pages must name.
enum SourceWords {
  /// The first group of every match in the Swift files below a folder, or in one file.
  static func matches(
    of pattern: Regex<(Substring, Substring)>, in place: String
  ) throws -> [String] {
    try text(place).matches(of: pattern).map { String($0.1) }
  }

  /// The text of all Swift files below a folder, or of one file.
  static func text(_ place: String) throws -> String {
    guard !place.hasSuffix(".swift") else {
      return try SourceTree.text(SourceTree.root + "/" + place)
    }
    return try SourceTree.swiftFiles(below: place).map(SourceTree.text).joined(separator: "\n")
  }
}
