internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Register

/// A review of commits' changes, file by file, for what must not stand in a register as it is.
///
/// What it proposes follows from the history alone, so that all copies propose the same: of a case
/// every step that can be read, of a configuration file the last version that can be read, of
/// everything else nothing.
package struct TipReview {
  let repository: Repository
  let judgement: FileJudgement
  /// The commit under review.
  let tip: ObjectID
  /// A commit before it that was reviewed already; nil for none: everything is looked at.
  let base: ObjectID?
  private let commits: ReviewedCommits
  private let configuration: ConfigurationReview
  /// How the register sorts case files into folders; nil when nothing says so.
  private let layout: RegisterSettings.Layout?

  /// What was found.
  package struct Findings {
    var files: [SetAsideFile] = []
    /// The tree without what has no place.
    var tree: ObjectID
    /// What has no place.
    var dropped: [TreeEntry]
    /// What is to be written over it.
    var replacements: [CommitRequest.Replacement] = []
  }

  init(
    _ repository: Repository, _ zone: TimeZoneRules, at tip: ObjectID, since base: ObjectID?
  ) throws {
    self.repository = repository
    self.tip = tip
    self.base = base
    commits = try ReviewedCommits(repository, at: tip, since: base)
    configuration = try ConfigurationReview(commits)
    layout = try configuration.settings()?.layout
    // The settings that stay say how files are read, and not those that somebody brings along.
    judgement = FileJudgement(repository: repository, zone: try configuration.zone() ?? zone)
  }

  /// Reviews everything that changed, and the names of everything.
  func findings() throws -> Findings {
    let copies = try copiesInOtherLayout()
    let blocks = try ClosedBlockReview(commits)
    let clean = try repository.cleanTree(of: tip) {
      FileJudgement.isMisplaced($0) || copies[$0.path] != nil || blocks.replaces($0)
    }
    var findings = Findings(tree: clean.tree, dropped: clean.dropped.map(\.entry))
    for dropped in clean.dropped where !blocks.replaces(dropped.entry) {
      try note(dropped, copies, &findings)
    }
    for folder in blocks.changed.keys.sorted() {
      let present = try repository.entry(at: folder, in: tip)?.id
      let outcome: SetAsideFile.Outcome = blocks.isPutThere(folder) ? .removed : .restored
      findings.files.append(
        try file(folder, try blocks.problem(folder), present, outcome, findings))
    }
    if blocks.ledger != nil, blocks.changed.isEmpty {
      let place = ClosedBlockReview.ledgerPath
      let present = try repository.entry(at: place, in: tip)?.id
      findings.files.append(
        try file(place, blocks.problemOfLedger, present, .restored, findings))
    }
    findings.replacements += blocks.replacements()
    for change in try repository.changedPaths(from: base, to: tip, under: "cases")
    where CasePath.id(of: change.path) != nil && copies[change.path] == nil {
      try review(change, &findings)
    }
    for (copy, place) in copies.sorted(by: { $0.key < $1.key }) {
      try takeSteps(of: copy, to: place, &findings)
    }
    try reviewConfiguration(&findings)
    return findings
  }

  /// What has no place in a commit, whatever came with it.
  static func misplaced(in commit: ObjectID, of repository: Repository) throws -> [TreeEntry] {
    try repository.cleanTree(of: commit, refusing: FileJudgement.isMisplaced).dropped.map(\.entry)
  }

  // MARK: - One case, one file

  /// Files of cases that have one in the layout of the register already, with the place of that.
  private func copiesInOtherLayout() throws -> [String: String] {
    guard let layout else { return [:] }
    var copies: [String: String] = [:]
    for change in try repository.changedPaths(from: base, to: tip, under: "cases") {
      guard change.new != nil, let id = CasePath.id(of: change.path) else { continue }
      let place = CasePath.path(of: id, layout: layout)
      guard place != change.path else { continue }
      let commits = [tip] + [base].compactMap(\.self)
      if try commits.contains(where: { try repository.entry(at: place, in: $0) != nil }) {
        copies[change.path] = place
      }
    }
    return copies
  }

  /// Brings the steps that only the second file of a case has into the first.
  private func takeSteps(
    of copy: String, to place: String, _ findings: inout Findings
  ) throws {
    guard let entry = try repository.entry(at: copy, in: tip),
      let more = try judgement.judge(entry, at: copy).history
    else { return }
    let index = findings.replacements.lastIndex { $0.path == place }
    let restored = index.flatMap { findings.replacements[$0].content }
    let present =
      if let restored {
        try CaseDocument(reading: restored, path: place, zone: judgement.zone).history
      } else {
        try judgement.history(at: place, in: tip)
      }
    guard let present, !present.holdsAll(of: more),
      let document = judgement.union(present, more, place)
    else { return }
    if let index { findings.replacements.remove(at: index) }
    findings.replacements.append(.init(path: place, content: document.bytes(zone: judgement.zone)))
  }

  // MARK: - What has no place

  private func note(
    _ dropped: CleanTree.Dropped, _ copies: [String: String], _ findings: inout Findings
  ) throws {
    let entry = dropped.entry
    let problem =
      dropped.problem.map { problem in
        Diagnostic(
          rule: "name.refused", at: SourceLocation(path: entry.path), message: problem.words)
      } ?? copies[entry.path].map { FileJudgement.secondFile(entry.path, of: $0) }
      ?? FileJudgement.misplaced(entry)
    let isRestored =
      copies[entry.path] == nil
      && (CasePath.id(of: entry.path) != nil || isConfiguration(entry.path))
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
    for commit in commits.all.reversed() {
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
      let present = try commits.file(path, in: tip)
      let before = try base.flatMap { try commits.file(path, in: $0) }
      guard present == nil || present != before,
        let problem = try configuration.problem(with: name, present)
      else { continue }
      let earlier = try configuration.lastSound(name)
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

  // MARK: - Who brought it

  /// How many files are named with the commit that brought them, before the newest stands for all.
  private static let patience = 50

  private func file(
    _ path: String, _ problem: Diagnostic, _ found: ObjectID?, _ outcome: SetAsideFile.Outcome,
    _ others: Findings
  ) throws -> SetAsideFile {
    let isMuch = others.files.count > Self.patience
    let commit = isMuch ? tip : try commits.commit(thatBrought: found, at: path)
    let author = try repository.commit(commit).author
    return SetAsideFile(
      path: path, problem: problem, commit: commit,
      author: author.name.isEmpty ? author.email : author.name, outcome: outcome)
  }
}
