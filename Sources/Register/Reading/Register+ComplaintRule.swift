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
    let path = NotableCommits.codesPath
    var earlier: [ComplaintRule.Definition] = []
    var changes: [DefinitionChange] = []
    for commit in try notableCommits().ofCodes.reversed() {
      guard let parent = commit.parents.first,
        let old = codebook(at: path, in: parent),
        let new = codebook(at: path, in: commit.id)
      else { continue }
      let known = Set(old.categories.map(\.name.code))
      let (before, after) = (old.complaintRule.kinds, new.complaintRule.kinds)
      let (removed, added) = (before.subtracting(after), after.subtracting(before))
      guard !removed.isEmpty || !added.isDisjoint(with: known),
        // A merge that has the file as one of its sides did not change it.
        !commit.parents.dropFirst().contains(where: {
          (try? repository.blobID(at: path, in: $0))
            == (try? repository.blobID(at: path, in: commit.id))
        }), (try? holdsCases(commit.id)) ?? true
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

  /// The codes of a commit; nil where they cannot be read.
  private func codebook(at path: String, in commit: ObjectID) -> Codebook? {
    guard let bytes = try? repository.blob(at: path, in: commit) else { return nil }
    return try? Codebook.reading(bytes, path: path)
  }

  private func holdsCases(_ commit: ObjectID) throws -> Bool {
    try repository.entries(under: "cases", in: commit).contains { CasePath.id(of: $0.path) != nil }
  }
}
