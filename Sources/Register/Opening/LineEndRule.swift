package import CaseModel
internal import CaseFormat
internal import GitStore

/// The rule that keeps git from changing the line ends of a register's files in any clone.
enum LineEndRule {
  /// Where git looks for it (`gitattributes`).
  static let path = ".gitattributes"
  private static let line = "* -text"
  static let text =
    "# Files are compared byte for byte: git must not change their line ends.\n\(line)\n"

  /// Whether a file of attributes has the rule.
  static func isIn(_ content: [UInt8]) -> Bool {
    String(decoding: content, as: UTF8.self).split(whereSeparator: \.isNewline)
      .contains { $0.split(whereSeparator: \.isWhitespace) == ["*", "-text"] }
  }
}

extension Register {
  /// Brings the rule for line ends into a register that was made without it, as one commit.
  ///
  /// Other attributes stay behind it and count. An edit of that file by hand is left alone, and then
  /// nothing is done.
  package func bringLineEndRule(as member: Team.Member) throws {
    let path = LineEndRule.path
    let known = try repository.blob(at: path, in: try head())
    guard !LineEndRule.isIn(known ?? []), WorkTreeFile.content(path, in: repository) == known else {
      return
    }
    _ = try commit(as: member, at: clock.now, isUpkeep: true) { head in
      let present = try repository.blob(at: path, in: head) ?? []
      guard !LineEndRule.isIn(present) else { return nil }
      return Change(
        files: [.init(path: path, content: Array(LineEndRule.text.utf8) + present)],
        message: "register: line ends\n\nRegister: line ends\n")
    }
  }
}
