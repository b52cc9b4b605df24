internal import Glibc

/// The program that shows a long result page by page, as git's does.
///
/// `DAFTAR_PAGER`, else `PAGER`, else `less`; only where a person sees the result on a terminal.
package enum Pager {
  /// Prints a result that may be long.
  ///
  /// A pager that is missing is no error, and neither is one that is left early.
  package static func showing(_ print: () throws -> Void) throws {
    let environment = Environment.current
    guard environment.hasTerminal, Output.isTerminal,
      let command
    else { return try print() }
    environment.printed.isHeld = true
    defer { environment.printed.isHeld = false }
    try print()
    let bytes = environment.printed.handOn(\.self)
    guard bytes.isEmpty || !show(bytes, with: command) else { return }
    environment.printed.isHeld = false
    try Output.write(bytes)
  }

  /// The command line; nil when there is to be none.
  private static var command: String? {
    let environment = Environment.current
    let given = environment.variable("DAFTAR_PAGER") ?? environment.variable("PAGER") ?? "less"
    return given == "cat" ? nil : given
  }

  /// Hands everything to the pager and waits for it; false when the shell did not find it.
  private static func show(_ bytes: [UInt8], with command: String) -> Bool {
    // As git does; and a word that is searched for stays in no file of the pager.
    for (name, value) in [("LESS", "FRX"), ("LV", "-c"), ("LESSHISTFILE", "-")] {
      _ = unsafe setenv(name, value, 0)
    }
    // Ctrl-C belongs to the pager; a handler, unlike SIG_IGN, is not inherited.
    let before = signal(SIGINT) { _ in }
    defer { _ = signal(SIGINT, before) }
    guard let pipe = unsafe popen(command, "w") else { return false }
    // How much it took is its own business: it may be left before the end.
    _ = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe fwrite(buffer.baseAddress, 1, buffer.count, pipe)
    }
    let status = unsafe pclose(pipe)
    // 126 and 127 are the shell's: there is no such program, or it cannot be started.
    let isMissing = status & 0x7F == 0 && [126, 127].contains((status >> 8) & 0xFF)
    return !isMissing
  }
}
