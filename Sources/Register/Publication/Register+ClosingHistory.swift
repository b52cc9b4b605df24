internal import CaseModel
internal import CaseFormat
package import Diagnostics
internal import GitStore

extension Register {
  /// A commit that closed a block.
  private struct Closing {
    let commit: CommitRecord
    /// The block's folder as the commit left it.
    let folder: ObjectID

    var name: String { "commit \(commit.id.hex.prefix(12)) of \(commit.author.name)" }
  }

  /// Compares the closed blocks with the commits that closed them: none may be gone, changed, or
  /// closed anew, however well all its digests fit.
  ///
  /// A block that two copies closed at the same time, and of which `sync` kept one, is a warning:
  /// only people know which of the two was made public.
  ///
  /// Walks the whole history. Throws `GitError` when it cannot be read.
  package func closingProblems() throws -> [Diagnostic] {
    let head = try head()
    let closings = try closings(until: head)
    let names = try repository.entries(under: Self.publicationFolder, in: head).compactMap {
      entry in
      let parts = entry.path.split(separator: "/")
      return parts.count > 3 ? String(parts[2]) : nil
    }
    return try Set(names).union(closings.keys).sorted().flatMap { period in
      let present = try closedFolder(period, in: head)
      guard let closings = closings[period] else { return [try unclosed(period, present, head)] }
      return try problems(of: period, present, closings)
    }
  }

  /// The targets in force when each block was closed, by its name.
  ///
  /// Of a block that two copies closed, those of the closing that is here. Walks the whole history.
  package func targetsAtClosing() throws -> [String: [String: Int]] {
    let head = try head()
    var targets: [String: [String: Int]] = [:]
    for (period, closings) in try closings(until: head) {
      let present = try repository.folderID(at: Self.publicationFolder + "/" + period, in: head)
      guard let closing = closings.first(where: { $0.folder == present }) ?? closings.first,
        let bytes = try repository.blob(at: "cases/targets.yml", in: closing.commit.id),
        let read = try? Targets.reading(bytes, path: "cases/targets.yml")
      else { continue }
      targets[period] = read.figures
    }
    return targets
  }

  /// The commits that closed a block, by its name, newest first.
  private func closings(until head: ObjectID) throws -> [String: [Closing]] {
    var closings: [String: [Closing]] = [:]
    for commit in try repository.history(from: head) {
      guard let period = CommitMessage.closedBlock(in: commit.message),
        let folder = try repository.folderID(
          at: Self.publicationFolder + "/" + period, in: commit.id)
      else { continue }
      closings[period, default: []].append(Closing(commit: commit, folder: folder))
    }
    return closings
  }

  /// The folder of a block in a commit; nil without any.
  private func closedFolder(_ period: String, in commit: ObjectID) throws -> ObjectID? {
    try repository.folderID(at: Self.publicationFolder + "/" + period, in: commit)
  }

  /// A block that no commit closed: either the history begins later than the block, or somebody put it
  /// there, and nobody can say which cases it counts.
  private func unclosed(
    _ period: String, _ present: ObjectID?, _ head: ObjectID
  ) throws -> Diagnostic {
    let known = try closedFolder(period, in: try repository.root(of: head))
    guard known != nil, known != present else {
      return known != nil
        ? problem(
          "publish.history", period, severity: .warning,
          "the history begins after this block was closed: whether it changed before cannot be told",
          hint: "compare it with a copy of the whole history or with what was published")
        : problem(
          "publish.unclosed", period,
          "no commit closed this block: it was put there, and nobody knows what its numbers count",
          hint:
            "find the commit that brought it with `git log -- \(Self.publicationFolder)`, and undo "
            + "it: `git revert COMMIT`")
    }
    return problem(
      "publish.history", period, "it is not what it was in the commit with which the history begins"
    )
  }

  private func problems(
    of period: String, _ present: ObjectID?, _ closings: [Closing]
  ) throws -> [Diagnostic] {
    guard let last = closings.first else { return [] }
    guard let present else {
      return [problem("publish.gone", period, "\(last.name) closed this block, and it is gone")]
    }
    guard let kept = closings.first(where: { $0.folder == present }) else {
      return [problem("publish.history", period, "it is not what \(last.name) closed")]
    }
    // Two copies that closed the block with the same numbers differ in the day, and in nothing public.
    return try closings.filter { try !hasSameCounts(period, $0, kept) }.map { other in
      let isConcurrent =
        try !repository.isAncestor(other.commit.id, of: kept.commit.id)
        && !repository.isAncestor(kept.commit.id, of: other.commit.id)
      return isConcurrent
        ? problem(
          "publish.history", period, severity: .warning,
          "\(other.name) closed this block in another copy at the same time, with other numbers",
          hint: "make sure that only one of the two was ever made public")
        : problem("publish.history", period, "\(kept.name) and \(other.name) both closed it")
    }
  }

  private func hasSameCounts(_ period: String, _ one: Closing, _ other: Closing) throws -> Bool {
    let path = Self.publicationFolder + "/" + period + "/counts.csv"
    return try one.folder == other.folder
      || repository.blobID(at: path, in: one.commit.id)
        == repository.blobID(at: path, in: other.commit.id)
  }

  private func problem(
    _ rule: String, _ period: String, severity: Diagnostic.Severity = .error, _ message: String,
    hint: String? = nil
  ) -> Diagnostic {
    let folder = Self.publicationFolder + "/" + period
    return Diagnostic(
      severity, rule: rule, at: SourceLocation(path: folder), message: message,
      hint: hint ?? "a closed block never changes: see `git log -- \(folder)`, and bring it back")
  }
}
