internal import ArgumentParser
internal import Diagnostics
internal import GitStore
internal import Register
package import Terminal

/// The program: what `main` calls.
package enum Program {
  /// Answers the call that this process was started with, and returns its exit status.
  package static func run() async -> Int32 {
    Output.prepare()
    let arguments: [String]
    do throws(Diagnostic) {
      try CallBytes.requireReadableVariables()
      arguments = try CallBytes.arguments()
    } catch {
      return ended(by: error)
    }
    return await run(arguments, in: .process)
  }

  /// Answers a call and returns its exit status: 0 done, 1 refused or wrong data, 64 usage,
  /// 70 a fault of the program, 74 what was done or found could not be printed.
  package static func run(_ arguments: [String], in environment: Environment) async -> Int32 {
    // What holds for the process is not bound: that would leave the main thread, to which signals come.
    if environment === Environment.process { return await answered(arguments) }
    return await environment.answering { await answered(arguments) }
  }

  private static func answered(_ arguments: [String]) async -> Int32 {
    do {
      if var command = try command(arguments) {
        if var asynchronous = command as? any AsyncParsableCommand {
          try await asynchronous.run()
        } else {
          try command.run()
        }
      }
      return try ended()
    } catch {
      return ended(by: error)
    }
  }

  /// The same at once, for a caller who cannot wait; nil, with nothing done, for a command that waits
  /// for other programs.
  package static func answer(_ arguments: [String], in environment: Environment) -> Int32? {
    environment.answering {
      do {
        if var command = try command(arguments) {
          guard !(command is any AsyncParsableCommand) else { return nil }
          try command.run()
        }
        return try ended()
      } catch {
        return ended(by: error)
      }
    }
  }

  /// The command that the words of a call name; nil when the words are answered already.
  private static func command(_ arguments: [String]) throws -> (any ParsableCommand)? {
    if arguments == ["--version"] {
      // Scripts ask often; the parser of forty commands takes longer to build than this.
      try Output.line(Daftar.version)
      return nil
    }
    // What a shell asks for completion is for the parser alone; its words are those being typed.
    if arguments.first == Completions.request { return try Completions.answer(arguments) }
    if let folder = CommandWords.folder(in: arguments) {
      let environment = Environment.current
      environment.hintPlace.remember(environment.place(of: folder), named: folder)
    }
    let call = try CommandWords(arguments, in: Daftar.self)
    Environment.current.hintPlace.command = call.path
    return try directCommand(call.words) ?? Daftar.parseAsRoot(call.words)
  }

  private static func ended() throws -> Int32 {
    try Output.finish()
    tellClearedLocks()
    return DamageNotice.print() ? 0 : 1
  }

  private static func ended(by error: any Error) -> Int32 {
    let status = report(error)
    tellClearedLocks()
    _ = DamageNotice.print()
    return status
  }

  private static func tellClearedLocks() {
    for path in RepositoryNotes.current.takeClearedLocks() {
      Output.note("removed the lock \(path): the program that left it is gone")
    }
  }

  /// Prints an error after what was found before it, which still belongs to the answer.
  private static func report(_ failure: any Error) -> Int32 {
    do throws(OutputClosed) {
      try Output.finish()
    } catch {
      let status = failure is OutputClosed ? 0 : ErrorReport.print(failure, for: Daftar.self)
      // A failure that was found is the answer; one that was only printed is lost.
      return failure is Failure || status == 0 ? Output.report(error) : status
    }
    return ErrorReport.print(failure, for: Daftar.self)
  }

  /// Parses the words of one command without building the parsers of the forty others.
  ///
  /// Nil when the first word names no command or the rest does not fit it: then the whole tree is
  /// parsed, which knows how to help.
  private static func directCommand(_ words: [String]) -> (any ParsableCommand)? {
    guard let name = words.first, !name.hasPrefix("-"),
      let type = Daftar.steps.first(where: { $0._commandName == name })
    else { return nil }
    return try? type.parse(Array(words.dropFirst()))
  }
}
