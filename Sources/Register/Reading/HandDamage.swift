internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore

/// A case file that a commit made by hand took away or changed so that it does not say what was
/// recorded.
struct HandDamage {
  let path: String
  let diagnostic: Diagnostic
  /// The case with every step that was recorded before.
  let whole: CaseDocument
}

extension Register {
  /// The cases that commits made by hand took away or changed, as they stand at the head.
  func handDamage() throws -> [HandDamage] { try handDamage { _ in true } }

  /// The cases that a commit made by hand deleted, and that are still gone.
  func deletedByHand() throws -> [HandDamage] {
    let head = try head()
    return try handDamage { try repository.entry(at: $0, in: head) == nil }
  }

  private func handDamage(at isAsked: (String) throws -> Bool) throws -> [HandDamage] {
    let head = try head()
    var commits: [String: [CommitRecord]] = [:]
    for commit in try notableCommits().byHand {
      for path in try casePathsTouched(by: commit) { commits[path, default: []].append(commit) }
    }
    let judgement = FileJudgement(repository: repository, zone: zone)
    return try commits.sorted { $0.key < $1.key }.compactMap { path, commits in
      try isAsked(path) ? damage(at: path, by: commits, in: head, judgement) : nil
    }
  }

  /// The case files that were there before a commit and are others after it.
  ///
  /// Of a merge only those that are gone: what came from the other side is its own commits' matter.
  private func casePathsTouched(by commit: CommitRecord) throws -> Set<String> {
    let isMerge = commit.parents.count > 1
    return try commit.parents.reduce(into: []) { paths, parent in
      // What is lost of an earlier state is told by ``check``; the cases of the newest are here.
      let changes = try GitError.unlessLost {
        try repository.changedPaths(from: parent, to: commit.id, under: "cases")
      }
      for change in changes ?? []
      where change.old != nil && CasePath.id(of: change.path) != nil {
        if !isMerge || change.new == nil { paths.insert(change.path) }
      }
    }
  }

  private func damage(
    at path: String, by commits: [CommitRecord], in head: ObjectID, _ judgement: FileJudgement
  ) throws -> HandDamage? {
    var known: CaseDocument?
    var source: ObjectID?
    for parent in commits.reversed().flatMap(\.parents) {
      guard
        let history = try GitError.unlessLost({ try judgement.history(at: path, in: parent) })
      else { continue }
      known =
        try known.flatMap { judgement.union($0.history, history, path) } ?? known
        ?? CaseDocument(path: path, history: history, zone: zone)
      source = parent
    }
    guard let known, let source, let newest = commits.first else { return nil }
    let place = SourceLocation(path: path, line: 1, column: 1)
    let author = "commit \(newest.id.hex.prefix(12)) of \(newest.author.name)"
    let hint =
      "bring it back: `git checkout \(source.hex.prefix(12)) -- \(path)`, then `git commit`; "
      + "or `daftar sync --set-aside`"
    func found(_ rule: String, _ message: String, _ whole: CaseDocument) -> HandDamage {
      HandDamage(
        path: path,
        diagnostic: Diagnostic(rule: rule, at: place, message: message, hint: hint), whole: whole)
    }
    guard let entry = try repository.entry(at: path, in: head) else {
      return found("case.gone", "\(author) deleted this case, and a case is never deleted", known)
    }
    // What a later program recorded is not for this one to judge.
    guard !configuration.settings.isNewer else { return nil }
    switch try judgement.judge(entry, at: path) {
    case .whole(let history) where history.holdsAll(of: known.history): return nil
    case .whole(let history):
      let whole = judgement.union(known.history, history, path) ?? known
      return found("case.steps", "\(author) took steps out of this case", whole)
    case .edited(let document, let problem):
      let whole = judgement.union(known.history, document.history, path) ?? known
      return found(problem.rule, "\(author): \(problem.message)", whole)
    case .wrong(let problem):
      return found(problem.rule, "\(author): \(problem.message)", known)
    }
  }
}
