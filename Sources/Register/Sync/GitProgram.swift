internal import Diagnostics
internal import FoundationEssentials
internal import GitStore
internal import Subprocess

/// Runs the `git` program for what crosses the network: it has the person's credentials and keys.
///
/// The only door to the network, and it opens only where no setting in the repository's own folder
/// runs a program or leads elsewhere (see ``ForeignSettings``).
struct GitProgram: Sendable {
  private let gitDirectory: String
  /// From where git resolves an address that is a relative path; nil: from the current folder.
  private let folder: String?
  /// Settings of another repository that count too: how the person reaches the common place.
  private let configuration: String?

  private init(gitDirectory: String, folder: String?, configuration: String?) {
    self.gitDirectory = gitDirectory
    self.folder = folder
    self.configuration = configuration
  }

  /// Opens the door for a repository; throws where its own settings are not to be trusted.
  static func open(
    for gitDirectory: String, in folder: String? = nil, configuration: String? = nil
  ) async throws -> GitProgram {
    let git = GitProgram(gitDirectory: gitDirectory, folder: folder, configuration: configuration)
    try await ForeignSettings.refuse(git, of: gitDirectory)
    return git
  }

  private static var isInstalled: Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/git")
    }
  }

  struct Result: Sendable {
    let succeeded: Bool
    let output: String
    let errors: String

    /// Whether a lock of git was in the way: of another writer, or left by one that was killed.
    var metALock: Bool {
      let words = output + errors
      return words.contains(".lock': File exists")
    }

    /// Whether a push failed because the other place has moved on: then theirs is taken in first.
    var isOvertaken: Bool {
      let words = output + errors
      guard !metALock else { return false }
      return words.contains("[rejected]") || words.contains("cannot lock ref")
        || words.contains("incorrect old value")
    }
  }

  /// Runs git with hooks, file monitors, signatures and external protocols off, and without terminal
  /// questions.
  func run(_ arguments: [String]) async throws -> Result {
    let safety = [
      "--git-dir=" + gitDirectory, "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false",
      "-c", "protocol.ext.allow=never", "-c", "gc.auto=0",
      "-c", "maintenance.auto=false", "-c", "push.gpgSign=false", "-c", "push.followTags=false",
    ]
    let place = folder.map { ["-C", $0] } ?? []
    let included = configuration.map { ["-c", "include.path=" + $0, "-c", "core.bare=true"] } ?? []
    guard Self.isInstalled else {
      throw Diagnostic(
        rule: "git.missing", message: "the program git is not installed",
        hint: "install it (Debian: apt-get install git); everything stays saved here")
    }
    let record = try await Subprocess.run(
      .name("git"), arguments: Arguments(place + safety + included + arguments),
      environment: .inherit.updating(["LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"]),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    return Result(
      succeeded: record.terminationStatus.isSuccess, output: record.standardOutput,
      // ssh ends its lines as terminals want them.
      errors: record.standardError.replacing("\r\n", with: "\n"))
  }
}
