internal import FileSystem
internal import CaseVault
internal import CaseFormat
internal import GitStore

/// The few commits of a history that figures depend on: those that somebody made by hand, and those
/// that changed the codes.
struct NotableCommits {
  /// The commits that are not the program's own, newest first.
  var byHand: [CommitRecord] = []
  /// The commits in which the codes differ from the first parent's, newest first.
  var ofCodes: [CommitRecord] = []

  /// Where the codes stand.
  static let codesPath = "cases/categories.yml"

  /// Sorts out the commits of a whole history, or of a part of it.
  fileprivate init(among commits: [CommitRecord], in repository: Repository) throws {
    byHand = commits.filter { !CommitMessage.isOwn($0.message) }
    var trail = PathTrail(path: Self.codesPath, repository: repository)
    // Of a commit whose neighbour is lost it cannot be told; what reads it asks again.
    ofCodes = try commits.filter { commit in
      try GitError.unlessLost { try trail.isTouched(by: commit) } ?? true
    }
  }

  fileprivate init(remembered file: NotableCommitsFile, in repository: Repository) throws {
    byHand = try file.byHand.map { try repository.commit($0) }
    ofCodes = try file.ofCodes.map { try repository.commit($0) }
  }

  fileprivate var isEmpty: Bool { byHand.isEmpty && ofCodes.isEmpty }
  fileprivate var hasNoOrder: Bool { byHand.count < 2 && ofCodes.count < 2 }

  fileprivate static func + (newer: Self, older: Self) -> Self {
    var all = newer
    all.byHand += older.byHand
    all.ofCodes += older.ofCodes
    return all
  }
}

extension Register {
  /// Finds the notable commits of the history up to the head.
  ///
  /// What was looked at once is remembered, so that a long history is walked through once and not for
  /// each figure.
  func notableCommits() throws -> NotableCommits {
    let head = try head()
    // Where something of the history is damaged, the whole walk says what.
    if let known = try? rememberedCommits(upTo: head) { return known }
    let all = try NotableCommits(among: repository.history(from: head), in: repository)
    remember(all, upTo: head)
    return all
  }

  /// What is remembered with what is new since; nil where the whole history has to tell it.
  private func rememberedCommits(upTo head: ObjectID) throws -> NotableCommits? {
    guard let file = NotableCommitsFile(rememberedIn: repository),
      try repository.isAncestor(file.tip, of: head)
    else { return nil }
    let known = try NotableCommits(remembered: file, in: repository)
    guard file.tip != head else { return known }
    let commits = try repository.history(from: head, notIn: file.tip)
    let new = try NotableCommits(among: commits, in: repository)
    // Beside a merge only the whole walk tells in which order copies everywhere take them.
    guard commits.allSatisfy({ $0.parents.count == 1 }) || new.isEmpty && known.hasNoOrder else {
      return nil
    }
    let all = new + known
    remember(all, upTo: head)
    return all
  }

  private func remember(_ commits: NotableCommits, upTo head: ObjectID) {
    guard !RepositoryNotes.current.isHistoryUncertain else { return }
    NotableCommitsFile(
      tip: head, byHand: commits.byHand.map(\.id), ofCodes: commits.ofCodes.map(\.id)
    ).write(in: repository)
  }
}

/// The names of the notable commits up to one, in `.git/daftar/notable-commits`.
///
/// Derived, on this computer only, and made anew where it is missing or does not read as written.
private struct NotableCommitsFile {
  let tip: ObjectID
  let byHand: [ObjectID]
  let ofCodes: [ObjectID]

  private static let version = "notable commits 1"
  private static let end = "end"

  private static func note(_ repository: Repository) -> WorkTreeNote {
    WorkTreeNote("notable-commits", of: repository)
  }

  init(tip: ObjectID, byHand: [ObjectID], ofCodes: [ObjectID]) {
    (self.tip, self.byHand, self.ofCodes) = (tip, byHand, ofCodes)
  }

  init?(rememberedIn repository: Repository) {
    guard let lines = Self.note(repository).lines, lines.first == Self.version,
      lines.last == Self.end
    else { return nil }
    var found: [Substring: [ObjectID]] = [:]
    for line in lines.dropFirst().dropLast() {
      let words = line.split(separator: " ")
      guard words.count == 2, let id = ObjectID(hex: String(words[1])) else { return nil }
      found[words[0], default: []].append(id)
    }
    guard let tip = found["tip"]?.first else { return nil }
    self.init(tip: tip, byHand: found["by-hand"] ?? [], ofCodes: found["codes"] ?? [])
  }

  /// Writes the file; where nothing can be written, the history is walked through again next time.
  func write(in repository: Repository) {
    let lines =
      [Self.version, "tip \(tip.hex)"] + byHand.map { "by-hand \($0.hex)" }
      + ofCodes.map { "codes \($0.hex)" } + [Self.end]
    try? Self.note(repository).write(lines, for: .owner)
  }
}
