internal import GitStore
internal import Subprocess

/// Runs the `git` program for what crosses the network: it has the person's credentials and keys.
struct GitProgram: Sendable {
  let gitDirectory: String

  struct Result: Sendable {
    let succeeded: Bool
    let output: String
    let errors: String
  }

  /// Runs git with hooks, file monitors and external protocols off, and without terminal questions.
  func run(_ arguments: [String]) async throws -> Result {
    let safety = [
      "--git-dir=" + gitDirectory, "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false",
      "-c", "protocol.ext.allow=never", "-c", "gc.auto=0",
    ]
    let record = try await Subprocess.run(
      .name("git"), arguments: Arguments(safety + arguments),
      environment: .inherit.updating(["LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"]),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    return Result(
      succeeded: record.terminationStatus.isSuccess, output: record.standardOutput,
      errors: record.standardError)
  }
}
