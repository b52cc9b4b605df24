internal import CaseFormat
internal import Diagnostics
internal import GitStore

extension Register {
  /// The newest configuration of a history that can be read as a whole, its time zone included.
  ///
  /// Throws what is wrong with the one at the head when there is none.
  static func readableConfiguration(
    at head: ObjectID, in repository: Repository
  ) throws -> Configuration {
    do {
      return try configuration(at: head, in: repository)
    } catch {
      for commit in try repository.commits(from: head, notIn: nil).dropFirst() {
        if let earlier = try? configuration(at: commit, in: repository) { return earlier }
      }
      throw error
    }
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
