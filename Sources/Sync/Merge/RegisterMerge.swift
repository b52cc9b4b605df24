internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Register

/// The merge of two heads of a register: cases by the union of events, nothing ever textually.
struct RegisterMerge {
  let repository: Repository
  let zone: TimeZoneRules
  /// Whose configuration counts where both sides changed a file; nil refuses.
  let configuration: ConfigurationChoice?

  /// The files in which the merge differs from their head, and how many cases both had changed.
  struct Outcome {
    var files: [CommitRequest.Replacement] = []
    var mergedCases = 0
    /// Cases in which a step lost against a concurrent one.
    var needingAttention = 0
    /// Files whose version here is of another case than the one that the others have.
    var displaced: [String] = []
  }

  private var judgement: FileJudgement { FileJudgement(repository: repository, zone: zone) }

  /// Whether a newer head holds every case and event of an older one.
  func losesNothing(from old: ObjectID, to new: ObjectID) throws -> Bool {
    for change in try repository.changedPaths(from: old, to: new, under: "cases") {
      guard CasePath.isInCaseFolder(change.path), let before = try history(change.old, change.path)
      else { continue }
      guard let after = try history(change.new, change.path) ?? twin(of: change.path, in: new)
      else { return false }
      // Versions of two cases under one name: the review has told which of them stays.
      if !after.holdsAll(of: before), judgement.union(before, after, change.path) != nil {
        return false
      }
    }
    return true
  }

  /// Throws unless the configuration of a commit can be read.
  func requireReadable(_ commit: ObjectID) throws {
    _ = try Configuration.reading(isRecorded: true) { name throws(Diagnostic) in
      do throws(GitError) {
        return try repository.blob(at: "cases/" + name, in: commit)
      } catch {
        throw Diagnostic(rule: "git", message: error.description)
      }
    }
  }

  /// Computes what a merge must write over their tree.
  func replacements(base: ObjectID, ours: ObjectID, theirs: ObjectID) throws -> Outcome {
    var outcome = Outcome()
    var conflicts: [Diagnostic] = []
    let theirChanges = try repository.changedPaths(from: base, to: theirs)
    let theirByPath = Dictionary(theirChanges.map { ($0.path, $0) }) { first, _ in first }
    let ourChanges = try repository.changedPaths(from: base, to: ours)
    // A name that must not be written is out of their tree already.
    for change in ourChanges where NameProblem.isAbsent(from: change.path) {
      if let other = theirByPath[change.path] {
        try mergeBoth(change, other, &outcome, &conflicts)
      } else {
        try takeOurs(change, &outcome)
      }
    }
    let ourPaths = Set(ourChanges.map(\.path))
    for change in theirChanges where !ourPaths.contains(change.path) {
      try checkTheirs(change, in: theirs, &outcome)
    }
    guard conflicts.isEmpty else { throw DiagnosticList(conflicts) }
    return outcome
  }

  private func takeOurs(_ change: PathChange, _ outcome: inout Outcome) throws {
    // A case file that vanished here stays: a case is never deleted.
    if change.newID == nil, CasePath.isInCaseFolder(change.path) { return }
    // Somebody may have committed an older file with git: no event of the base is lost for it.
    if CasePath.isInCaseFolder(change.path), let new = change.new,
      let before = try history(change.old, change.path),
      let after = try history(new, change.path),
      let document = judgement.union(before, after, change.path)
    {
      outcome.files.append(.init(path: change.path, content: document.bytes(zone: zone)))
      return
    }
    outcome.files.append(
      change.new.map { .init(path: change.path, keeping: $0) }
        ?? .init(path: change.path, content: nil))
  }

  /// What only they changed must not have lost anything.
  private func checkTheirs(
    _ change: PathChange, in commit: ObjectID, _ outcome: inout Outcome
  ) throws {
    guard CasePath.isInCaseFolder(change.path), let old = change.old,
      let before = try history(old, change.path)
    else { return }
    guard let new = change.new else {
      // Its steps went into the one file that the case has.
      if try twin(of: change.path, in: commit)?.holdsAll(of: before) ?? false { return }
      outcome.files.append(.init(path: change.path, keeping: old))
      return
    }
    guard let after = try history(new, change.path), !after.holdsAll(of: before),
      let document = judgement.union(before, after, change.path)
    else { return }
    outcome.files.append(.init(path: change.path, content: document.bytes(zone: zone)))
  }

  private func mergeBoth(
    _ ours: PathChange, _ theirs: PathChange, _ outcome: inout Outcome,
    _ conflicts: inout [Diagnostic]
  ) throws {
    guard ours.newID != theirs.newID else { return }
    guard CasePath.isInCaseFolder(ours.path) else {
      switch configuration {
      case .ours: try takeOurs(ours, &outcome)
      case .theirs: break
      case nil: conflicts.append(try conflict(ours, theirs))
      }
      return
    }
    outcome.mergedCases += 1
    guard let here = try history(ours.new, ours.path) else { return }
    guard let there = try history(theirs.new, ours.path) else {
      if let new = ours.new { outcome.files.append(.init(path: ours.path, keeping: new)) }
      return
    }
    guard let document = judgement.union(here, there, ours.path) else {
      // Two cases under one name: what the others have already stays, and ours is named.
      return outcome.displaced.append(ours.path)
    }
    if document.standing.ordinary?.attention.isEmpty == false { outcome.needingAttention += 1 }
    outcome.files.append(.init(path: ours.path, content: document.bytes(zone: zone)))
  }

  /// The events of the file that a case has in the other layout; nil when there is none.
  private func twin(of path: String, in commit: ObjectID) throws -> History? {
    try CasePath.inOtherLayout(path).flatMap { try judgement.history(at: $0, in: commit) }
  }

  /// The events of a version; nil when there is none, or none that can be read.
  private func history(_ entry: TreeEntry?, _ path: String) throws -> History? {
    try entry.flatMap { try judgement.judge($0, at: path).history }
  }

  /// Shows both versions of a file that is never merged.
  private func conflict(_ ours: PathChange, _ theirs: PathChange) throws -> Diagnostic {
    func text(_ id: ObjectID?) throws -> [String] {
      guard let id else { return [] }
      return String(decoding: try repository.blob(id), as: UTF8.self)
        .split(separator: "\n").map(String.init)
    }
    let name = String(ours.path.split(separator: "/").last ?? "")
    guard Configuration.fileNames.contains(name) else {
      // Other files may hold what no screen should show.
      return Diagnostic(
        rule: "sync.configuration", at: SourceLocation(path: ours.path),
        message: "it was changed here and in the other place",
        hint: "agree on one version, then run `daftar sync --configuration ours` or "
          + "`--configuration theirs`; nothing was sent")
    }
    let (here, there) = (try text(ours.newID), try text(theirs.newID))
    let onlyHere = here.filter { !there.contains($0) }.prefix(12)
    let onlyThere = there.filter { !here.contains($0) }.prefix(12)
    let line = (here.firstIndex { !there.contains($0) } ?? 0) + 1
    return Diagnostic(
      rule: "sync.configuration",
      at: SourceLocation(path: ours.path, line: line, column: 1),
      message: "it was changed here and in the other place; here: "
        + onlyHere.joined(separator: " ⏎ ") + " — there: " + onlyThere.joined(separator: " ⏎ "),
      hint: "agree on one version, then run `daftar sync --configuration ours` or "
        + "`--configuration theirs`; nothing was sent")
  }
}
