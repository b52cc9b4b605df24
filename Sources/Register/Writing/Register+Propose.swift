internal import CaseVault
internal import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore
internal import Text

/// The one way by which configuration changes: it is proposed, and then in force.
///
/// Every command that changes a file of `cases/*.yml` comes by here, whether somebody edited the file
/// by hand or a command made the change: what has to be asked of a change is asked in one place.
extension Register {
  /// Changes a configuration file as one commit.
  ///
  /// `change` makes the new file from the one that is recorded, while the register is locked. Returns
  /// what differs now, each as the beginning of a sentence. `isOwnKey`: nothing changes but the key
  /// of the author.
  @discardableResult
  package func propose(
    _ name: String, as author: Team.Member, isOwnKey: Bool = false,
    _ change: ([UInt8]) throws -> [UInt8]
  ) throws -> [String] {
    let path = "cases/" + name
    var sentences: [String] = []
    _ = try commit(as: author, at: clock.now) { head in
      guard let committed = try repository.blob(at: path, in: head) else { throw CaseFault.noCase }
      let changed = try change(committed)
      sentences = ConfigurationDifference.sentences(in: name, from: committed, to: changed)
      return try proposed(
        name, changed, since: committed, in: head, by: author, isOwnKey: isOwnKey)
    }
    return sentences
  }

  /// The configuration as it would be with some of its files changed; nothing is written.
  ///
  /// Throws what stands against the changes, as ``propose(_:as:isOwnKey:_:)`` would.
  package func configuration(
    changing names: [String], as author: Team.Member,
    _ change: (String, [UInt8]) throws -> [UInt8]
  ) throws -> Configuration {
    try requireWritable()
    let head = try head()
    try refuseEdited(names.map { "cases/" + $0 }, in: head, but: [])
    var edited: [String: [UInt8]] = [:]
    for name in names {
      guard let committed = try repository.blob(at: "cases/" + name, in: head) else {
        throw CaseFault.noCase
      }
      let changed = try change(name, committed)
      _ = try proposed(name, changed, since: committed, in: head, by: author)
      edited[name] = changed
    }
    return try Configuration.reading(isRecorded: true) { name throws(Diagnostic) in
      if let changed = edited[name] { return changed }
      return try Self.content("cases/" + name, in: head, repository)
    }
  }

  /// The change that brings a file into force; throws what stands against it.
  func proposed(
    _ name: String, _ edited: [UInt8], since committed: [UInt8]?, in current: ObjectID,
    by member: Team.Member, isOwnKey: Bool = false
  ) throws -> Change {
    let path = "cases/" + name
    try requireReadable(name, edited, in: current)
    try refuseRemovedMembers(name, edited)
    if !isOwnKey {
      try RosterChange(from: configuration, name, edited).requireAllowed(to: member)
    }
    try refuseFixedSettings(name, edited)
    guard let committed, committed != edited else {
      throw Refusal(
        .adoptNothing, "\(path) is as it was recorded", hint: "there is nothing to adopt")
    }
    try SettingChanges.requireAllowed(name, from: committed, to: edited, by: member)
    try ConfigurationDoor.require(name, edited, since: committed, today: today)
    let removed = try removedCodes(name, edited, since: committed, in: current)
    guard removed.isEmpty else { throw DiagnosticList(removed) }
    try refuseFarDays(name, edited)
    return Change(
      files: [.init(path: path, content: edited)],
      message: "configuration: \(name)\n\nConfiguration: \(name)\n")
  }

  /// Throws unless all files together can be read with the new one among them.
  private func requireReadable(
    _ name: String, _ edited: [UInt8], in current: ObjectID
  ) throws {
    do throws(DiagnosticList) {
      _ = try Configuration.reading { file throws(Diagnostic) in
        if file == name { return edited }
        do throws(GitError) {
          return try repository.blob(at: "cases/" + file, in: current)
        } catch {
          throw Diagnostic(rule: "git", message: error.description)
        }
      }
    } catch {
      throw DiagnosticList(
        error.diagnostics.map { Self.withWayBack($0, in: "cases/" + name) })
    }
  }

  /// Refuses to change what was chosen when the register was made; going back to it is allowed.
  private func refuseFixedSettings(_ name: String, _ edited: [UInt8]) throws {
    guard name == "register.yml" else { return }
    let new = try FixedSettings.reading(edited)
    guard let changed = FixedSettings.changed(from: configuration.settings, to: new) else { return }
    let first = try FixedSettings.founding(before: try head(), in: repository)
    let isBack =
      configuration.settings.format == new.format
      && configuration.settings.registerID == new.registerID
      && first.map { FixedSettings.changed(from: $0, to: new, byUpgrade: true) == nil } ?? false
    guard !isBack else { return }
    var finding = FixedSettings.finding(changed)
    finding.location = nil
    finding.message += " [\(finding.rule)]"
    finding.hint = "undo the edit: `git checkout HEAD -- cases/register.yml`"
    throw finding
  }

  private func refuseRemovedMembers(_ name: String, _ edited: [UInt8]) throws {
    guard name == "team.yml" else { return }
    let team = try Team.reading(edited, path: "cases/team.yml")
    for member in configuration.team.members where team.member(member.id) == nil {
      throw Refusal(
        .teamRemoved, "the member \(member.id) was removed from the file",
        hint: "people who leave stay in it with a “to” date, because old cases name them")
    }
  }
}
