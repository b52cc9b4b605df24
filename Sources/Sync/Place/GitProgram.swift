internal import Diagnostics
internal import FoundationEssentials
internal import GitStore
internal import Subprocess
internal import Register

/// The `git` program, run for what crosses the network: it has the person's credentials and keys.
///
/// The only door to the network, and it opens only where no setting in the repository's own folder
/// runs a program or leads elsewhere (see ``ForeignSettings``).
struct GitProgram: Sendable {
  private let gitDirectory: String
  /// From where git resolves an address that is a relative path; nil: from the current folder.
  private let folder: String?
  /// Settings of another repository that count too: how the person reaches the common place.
  private let configuration: String?
  /// Where the objects go when it is not the repository's own folder.
  private let objects: String?

  private init(gitDirectory: String, folder: String?, configuration: String?, objects: String?) {
    self.gitDirectory = gitDirectory
    self.folder = folder
    self.configuration = configuration
    self.objects = objects
  }

  /// Opens the door for a repository; throws where its own settings are not to be trusted.
  static func open(
    for gitDirectory: String, in folder: String? = nil, configuration: String? = nil,
    objects: String? = nil
  ) async throws -> GitProgram {
    let git = GitProgram(
      gitDirectory: gitDirectory, folder: folder, configuration: configuration, objects: objects)
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

    /// Whether git stumbled over bytes or names that are not what it writes.
    var metDamage: Bool {
      let words = (output + errors).lowercased()
      return GitWords.ofDamage.contains { words.contains($0) }
    }

    /// Whether a push failed because the other place has moved on: then theirs is taken in first.
    var isOvertaken: Bool {
      let words = output + errors
      guard !metALock, !words.contains("Permission denied") else { return false }
      return words.contains("[rejected]") || words.contains("cannot lock ref")
        || words.contains("incorrect old value")
    }
  }

  /// Variables that lead git to other objects, references or files than those of the repository, or
  /// that keep it from writing what it notes of its own moves.
  private static let foreignVariables = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH", "GIT_NAMESPACE", "GIT_CONFIG",
    "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE", "GIT_NO_REPLACE_OBJECTS",
    "GIT_PREFIX", "GIT_IMPLICIT_WORK_TREE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_DEFAULT_HASH",
    "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_AUTHOR_DATE", "GIT_COMMITTER_NAME",
    "GIT_COMMITTER_EMAIL", "GIT_COMMITTER_DATE",
  ]

  private var environment: Environment {
    var changes: [Environment.Key: String?] = ["LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"]
    for name in Self.foreignVariables { changes[Environment.Key(stringLiteral: name)] = .some(nil) }
    if let objects { changes["GIT_OBJECT_DIRECTORY"] = objects }
    return .inherit.updating(changes)
  }

  /// Runs git with hooks, file monitors, signatures and external protocols off, and without terminal
  /// questions.
  func run(_ arguments: [String]) async throws -> Result {
    let safety = [
      "--git-dir=" + gitDirectory, "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false",
      "-c", "protocol.ext.allow=never", "-c", "gc.auto=0",
      "-c", "maintenance.auto=false", "-c", "push.gpgSign=false", "-c", "push.followTags=false",
      // A list that only makes reading quicker, and stops git where it is damaged.
      "-c", "core.multiPackIndex=false",
    ]
    let place = folder.map { ["-C", $0] } ?? []
    let included = configuration.map { ["-c", "include.path=" + $0, "-c", "core.bare=true"] } ?? []
    guard Self.isInstalled else {
      throw Diagnostic(
        rule: "git.missing", message: "the program git is not installed",
        hint: "install it (Debian: apt-get install git); everything stays saved here")
    }
    let record = try await ChildProgram.watching {
      try await Subprocess.run(
        .name("git"), arguments: Arguments(place + included + safety + arguments),
        environment: environment, input: .none,
        output: .string(limit: 1 << 20), error: .string(limit: 1 << 20)
      ) { execution in
        ChildProgram.note(execution.processIdentifier.value)
      }
    }
    var ended = ""
    if case .signaled(let number) = record.terminationStatus {
      ended = "\nfatal: git was ended by the signal \(number)"
    }
    return Result(
      succeeded: record.terminationStatus.isSuccess, output: record.standardOutput,
      // ssh ends its lines as terminals want them.
      errors: record.standardError.replacing("\r\n", with: "\n") + ended)
  }
}
