internal import ArgumentParser
internal import GitStore
internal import Register

/// The program: what `main` calls.
package enum Program {
  /// Runs the program and returns its exit status: 0 done, 1 refused or wrong data, 64 usage,
  /// 70 a fault of the program, 74 what was done or found could not be printed.
  package static func run() async -> Int32 {
    Output.prepare()
    do {
      try CallBytes.requireReadableVariables()
      let arguments = try CallBytes.arguments()
      if arguments == ["--version"] {
        // Scripts ask often; the parser of forty commands takes longer to build than this.
        try Output.line(Daftar.version)
        try Output.finish()
        return 0
      }
      let words = try CommandWords(arguments, in: Daftar.self).words
      var command = try directCommand(words) ?? Daftar.parseAsRoot(words)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      try Output.finish()
      tellClearedLocks()
      return DamageNotice.print() ? 0 : 1
    } catch {
      let status = report(error)
      tellClearedLocks()
      _ = DamageNotice.print()
      return status
    }
  }

  private static func tellClearedLocks() {
    for path in AbandonedLock.takeCleared() {
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
