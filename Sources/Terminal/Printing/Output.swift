package import Diagnostics
internal import Glibc
internal import Layout
internal import Register
internal import FileSystem

/// Standard output could not take what was written: a full disk, a closed pipe.
package struct OutputClosed: Error {
  /// What the system said.
  package let code: Int32

  /// Whether the reader went away, as `head` does when it has seen enough.
  package var isUnwanted: Bool { code == EPIPE }
  /// The system's words for it.
  package var reason: String { SystemError.reason(of: code) }
}

/// The only place that prints: results to standard output, everything else to standard error.
package enum Output {
  /// Whether standard output is a terminal.
  package static var isTerminal: Bool { Environment.current.output.isTerminal }
  /// Whether standard error is a terminal.
  package static var isErrorTerminal: Bool { Environment.current.errors.isTerminal }
  /// Whether a person can be asked.
  package static var canAsk: Bool { Environment.current.input.isTerminal && isErrorTerminal }

  /// Whether results may use colour: a terminal, and nobody asked for none (no-color.org).
  package static var hasColour: Bool {
    isTerminal && takesColour
  }

  /// Whether nobody asked for none, and the terminal knows what it is.
  private static var takesColour: Bool {
    let environment = Environment.current
    return environment.variable("NO_COLOR") == nil && environment.variable("TERM") != "dumb"
  }

  private static let bufferSize = 1 << 16

  /// Prepares for readers that stop reading early, such as `head`, and for streams that are closed.
  package static func prepare() {
    // A handler and not SIG_IGN, which programs started by this one would inherit.
    _ = signal(SIGPIPE) { _ in }
    // A file opened later must not take the number of a closed stream: what is printed would be
    // written into it. The null device is opened the wrong way round, so that using it fails.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Notes that something was done, before the first word about it is printed.
  ///
  /// When it cannot be printed, the person is told so, in place of an error that looks as if nothing
  /// had happened.
  package static func isDone(_ what: String, hint: String) {
    Environment.current.printed.isDone(what, hint: hint)
  }

  /// Says on standard error what became of a call whose result could not be printed; returns the
  /// exit status.
  package static func report(_ closed: OutputClosed) -> Int32 {
    let done = Environment.current.printed.allDone
    if done.isEmpty, closed.isUnwanted {
      // As git ends when its pager is left.
      _ = signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    let what = done.map(\.what).joined(separator: ", ")
    diagnostic(
      Diagnostic(
        rule: "output.closed",
        message: done.isEmpty
          ? "the output could not be written: \(closed.reason)"
          : "\(what), but it could not be printed: \(closed.reason)",
        hint: done.last?.hint ?? "make room, or send the output elsewhere, and run it again"))
    return 74
  }

  /// Writes out what is buffered; throws when the system did not take it.
  package static func finish() throws(OutputClosed) {
    let environment = Environment.current
    let problem = environment.printed.handOn(environment.output.take)
    if let problem { throw OutputClosed(code: problem) }
  }

  /// Prints a line of a result; controls and direction overrides in it are shown, not sent.
  ///
  /// On a terminal a line that is too wide is broken between words; tables fit already.
  package static func line(_ text: String) throws(OutputClosed) {
    let visible = printable(text)
    let fitted = TerminalSize.columns.map { WrappedLine.text(visible, width: $0, indent: 2) }
    try write((fitted ?? visible) + "\n")
  }

  /// Prints a line that was made visible already and may hold this program's own colours.
  package static func prepared(_ line: String) throws(OutputClosed) { try write(line + "\n") }

  /// Prints text as it is: JSON, CSV and files for programs.
  package static func write(_ text: String) throws(OutputClosed) { try write(Array(text.utf8)) }

  /// Prints bytes as they are.
  package static func write(_ bytes: [UInt8]) throws(OutputClosed) {
    let count = Environment.current.printed.append(bytes)
    let isHeld = Environment.current.printed.isHeld
    if !isHeld, isTerminal || count >= bufferSize { try finish() }
  }

  /// Prints a finding on standard error.
  package static func diagnostic(_ diagnostic: Diagnostic) { diagnostics([diagnostic]) }

  /// Prints findings on standard error, an advice that several share once; nothing when there are none.
  package static func diagnostics(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    let colour = isErrorTerminal && takesColour
    let inPlace = diagnostics.map(HintInPlace.improved)
    plainError(wrapped(DiagnosticList(inPlace).rendered(colour: colour)))
  }

  /// Prints a line for a person on standard error.
  package static func note(_ text: String) {
    plainError(wrapped(printable(HintInPlace.words(text))))
  }

  /// Text for standard error, its lines broken between words where a terminal would break inside them.
  private static func wrapped(_ text: String) -> String {
    Environment.current.errors.columns().map { WrappedLine.text(text, width: $0, indent: 2) }
      ?? text
  }

  /// Prints a question without an end of line.
  package static func prompt(_ text: String) { control(printable(text)) }

  /// Sends this program's own terminal sequences to standard error.
  package static func control(_ text: String) {
    _ = Environment.current.errors.take(Array(text.utf8))
  }

  /// Prints prepared text on standard error.
  package static func plainError(_ text: String) { control(text + "\n") }

  /// Shows what a terminal would act on; line ends stay.
  package static func printable(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { visible(String($0)) }.joined(separator: "\n")
  }
}
