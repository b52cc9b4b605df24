internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Register

/// Something that others changed in the configuration: who may read and act, what figures mean, what is
/// published, and every other value.
package struct ConfigurationChange: Sendable, Hashable {
  /// What changed, as the beginning of a sentence.
  package let what: String
  /// Who changed it.
  package let author: String

  /// The change as one line for a person.
  package var sentence: String { "\(what); changed by \(author)" }
}

extension Register {
  /// What the commits of others changed in the configuration between a head and the present one.
  ///
  /// What decides who reads and acts, what figures mean and how numbers are protected has words of its
  /// own; every other value is named by its key.
  func configurationChanges(
    from old: ObjectID, to theirs: ObjectID
  ) throws -> [ConfigurationChange] {
    let new = try head()
    guard new != old else { return [] }
    var changes: [ConfigurationChange] = []
    for name in Configuration.fileNames {
      let path = "cases/" + name
      guard let before = try repository.blob(at: path, in: old),
        let after = try repository.blob(at: path, in: new), before != after
      else { continue }
      let steps = try steps(of: path, in: theirs, notIn: old)
      changes += Self.sentences(name, before, after).map { what in
        ConfigurationChange(what: what, author: Self.authors(of: what, among: steps))
      }
    }
    return changes
  }

  private static func sentences(_ name: String, _ old: [UInt8], _ new: [UInt8]) -> [String] {
    ownWords(name, old, new)
      + ConfigurationDifference.sentences(in: name, from: old, to: new, besides: told[name] ?? [])
  }

  /// The names of those who changed what a sentence tells; of all who changed the file where no single
  /// commit tells it.
  private static func authors(
    of what: String, among steps: [(author: String, changes: [String])]
  ) -> String {
    let subject = subject(of: what)
    let its = steps.filter { $0.changes.contains { Self.subject(of: $0) == subject } }
    var names: [String] = []
    for step in its.isEmpty ? steps : its where !names.contains(step.author) {
      names.append(step.author)
    }
    return names.isEmpty ? "somebody" : names.joined(separator: ", ")
  }

  /// What a sentence is about, before the value: that may have changed more than once.
  private static func subject(of sentence: String) -> Substring {
    let ends = [": ", " is "].compactMap { sentence.firstRange(of: $0)?.lowerBound }
    return sentence[..<(ends.min() ?? sentence.endIndex)]
  }

  /// The sentences about what matters most.
  private static func ownWords(_ name: String, _ old: [UInt8], _ new: [UInt8]) -> [String] {
    switch name {
    case "team.yml": teamChanges(old, new)
    case "register.yml": keyChanges(old, new)
    default: SettingChanges.sentences(name, from: old, to: new)
    }
  }

  /// The values that ``ownWords(_:_:_:)`` tells, as `ConfigurationDifference` names them.
  private static let told: [String: [String]] = [
    "team.yml": [
      "+members.*", "-members.*", "members.*.read", "members.*.roles", "members.*.from",
      "members.*.to", "outside-contact.name", "outside-contact.read",
    ],
    "register.yml": ["recovery", "recovery-restricted", "leave-one-out"],
    "categories.yml": [
      "-categories.*", "categories.*.complaint", "categories.*.sensitivity",
    ],
    "targets.yml": ["limits.*.close", "limits.*.longest", "figures.*.target"],
    "publication.yml": PublicationSettings.numbers + ["block", "max-hidden", "tables", "levels.*"],
  ]

  /// The commits that changed a file: whose they are, and what each tells.
  private func steps(
    of path: String, in theirs: ObjectID, notIn old: ObjectID
  ) throws -> [(author: String, changes: [String])] {
    let name = String(path.dropFirst("cases/".count))
    return try repository.commits(from: theirs, notIn: old).compactMap { id in
      let commit = try repository.commit(id)
      let present = try repository.blobID(at: path, in: id)
      // A merge that has the file as one of its sides did not change it.
      guard try commit.parents.allSatisfy({ try repository.blobID(at: path, in: $0) != present })
      else { return nil }
      let before = try commit.parents.first.flatMap { try repository.blob(at: path, in: $0) } ?? []
      let after = try present.map { try repository.blob($0) } ?? []
      return (commit.author.name, Self.sentences(name, before, after))
    }
  }

  private static func teamChanges(_ old: [UInt8], _ new: [UInt8]) -> [String] {
    let path = "cases/team.yml"
    guard let before = try? Team.reading(old, path: path),
      let after = try? Team.reading(new, path: path)
    else { return [] }
    var changes: [String] = []
    for member in after.members {
      guard let earlier = before.member(member.id) else {
        let roles = member.roles.map(\.rawValue).joined(separator: ", ")
        changes.append("\(member.id) is new on the team (\(roles))")
        continue
      }
      if earlier.read != member.read {
        changes.append(
          "\(member.id) has \(earlier.read == nil ? "a" : member.read == nil ? "no" : "another") "
            + "key: " + (member.read ?? "what is sealed from now on is not for them"))
      }
      if Set(earlier.roles) != Set(member.roles) {
        changes.append(
          "\(member.id) has other roles: \(member.roles.map(\.rawValue).joined(separator: ", ")) instead of "
            + earlier.roles.map(\.rawValue).joined(separator: ", "))
      }
      if earlier.from != member.from || earlier.to != member.to {
        changes.append("\(member.id) has other dates: \(period(member))")
      }
    }
    changes += before.members.filter { after.member($0.id) == nil }
      .map { "\($0.id) is no longer on the team" }
    if before.outsideContact != after.outsideContact {
      changes.append("the outside contact is another: \(after.outsideContact?.name ?? "none")")
    }
    return changes
  }

  private static func period(_ member: Team.Member) -> String {
    "from \(member.from?.description ?? "the beginning") to \(member.to?.description ?? "further")"
  }

  private static func keyChanges(_ old: [UInt8], _ new: [UInt8]) -> [String] {
    let path = "cases/register.yml"
    guard let before = try? RegisterSettings.reading(old, path: path),
      let after = try? RegisterSettings.reading(new, path: path)
    else { return [] }
    var changes: [String] = []
    if before.recovery != after.recovery {
      changes.append("the recovery key is another: \(after.recovery ?? "none")")
    }
    if before.recoveryRestricted != after.recoveryRestricted {
      changes.append(
        "the recovery key of restricted cases is another: \(after.recoveryRestricted ?? "none")")
    }
    if before.leavesOneOut != after.leavesOneOut {
      changes.append(
        "one reader \(after.leavesOneOut ? "is now" : "is no longer") left out of sensitive cases")
    }
    return changes
  }
}
