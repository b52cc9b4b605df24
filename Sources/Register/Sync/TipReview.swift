internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore

/// Looks at what commits changed, file by file, and says what must not stand in a register as it is.
///
/// What it proposes follows from the history alone, so that all copies propose the same: of a case
/// every step that can be read, of a configuration file the last version that can be read, of
/// everything else nothing.
struct TipReview {
  let repository: Repository
  let judgement: FileJudgement
  /// The commit under review.
  let tip: ObjectID
  /// A commit before it that was reviewed already; nil for none: everything is looked at.
  let base: ObjectID?
  /// The commits that may have brought what is wrong, newest first.
  private let commits: [ObjectID]

  /// What was found.
  struct Findings {
    var files: [SetAsideFile] = []
    /// The tree without what has no place.
    var tree: ObjectID
    /// What is to be written over it.
    var replacements: [CommitRequest.Replacement] = []
  }

  init(
    _ repository: Repository, _ zone: TimeZoneRules, at tip: ObjectID, since base: ObjectID?
  ) throws {
    self.repository = repository
    judgement = FileJudgement(repository: repository, zone: zone)
    self.tip = tip
    self.base = base
    commits = try repository.commits(from: tip, notIn: base)
  }

  /// Reviews everything that changed, and the names of everything.
  func findings() throws -> Findings {
    let clean = try repository.cleanTree(of: tip, refusing: FileJudgement.isMisplaced)
    var findings = Findings(tree: clean.tree)
    for dropped in clean.dropped { try note(dropped, &findings) }
    for change in try repository.changedPaths(from: base, to: tip, under: "cases")
    where CasePath.id(of: change.path) != nil {
      try review(change, &findings)
    }
    try reviewConfiguration(&findings)
    return findings
  }

  // MARK: - What has no place

  private func note(_ dropped: CleanTree.Dropped, _ findings: inout Findings) throws {
    let entry = dropped.entry
    let problem =
      dropped.problem.map { problem in
        Diagnostic(
          rule: "name.refused", at: SourceLocation(path: entry.path), message: problem.words)
      } ?? FileJudgement.misplaced(entry)
    let isRestored = CasePath.id(of: entry.path) != nil || isConfiguration(entry.path)
    findings.files.append(
      try file(entry.path, problem, entry.id, isRestored ? .restored : .removed, findings))
  }

  // MARK: - Case files

  private func review(_ change: PathChange, _ findings: inout Findings) throws {
    let path = change.path
    let before = try change.old.flatMap { try judgement.judge($0, at: path).history }
    let verdict = try change.new.map { try judgement.judge($0, at: path) }
    let known = try known(path, before, verdict?.history)
    if case .whole(let history) = verdict, let known, history.holdsAll(of: known) { return }
    guard verdict != nil || known != nil else { return }
    let problem = Self.problem(verdict, known, path)
    let isPlaced = change.new.map { !FileJudgement.isMisplaced($0) } ?? true
    if isPlaced {
      findings.files.append(
        try file(path, problem, change.newID, known == nil ? .removed : .restored, findings))
    }
    let document = try known.map {
      try CaseDocument(path: path, history: $0, zone: judgement.zone)
    }
    findings.replacements.append(
      .init(path: path, content: document?.bytes(zone: judgement.zone)))
  }

  /// Every step of a case that can be read, as far as they belong to one case.
  private func known(
    _ path: String, _ before: History?, _ after: History?
  ) throws -> History? {
    if let before, let after {
      if after.holdsAll(of: before) { return after }
      if let document = judgement.union(before, after, path) { return document.history }
      return try original(path)
    }
    // A version that was whole may stand between the two.
    if after == nil { return try readable(path, before) }
    return after
  }

  /// The union of all versions of a case that can be read since the last review.
  private func readable(_ path: String, _ before: History?) throws -> History? {
    var known = before
    var seen: Set<ObjectID> = []
    for commit in commits.reversed() {
      guard let entry = try repository.entry(at: path, in: commit),
        seen.insert(entry.id).inserted,
        let version = try judgement.judge(entry, at: path).history
      else { continue }
      guard let present = known else {
        known = version
        continue
      }
      known = judgement.union(present, version, path)?.history ?? present
    }
    return known
  }

  /// The case whose registration came first, with all steps that belong to it.
  ///
  /// Two versions that are no copies of one case stand against each other: which is the case and
  /// which was made up later is told by the history, and by nothing that the file says.
  private func original(_ path: String) throws -> History? {
    var known: History?
    for record in try repository.history(from: tip, touching: path).reversed() {
      guard let version = try judgement.history(at: path, in: record.id) else { continue }
      guard let present = known else {
        known = version
        continue
      }
      known = judgement.union(present, version, path)?.history ?? present
    }
    return known
  }

