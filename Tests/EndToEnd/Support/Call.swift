import Foundation
import Testing

/// Runs `daftar`: in the process of the tests where it may, else the built program.
enum Call {
  /// Whether the built program is asked for.
  @TaskLocal static var usesBinary = false

  /// Variables that the program reads itself, so that a call of its own can be given them.
  private static let ownVariables: Set<String> = [
    "COLUMNS", "DAFTAR_IDENTITY", "DAFTAR_MEMBER", "DAFTAR_NOW", "DAFTAR_PASSPHRASE_FILE",
    "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR", "TZ",
  ]

  static func run(
    _ words: [String], in folder: String, environment: [String: String], input: String = ""
  ) throws -> Result {
    let home = environment["HOME"] ?? folder
    if !usesBinary, !needsProcess(environment, home: home),
      let result = try InProcess.run(words, in: folder, environment: environment, input: input)
    {
      return result
    }
    return try Execution.run(
      Binary.path, words, in: folder, environment: environment, input: input,
      scratch: home + "/tmp")
  }

  /// Whether something is set that holds for a whole process: variables of other programs and of the
  /// system's libraries, or git's settings of a person.
  private static func needsProcess(_ environment: [String: String], home: String) -> Bool {
    if Binary.isGiven { return true }
    let usual = Binary.environment(home: home)
    let hasOthers = Set(environment.keys).union(usual.keys).subtracting(ownVariables)
      .contains { environment[$0] != usual[$0] }
    return hasOthers
      || [".gitconfig", ".config/git"].contains {
        FileManager.default.fileExists(atPath: home + "/" + $0)
      }
  }
}

/// Lets every command of a test be a process of its own: for what only a process shows.
struct BuiltProgram: SuiteTrait, TestTrait, TestScoping {
  let isRecursive = true

  func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    try await Call.$usesBinary.withValue(true) { try await function() }
  }
}

extension Trait where Self == BuiltProgram {
  /// Every command is a process of its own.
  static var builtProgram: Self { Self() }
}

extension Trait where Self == ConditionTrait {
  /// What damages copies, breaks commands off and brings copies together again: most of the time of all
  /// tests.
  ///
  /// `make test` runs it; `make test-code`, for all day, leaves it out and says so.
  static var durability: Self {
    .disabled(
      if: ProcessInfo.processInfo.environment["DAFTAR_QUICK"] == "1", "make test-code leaves it out"
    )
  }
}
