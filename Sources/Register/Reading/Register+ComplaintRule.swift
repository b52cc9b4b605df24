internal import CaseFormat
package import CaseModel
internal import GitStore

/// A change of what figures count as a complaint, for the cases that were registered from then on.
package struct DefinitionChange: Sendable, Hashable {
  /// The local day.
  package let on: CalendarDate
  /// Who made it.
  package let author: String
  /// Categories that count as complaints from then on.
  package let added: [String]
  /// Categories that count no more.
  package let removed: [String]
}

extension Register {
  /// What figures count as a complaint, now and before, as the history of `categories.yml` tells it.
  ///
  /// What was changed before there was a case is no definition that anything was counted by. A
  /// category that an earlier version did not know has the meaning that it was given first.
  package func complaintRule() throws -> (rule: ComplaintRule, changes: [DefinitionChange]) {
    var earlier: [ComplaintRule.Definition] = []
    var changes: [DefinitionChange] = []
    for commit in try notableCommits().ofCodes.reversed() {
      guard let parent = commit.parents.first,
        let old = try codebook(in: parent), let new = try codebook(in: commit.id)
      else { continue }
      let known = Set(old.categories.map(\.name.code))
      let (before, after) = (old.complaintRule.kinds, new.complaintRule.kinds)
      let (removed, added) = (before.subtracting(after), after.subtracting(before))
      guard !removed.isEmpty || !added.isDisjoint(with: known),
        // A merge that has the file as one of its sides did not change it.
        try !commit.parents.dropFirst().contains(where: {
          try codesID(in: $0) == codesID(in: commit.id)
        }), try holdsCases(commit.id)
      else { continue }
      // Nobody dates a change before the commit that it follows.
      let moment = max(commit.author.seconds, try repository.commit(parent).author.seconds)
      let day = zone.date(at: Timestamp(seconds: moment))
      earlier.append(.init(kinds: before, categories: known, until: day))
      changes.append(
        DefinitionChange(
          on: day, author: commit.author.name, added: added.intersection(known).sorted(),
          removed: removed.sorted()))
    }
    let kinds = configuration.codebook.complaintRule.kinds
    return (ComplaintRule(kinds: kinds, earlier: earlier), changes)
  }

  /// The codes of a commit; nil where they cannot be read, or are lost.
  private func codebook(in commit: ObjectID) throws -> Codebook? {
    let path = NotableCommits.codesPath
    let bytes = try GitError.unlessLost { try repository.blob(at: path, in: commit) }
    return try? bytes.map { try Codebook.reading($0, path: path) }
  }

  private func codesID(in commit: ObjectID) throws -> ObjectID? {
    try GitError.unlessLost { try repository.blobID(at: NotableCommits.codesPath, in: commit) }
  }

  /// Whether there was a case; where that is lost, there was one.
  private func holdsCases(_ commit: ObjectID) throws -> Bool {
    let entries = try GitError.unlessLost { try repository.entries(under: "cases", in: commit) }
    return entries?.contains { CasePath.id(of: $0.path) != nil } ?? true
  }
}