  private static func problem(
    _ verdict: FileJudgement.Verdict?, _ known: History?, _ path: String
  ) -> Diagnostic {
    let place = SourceLocation(path: path, line: 1, column: 1)
    switch verdict {
    case nil:
      return Diagnostic(
        rule: "sync.deleted", at: place,
        message: "the case file was deleted or moved, and a case is never deleted")
    case .wrong(let problem), .edited(_, let problem): return problem
    case .whole(let history):
      let isOther = known.map { !$0.holdsAll(of: history) } ?? false
      return Diagnostic(
        rule: isOther ? "sync.rewritten-case" : "sync.steps", at: place,
        message: isOther
          ? "its events are not those of the case that was recorded here: it was rewritten"
          : "steps of the case were taken out of the file")
    }
  }

  // MARK: - Configuration

  private func isConfiguration(_ path: String) -> Bool {
    path.hasPrefix("cases/") && Configuration.fileNames.contains(String(path.dropFirst(6)))
  }

  private func reviewConfiguration(_ findings: inout Findings) throws {
    for name in Configuration.fileNames {
      let path = "cases/" + name
      let present = try regularFile(path, in: tip)
      let before = try base.flatMap { try regularFile(path, in: $0) }
      guard present == nil || present != before, let problem = try problem(with: name, present)
      else { continue }
      let earlier = try lastReadable(name)
      if !findings.files.contains(where: { $0.path == path }) {
        findings.files.append(
          try file(path, problem, present, earlier == nil ? .removed : .restored, findings))
      }
      // A register without a readable version has never been one: its own commands say so.
      if let earlier {
        findings.replacements.append(.init(path: path, content: try repository.blob(earlier)))
      }
    }
  }

  private func regularFile(_ path: String, in commit: ObjectID) throws -> ObjectID? {
    guard let entry = try repository.entry(at: path, in: commit), entry.kind.isRegularFile else {
      return nil
    }
    return entry.id
  }

  /// What keeps a version of a configuration file from being read; nil when nothing does.
  private func problem(with name: String, _ blob: ObjectID?) throws -> Diagnostic? {
    let path = "cases/" + name
    guard let blob else {
      return Diagnostic(
        rule: "config.missing", at: SourceLocation(path: path), message: "the file is missing")
    }
    if let size = repository.size(of: blob), size > Self.largestConfiguration {
      return Diagnostic(
        rule: "file.size", at: SourceLocation(path: path, line: 1, column: 1),
        message: "the file is larger than 16 MiB")
    }
    let bytes = try repository.blob(blob)
    do throws(DiagnosticList) {
      _ = try Configuration.reading { file in file == name ? bytes : nil }
    } catch {
      let own = error.diagnostics.first { $0.location?.path == path }
      if let own { return own }
    }
    guard name == "register.yml" else { return nil }
    do throws(Diagnostic) {
      let settings = try RegisterSettings.reading(bytes, path: path)
      _ = try TimeZoneCatalogue.rules(settings.timeZone)
      return nil
    } catch {
      return error
    }
  }

  private static let largestConfiguration = 16 << 20

  /// The newest version of a configuration file before the tip that can be read.
  private func lastReadable(_ name: String) throws -> ObjectID? {
    for commit in commits.dropFirst() + [base].compactMap(\.self) {
      guard let blob = try regularFile("cases/" + name, in: commit) else { continue }
      if try problem(with: name, blob) == nil { return blob }
    }
    return nil
  }

  // MARK: - Who brought it

  /// How many commits are looked at, and how many are named, before the newest one stands for all.
  private static let patience = (commits: 2_000, files: 50)

  private func file(
    _ path: String, _ problem: Diagnostic, _ found: ObjectID?, _ outcome: SetAsideFile.Outcome,
    _ others: Findings
  ) throws -> SetAsideFile {
    let isMuch = others.files.count > Self.patience.files
    let commit = isMuch ? tip : try commit(thatBrought: found, at: path)
    let author = try repository.commit(commit).author
    return SetAsideFile(
      path: path, problem: problem, commit: commit,
      author: author.name.isEmpty ? author.email : author.name, outcome: outcome)
  }

  /// The oldest commit since the review from which on the path is as it is now.
  private func commit(thatBrought found: ObjectID?, at path: String) throws -> ObjectID {
    var oldest = tip
    for commit in commits.prefix(Self.patience.commits)
    where try repository.entry(at: path, in: commit)?.id == found {
      let parents = try repository.commit(commit).parents
      let isNew = try parents.allSatisfy { try repository.entry(at: path, in: $0)?.id != found }
      if isNew { oldest = commit }
    }
    return oldest
  }
}
