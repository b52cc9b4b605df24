internal import FoundationEssentials
internal import GitStore
internal import Glibc
package import Register

/// All that one call of the program takes from outside, and what it remembers until its end.
///
/// Calls with environments of their own do not disturb each other, also when they run at the same
/// time: nothing that belongs to a call is kept for the process.
package final class Environment: Sendable {
  /// The environment of the call that is being answered; the process's where none was given.
  @TaskLocal package static var current = Environment.process

  /// The variables; nil for the process's own, which are looked up one by one.
  private let givenVariables: [String: String]?
  /// The folder that paths lead from; nil for the process's own.
  private let givenFolder: String?
  /// Where the present moment comes from, unless `DAFTAR_NOW` sets it.
  package let clock: @Sendable () -> Clock
  package let input: InputSource
  package let output: OutputSink
  package let errors: OutputSink
  /// Whether the terminal of the process may be opened, to ask for a passphrase.
  package let hasTerminal: Bool

  /// What was printed and not yet handed on, and what was done.
  package let printed = Printed()
  /// The days of far years that the person said they mean.
  package let farDates = FarDates()
  /// The folder of the register that the command works on, for hints.
  package let hintPlace = HintPlace()
  /// What this call meets of damage and left locks.
  private let notes: RepositoryNotes

  /// An environment for a call inside a process that answers several.
  package init(
    folder: String, variables: [String: String], input: InputSource = .bytes([]),
    output: OutputSink, errors: OutputSink, clock: @escaping @Sendable () -> Clock = Clock.system
  ) {
    givenFolder = folder
    givenVariables = variables
    self.clock = clock
    (self.input, self.output, self.errors) = (input, output, errors)
    hasTerminal = false
    notes = RepositoryNotes()
  }

  /// What the process was started with.
  private init() {
    givenFolder = nil
    givenVariables = nil
    clock = Clock.system
    (input, output, errors) = (.process, .standardOutput, .standardError)
    hasTerminal = true
    // Threads that a command starts note what they meet in the same place.
    notes = RepositoryNotes.current
  }

  /// The environment of this process.
  package static let process = Environment()

  /// A variable; an empty one counts as absent.
  package func variable(_ name: String) -> String? {
    let value =
      if let givenVariables {
        givenVariables[name]
      } else {
        unsafe getenv(name).map { unsafe String(cString: $0) }
      }
    return value.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The folder in which the command was called.
  package var folder: String { givenFolder ?? FileManager.default.currentDirectoryPath }

  /// Where a path that somebody gave leads from here.
  package func place(of path: String) -> String {
    guard let givenFolder, !path.hasPrefix("/") else { return path }
    return givenFolder + "/" + path
  }

  /// Answers a call in this environment.
  package func answering<Result>(_ body: () async throws -> Result) async rethrows -> Result {
    try await RepositoryNotes.$current.withValue(notes) {
      try await Environment.$current.withValue(self, operation: body)
    }
  }

  /// Answers a call that waits for no other program.
  package func answering<Result>(_ body: () throws -> Result) rethrows -> Result {
    try RepositoryNotes.$current.withValue(notes) {
      try Environment.$current.withValue(self, operation: body)
    }
  }
}
