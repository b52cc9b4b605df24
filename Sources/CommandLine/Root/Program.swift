internal import ArgumentParser
internal import Register

/// The program: what `main` calls.
package enum Program {
  /// Runs the program and returns its exit status: 0 done, 1 refused or wrong data, 64 usage.
  package static func run(_ arguments: [String]) async -> Int32 {
    Output.prepare()
    do {
      if arguments == ["--version"] {
        // Scripts ask often; the parser of forty commands takes longer to build than this.
        try Output.line(Daftar.version)
        try Output.finish()
        return 0
      }
      let words = GlobalOptions.movedBehindCommand(arguments)
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
      tellClearedLocks()
      // What was found before the failure still belongs to the answer; its own failure adds nothing.
      try? Output.finish()
      let status = ErrorReport.print(error, for: Daftar.self)
      _ = DamageNotice.print()
      return status
    }
  }

  private static func tellClearedLocks() {
    for path in AbandonedLock.takeCleared() {
      Output.note("removed the lock \(path): the program that left it is gone")
    }
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
