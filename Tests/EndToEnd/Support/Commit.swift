import Foundation

/// A commit as plain git shows it.
struct Commit: Sendable {
  let subject: String
  /// The lines of the message's trailers.
  let trailers: [String]
  let author: String
  let committer: String
  /// Seconds since 1970.
  let authorDate: Int
  let committerDate: Int
}

extension TemporaryRegister {
  /// Reads the commit that a revision such as `HEAD~1` names.
  func commit(_ revision: String = "HEAD", in place: String? = nil) throws -> Commit {
    let format = "%s%n%an <%ae>%n%cn <%ce>%n%at%n%ct%n%b"
    let text = try git("log", "-1", "--format=" + format, revision, in: place).output
    let lines = text.split(separator: "\n").map(String.init)
    guard lines.count >= 5, let authored = Int(lines[3]), let committed = Int(lines[4]) else {
      throw PreparedRegister.Failure(description: "no commit \(revision):\n\(text)")
    }
    return Commit(
      subject: lines[0], trailers: Array(lines.dropFirst(5)), author: lines[1],
      committer: lines[2], authorDate: authored, committerDate: committed)
  }

  /// Commits everything in the work tree with plain git, as a person might.
  func commitByHand() throws {
    try git("add", "--all")
    try git("commit", "--quiet", "--message", "By hand")
  }

  /// The path of a case's file in the register's folder.
  func file(of id: String) -> String { "cases/2026/11/\(id).md" }

  /// Changes a file of the register in an editor's way.
  func edit(_ file: String, _ change: (String) -> String) throws {
    let place = path + "/" + file
    let old = (try? String(contentsOfFile: place, encoding: .utf8)) ?? ""
    try Data(change(old).utf8).write(to: URL(fileURLWithPath: place))
  }
}
