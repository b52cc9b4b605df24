import Glibc
import Testing

/// The git program, the judge of what this module writes.
struct Git {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The folder it works in.
  let folder: String

  /// Runs git with a fixed identity and no configuration but the repository's; returns its output.
  @discardableResult
  func callAsFunction(_ arguments: String..., input: String? = nil) throws -> String {
    String(decoding: try bytes(arguments, input: input), as: UTF8.self)
  }

  /// The same, as bytes.
  func bytes(_ arguments: [String], input: String? = nil) throws -> [UInt8] {
    let environment = [
      "PATH=/usr/bin:/bin", "HOME=\(folder)", "GIT_CONFIG_NOSYSTEM=1",
      "GIT_CONFIG_GLOBAL=/dev/null",
      "GIT_AUTHOR_NAME=Rana", "GIT_AUTHOR_EMAIL=rana@example.org", "GIT_COMMITTER_NAME=Rana",
      "GIT_COMMITTER_EMAIL=rana@example.org", "LC_ALL=C",
      "GIT_AUTHOR_DATE=1700000000 +0000", "GIT_COMMITTER_DATE=1700000000 +0000",
    ]
    return try run(["/usr/bin/git", "-C", folder] + arguments, environment, input: input)
  }

  /// Output goes through a file, so that no pipe can fill up.
  private func run(
    _ arguments: [String], _ environment: [String], input: String?
  ) throws -> [UInt8] {
    let captured = try TemporaryFolder()
    let (inputPath, output) = (captured.path + "/in", captured.path + "/out")
    try writeFile(inputPath, input ?? "")
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, inputPath, O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
    let words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    let settings = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (words + settings).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, arguments[0], &actions, nil, words, settings)
    guard code == 0 else { throw Failure(description: "cannot start \(arguments[0]): \(code)") }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) == -1, errno == EINTR {}
    let text = try readFile(output)
    guard status == 0 else {
      throw Failure(
        description: "\(arguments.joined(separator: " ")) (status \(status)): "
          + String(decoding: text, as: UTF8.self))
    }
    return text
  }
}
