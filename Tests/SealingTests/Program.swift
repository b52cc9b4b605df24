import Glibc

/// Other programs, the judges of what this module writes.
enum Program {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C"]

  /// Runs a program with bytes on its standard input; returns its output.
  ///
  /// Both go through files, so that no pipe can fill up.
  static func run(_ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let (inputPath, output) = (folder.path + "/in", folder.path + "/out")
    let errors = folder.path + "/errors"
    try writeFile(inputPath, input)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, inputPath, O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    let words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    let settings = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (words + settings).forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, arguments[0], &actions, nil, words, settings)
    guard code == 0 else { throw Failure(description: "cannot start \(arguments[0]): \(code)") }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) == -1, errno == EINTR {}
    guard status == 0 else {
      let words = String(decoding: try readFile(errors), as: UTF8.self)
      throw Failure(description: "\(arguments.joined(separator: " ")) (status \(status)): \(words)")
    }
    return try readFile(output)
  }
}
