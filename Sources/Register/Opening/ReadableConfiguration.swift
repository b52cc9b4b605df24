internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore

extension Register {
  /// The newest configuration of a history that can be read as a whole, its time zone included.
  ///
  /// One in which nobody is on the team at the moment counts only when there is no other: nobody
  /// could mend it. Throws what is wrong with the one at the head when none can be read.
  static func readableConfiguration(
    at head: ObjectID, in repository: Repository, on moment: Timestamp? = nil
  ) throws -> Configuration {
    let present = Result { try configuration(at: head, in: repository) }
    if let found = try? present.get(), isManned(found, on: moment) { return found }
    var readable = try? present.get()
    for commit in try repository.commits(from: head, notIn: nil).dropFirst() {
      guard let earlier = try? configuration(at: commit, in: repository) else { continue }
      if isManned(earlier, on: moment) { return earlier }
      readable = readable ?? earlier
    }
    return try readable ?? present.get()
  }

  private static func isManned(_ configuration: Configuration, on moment: Timestamp?) -> Bool {
    guard let moment, let zone = try? TimeZoneCatalogue.rules(configuration.settings.timeZone)
    else { return true }
    let day = zone.date(at: moment)
    return configuration.team.members.contains { $0.isActive(on: day) }
  }

  /// Whether a history holds a register, although its newest commit does not.
  static func hadRegister(_ head: ObjectID, _ repository: Repository) -> Bool {
    (try? readableConfiguration(at: head, in: repository)) != nil
  }

  private static func configuration(
    at commit: ObjectID, in repository: Repository
  ) throws -> Configuration {
    let configuration = try Configuration.reading(isRecorded: true) { name throws(Diagnostic) in
      do throws(GitError) {
        return try repository.blob(at: "cases/" + name, in: commit)
      } catch {
        throw Diagnostic(rule: "git", message: error.description)
      }
    }
    _ = try TimeZoneCatalogue.rules(configuration.settings.timeZone)
    return configuration
  }
}
