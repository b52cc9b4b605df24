internal import ArgumentParser

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
      var command = try Daftar.parseAsRoot(GlobalOptions.movedBehindCommand(arguments))
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      try Output.finish()
      return 0
    } catch {
      // What was found before the failure still belongs to the answer; its own failure adds nothing.
      try? Output.finish()
      return ErrorReport.print(error, for: Daftar.self)
    }
  }
}
