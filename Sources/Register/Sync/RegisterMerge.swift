internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore

/// Merges two heads of a register: cases by the union of their events, nothing ever textually.
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
  }

  /// Whether a newer head holds every case and event of an older one.
  func losesNothing(from old: ObjectID, to new: ObjectID) throws -> Bool {
    for change in try repository.changedPaths(from: old, to: new, under: "cases") {
      guard CasePath.isInCaseFolder(change.path), let oldID = change.oldID else { continue }
      guard let newID = change.newID else { return false }
      let before = try history(oldID, change.path)
      let after = try history(newID, change.path)
      if !after.holdsAll(of: before) { return false }
    }
    return true
  }

  /// Refuses a head from elsewhere that could not be read here: its configuration, its new cases.
  ///
  /// Returns its configuration.
  @discardableResult
  func requireReadable(
    _ commit: ObjectID, changedSince base: ObjectID? = nil
  ) throws -> Configuration {
    do {
      let configuration = try Configuration.reading(isRecorded: true) { name throws(Diagnostic) in
        do throws(GitError) {
          return try repository.blob(at: "cases/" + name, in: commit)
        } catch {
          throw Diagnostic(rule: "git", message: error.description)
        }
      }
      guard let base else { return configuration }
      for change in try repository.changedPaths(from: base, to: commit, under: "cases") {
        guard CasePath.isInCaseFolder(change.path), let entry = change.new else { continue }
        guard entry.kind.isRegularFile, CasePath.id(of: change.path) != nil else {
          throw Diagnostic(
            rule: "file.kind", at: SourceLocation(path: change.path, line: 1, column: 1),
            message: "this is no case file")
        }
        _ = try history(entry.id, change.path)
      }
      return configuration
    } catch let problem as Diagnostic {
      throw Self.fromElsewhere(problem)
    } catch let problems as DiagnosticList {
      throw DiagnosticList(problems.diagnostics.map(Self.fromElsewhere))
    }
  }

  private static func fromElsewhere(_ problem: Diagnostic) -> Diagnostic {
    var problem = problem
    problem.message = "in the other place: " + problem.message
    problem.hint = "nothing was taken over; tell whoever sent it to mend the file"
    return problem
  }

  /// Computes what a merge must write over their tree.
  func replacements(base: ObjectID, ours: ObjectID, theirs: ObjectID) throws -> Outcome {
    var outcome = Outcome()
    var conflicts: [Diagnostic] = []
    let theirChanges = try repository.changedPaths(from: base, to: theirs)
    let theirByPath = Dictionary(theirChanges.map { ($0.path, $0) }) { first, _ in first }
    let ourChanges = try repository.changedPaths(from: base, to: ours)
    for change in ourChanges {
      if let other = theirByPath[change.path] {
        try mergeBoth(change, other, &outcome, &conflicts)
      } else {
        try takeOurs(change, &outcome)
      }
    }
    let ourPaths = Set(ourChanges.map(\.path))
    for change in theirChanges where !ourPaths.contains(change.path) {
      try checkTheirs(change, &outcome)
    }
    guard conflicts.isEmpty else { throw DiagnosticList(conflicts) }
    return outcome
  }

  private func takeOurs(_ change: PathChange, _ outcome: inout Outcome) throws {
    // A case file that vanished here stays: a case is never deleted.
    if change.newID == nil, CasePath.isInCaseFolder(change.path) { return }
    if CasePath.isInCaseFolder(change.path), let oldID = change.oldID, let newID = change.newID {
      // Somebody may have committed an older file with git: no event of the base is lost for it.
      outcome.files.append(
        try united(try history(oldID, change.path), try history(newID, change.path), change.path))
      return
    }
    outcome.files.append(
      .init(path: change.path, content: try change.newID.map { try repository.blob($0) }))
  }

  /// Reads what only they changed: it must be whole, and must not have lost anything.
  private func checkTheirs(_ change: PathChange, _ outcome: inout Outcome) throws {
    guard CasePath.isInCaseFolder(change.path) else { return }
    guard let newID = change.newID else {
      if let oldID = change.oldID {
        outcome.files.append(.init(path: change.path, content: try repository.blob(oldID)))
      }
      return
    }
    let after = try history(newID, change.path)
    guard let oldID = change.oldID else { return }
    let before = try history(oldID, change.path)
    if !after.holdsAll(of: before) {
      outcome.files.append(try united(before, after, change.path))
    }
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
    switch (ours.newID, theirs.newID) {
    case (let ourID?, let theirID?):
      let document = try union(
        try history(ourID, ours.path), try history(theirID, ours.path), ours.path)
      if document.standing.ordinary?.attention.isEmpty == false { outcome.needingAttention += 1 }
      outcome.files.append(.init(path: ours.path, content: document.bytes(zone: zone)))
    case (let ourID?, nil):
      outcome.files.append(.init(path: ours.path, content: try repository.blob(ourID)))
    case (nil, _): break
    }
  }

  private func united(
    _ one: History, _ other: History, _ path: String
  ) throws -> CommitRequest.Replacement {
    .init(path: path, content: try union(one, other, path).bytes(zone: zone))
  }

  private func union(_ one: History, _ other: History, _ path: String) throws -> CaseDocument {
    try CaseDocument(path: path, history: try one.union(with: other), zone: zone)
  }

  private func history(_ id: ObjectID, _ path: String) throws -> History {
    try CaseDocument(reading: try repository.blob(id), path: path, zone: zone).history
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
