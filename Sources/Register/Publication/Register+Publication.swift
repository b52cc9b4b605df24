internal import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore
internal import Text

extension Register {
  /// Where the closed blocks are kept, each in a folder of its own, and the ledger beside them.
  package static let publicationFolder = "cases/publication"

  /// The files of the closed blocks as they are recorded, by path below ``publicationFolder``.
  package func publicationFiles() throws -> [String: [UInt8]] {
    let prefix = Self.publicationFolder + "/"
    var files: [String: [UInt8]] = [:]
    for entry in try repository.entries(under: Self.publicationFolder, in: try head())
    where entry.kind.isRegularFile {
      files[String(entry.path.dropFirst(prefix.count))] = try repository.blob(entry.id)
    }
    return files
  }

  /// `publication.yml` as somebody edited it; nil where it cannot be read, which is told elsewhere.
  package func editedPublication() -> PublicationSettings? {
    let path = "cases/publication.yml"
    return WorkTreeFile.content(path, in: repository).flatMap {
      try? PublicationSettings.reading($0, path: path)
    }
  }

  /// Records the closing of a block in one commit: its files, which were not there before, and the
  /// ledger.
  ///
  /// - Parameters:
  ///   - period: The name of the block.
  ///   - files: The files by path below ``publicationFolder``.
  ///   - ledger: The path of the ledger below it, the only file that may change.
  ///   - member: Who closes the block.
  /// - Throws: `Refusal` (`publish.closed`) when somebody closed the block in between.
  package func recordClosing(
    of period: String, _ files: [String: [UInt8]], ledger: String, as member: Team.Member
  ) throws {
    _ = try commit(as: member, at: clock.now) { head in
      for (name, content) in files where name != ledger {
        let present = try repository.blob(at: Self.publicationFolder + "/" + name, in: head)
        guard present == nil || present == content else {
          throw Refusal(
            .publishClosed, "the block \(period) was closed in between",
            hint: "look at it: `daftar publish plan`")
        }
      }
      return Change(
        files: files.sorted { $0.key < $1.key }.map { name, content in
          CommitRequest.Replacement(path: Self.publicationFolder + "/" + name, content: content)
        },
        message: CommitMessage.closing(period))
    }
  }
}
