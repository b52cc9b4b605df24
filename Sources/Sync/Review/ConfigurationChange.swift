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
      let author = try author(of: path, in: theirs, notIn: old)
      let sentences =
        Self.ownWords(name, before, after)
        + ConfigurationDifference.sentences(
          in: name, from: before, to: after, besides: Self.told[name] ?? [])
      changes += sentences.map { ConfigurationChange(what: $0, author: author) }
    }
    return changes
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

  /// Those whose commits changed a file.
  private func author(
    of path: String, in theirs: ObjectID, notIn old: ObjectID
  ) throws -> String {
    var names: [String] = []
    for id in try repository.commits(from: theirs, notIn: old) {
      let commit = try repository.commit(id)
      let present = try repository.blobID(at: path, in: id)
      // A merge that has the file as one of its sides did not change it.
      guard try commit.parents.allSatisfy({ try repository.blobID(at: path, in: $0) != present })
      else { continue }
      if !names.contains(commit.author.name) { names.append(commit.author.name) }
    }
    return names.isEmpty ? "somebody" : names.joined(separator: ", ")
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
