internal import Diagnostics
internal import GitStore
internal import Register

/// A review of what commits made of closed blocks: none may be changed or taken away, and none stands
/// there that no commit closed.
///
/// Where two copies closed a block at the same time, people chose one of the two closings (`sync
/// --configuration`): a block is left as a commit under review closed it.
struct ClosedBlockReview {
  /// The folders of blocks that were changed or taken away, with the files that they held; no files
  /// where the block was put there.
  let changed: [String: [TreeEntry]]
  /// The ledger with the lines of closed blocks that it lost; nil where it lost none.
  let ledger: [UInt8]?
  /// The place of the ledger.
  static let ledgerPath = Register.publicationFolder + "/ledger.csv"

  private let tip: ObjectID
  private let repository: Repository

  /// Compares the blocks that were closed before the commits under review with what is left of them.
  init(_ commits: ReviewedCommits) throws {
    (tip, repository) = (commits.tip, commits.repository)
    guard let base = commits.base else {
      (changed, ledger) = ([:], nil)
      return
    }
    var changed: [String: [TreeEntry]] = [:]
    var chosen: Set<String> = []
    for period in try Self.periods(of: commits, since: base) {
      let folder = Register.publicationFolder + "/" + period
      if try Self.isClosed(period, folder, in: commits) {
        chosen.insert(period)
      } else {
        changed[folder] = try repository.entries(under: folder, in: base)
      }
    }
    self.changed = changed
    ledger = try Self.ledger(of: commits, since: base, but: chosen)
  }

  /// Whether an entry stands where a block has to stand as it was closed.
  func replaces(_ entry: TreeEntry) -> Bool {
    if entry.kind != .folder, entry.path == Register.publicationFolder { return !changed.isEmpty }
    if entry.kind == .folder, entry.path == Self.ledgerPath { return ledger != nil }
    return changed[entry.path] != nil
  }

  /// What is wrong with a block.
  func problem(_ folder: String) throws -> Diagnostic {
    let isGone = try repository.folderID(at: folder, in: tip) == nil
    let message =
      switch (isPutThere(folder), isGone) {
      case (true, _): "no commit closed this block: nobody knows what its numbers count"
      case (false, true): "the closed block was taken away, and one is never taken away"
      case (false, false): "the closed block was changed, and one never changes"
      }
    return Diagnostic(
      rule: "publish.changed", at: SourceLocation(path: folder), message: message)
  }

  /// Whether there was no such block before.
  func isPutThere(_ folder: String) -> Bool { changed[folder]?.isEmpty ?? false }

  /// What is wrong with the ledger.
  var problemOfLedger: Diagnostic {
    Diagnostic(
      rule: "publish.changed", at: SourceLocation(path: Self.ledgerPath, line: 1, column: 1),
      message: "lines of closed blocks were changed or taken out")
  }

  /// What is to be written over the tree without what ``replaces(_:)`` names.
  func replacements() -> [CommitRequest.Replacement] {
    let files = changed.sorted { $0.key < $1.key }.flatMap(\.value)
    return files.map { .init(path: $0.path, keeping: $0) }
      + (ledger.map { [.init(path: Self.ledgerPath, content: $0)] } ?? [])
  }

  /// The blocks that are not as they were at the base.
  private static func periods(
    of commits: ReviewedCommits, since base: ObjectID
  ) throws -> [String] {
    let repository = commits.repository
    let changes = try repository.changedPaths(
      from: base, to: commits.tip, under: Register.publicationFolder)
    return Set(
      changes.compactMap { change in
        let parts = change.path.split(separator: "/")
        return parts.count > 3 ? String(parts[2]) : nil
      }
    ).sorted()
  }

  /// Whether a commit under review closed a block as it is now.
  private static func isClosed(
    _ period: String, _ folder: String, in commits: ReviewedCommits
  ) throws -> Bool {
    let repository = commits.repository
    guard let present = try repository.folderID(at: folder, in: commits.tip) else { return false }
    return try commits.all.contains { id in
      try CommitMessage.closedBlock(in: repository.commit(id).message) == period
        && repository.folderID(at: folder, in: id) == present
    }
  }

  private static func ledger(
    of commits: ReviewedCommits, since base: ObjectID, but chosen: Set<String>
  ) throws -> [UInt8]? {
    let before = try commits.file(ledgerPath, in: base)
    let after = try commits.file(ledgerPath, in: commits.tip)
    guard let before, before != after else { return nil }
    let (old, new) = try (
      lines(before, commits.repository), after.map { try lines($0, commits.repository) } ?? []
    )
    let kept = old.filter { line in !chosen.contains(String(line.prefix { $0 != "," })) }
    guard !Set(kept).isSubset(of: new) else { return nil }
    let whole = kept + new.filter { !kept.contains($0) && !$0.allSatisfy(\.isWhitespace) }
    return Array((whole.joined(separator: "\n") + "\n").utf8)
  }

  private static func lines(_ id: ObjectID, _ repository: Repository) throws -> [String] {
    String(decoding: try repository.blob(id), as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(String.init)
  }
}
