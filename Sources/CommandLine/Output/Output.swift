internal import Diagnostics
internal import Glibc
internal import Register
internal import Synchronization

/// Standard output could not take what was written: a full disk, a closed pipe.
struct OutputClosed: Error {}

/// The only place that prints: results to standard output, everything else to standard error.
enum Output {
  /// Whether standard output is a terminal.
  static let isTerminal = isatty(STDOUT_FILENO) == 1
  /// Whether standard error is a terminal.
  static let isErrorTerminal = isatty(STDERR_FILENO) == 1
  /// Whether a person can be asked.
  static let canAsk = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1

  /// Whether results may use colour: a terminal, and nobody asked for none (no-color.org).
  static var hasColour: Bool { isTerminal && Session.environment("NO_COLOR") == nil }

  /// What was printed and not yet handed to the system.
  private static let pending = Mutex<[UInt8]>([])
  private static let bufferSize = 1 << 16

  /// Prepares for readers that stop reading early, such as `head`.
  static func prepare() { _ = signal(SIGPIPE, SIG_DFL) }

  /// Writes out what is buffered; throws when the system did not take it.
  static func finish() throws(OutputClosed) {
    let isWritten = pending.withLock { bytes in
      defer { bytes.removeAll(keepingCapacity: true) }
      return Descriptor.write(bytes, to: STDOUT_FILENO)
    }
    if !isWritten { throw OutputClosed() }
  }

  /// Prints a line of a result; controls and direction overrides in it are shown, not sent.
  static func line(_ text: String) throws(OutputClosed) { try write(printable(text) + "\n") }

  /// Prints text as it is: JSON, CSV and files for programs.
  static func write(_ text: String) throws(OutputClosed) { try write(Array(text.utf8)) }

  /// Prints bytes as they are.
  static func write(_ bytes: [UInt8]) throws(OutputClosed) {
    let isFull = pending.withLock { buffer in
      buffer += bytes
      return isTerminal || buffer.count >= bufferSize
    }
    if isFull { try finish() }
  }

  /// Prints a finding on standard error.
  static func diagnostic(_ diagnostic: Diagnostic) { diagnostics([diagnostic]) }

  /// Prints findings on standard error, an advice that several share once; nothing when there are none.
  static func diagnostics(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    let colour = isErrorTerminal && Session.environment("NO_COLOR") == nil
    let inPlace = diagnostics.map(HintInPlace.improved)
    plainError(DiagnosticList(inPlace).rendered(colour: colour))
  }

  /// Prints a line for a person on standard error.
  static func note(_ text: String) { plainError(printable(text)) }

  /// Prints a question without an end of line.
  static func prompt(_ text: String) { control(printable(text)) }

  /// Sends this program's own terminal sequences to standard error.
  static func control(_ text: String) { _ = Descriptor.write(Array(text.utf8), to: STDERR_FILENO) }

  /// Prints prepared text on standard error.
  static func plainError(_ text: String) { control(text + "\n") }

  /// Shows what a terminal would act on; line ends stay.
  static func printable(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { visible(String($0)) }.joined(separator: "\n")
  }
}
