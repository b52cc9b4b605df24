internal import CaseFormat
internal import CaseModel
internal import Diagnostics
package import GitStore
internal import Text

extension Register {
  /// Reads the configuration of the commit on which a step builds; the caller holds the lock.
  ///
  /// Between the opening of the register and the lock another program may have brought another one:
  /// what counts is who may act now.
  package func readConfiguration(at head: ObjectID) throws {
    guard head != configuredAt else { return }
    func files(_ commit: ObjectID) throws -> [ObjectID?] {
      try Configuration.fileNames.map { try repository.blobID(at: "cases/" + $0, in: commit) }
    }
    if try files(head) != files(configuredAt) {
      configuration = try Configuration.reading(isRecorded: true) { name throws(Diagnostic) in
        try Self.content("cases/" + name, in: head, repository)
      }
      zone = try TimeZoneCatalogue.rules(configuration.settings.timeZone)
    }
    configuredAt = head
  }

  /// What was passed over when the configuration in force was read, because it is not known here.
  func configurationWarnings() throws -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    let commit = configuredAt
    _ = try Configuration.reading(isRecorded: true, noting: &warnings) { name throws(Diagnostic) in
      try Self.content("cases/" + name, in: commit, repository)
    }
    return warnings
  }

  /// Throws unless a member stands on the roster as when the command began.
  func requireUnchanged(_ member: Team.Member) throws {
    let known = configuration.team.member(member.id)
    guard known != member else { return }
    throw Refusal(
      .teamChanged,
      known == nil
        ? "\(member.id) was taken off the team a moment ago"
        : "what cases/team.yml says of \(member.id) was changed a moment ago",
      hint: "nothing was recorded; run the command again, and it goes by what is said there now")
  }
}
