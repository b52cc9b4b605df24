internal import Glibc
internal import FileSystem

/// Where a call prints to.
package struct OutputSink: Sendable {
  /// Whether a person sees it at once.
  package var isTerminal: Bool { columns() != nil }
  /// How wide the terminal is; nil for anything else.
  package let columns: @Sendable () -> Int?
  /// Takes all bytes; the system's number of an error where it did not.
  package let take: @Sendable ([UInt8]) -> Int32?

  /// A place that takes everything; `columns` for one that is as wide as a terminal.
  package init(columns: Int? = nil, _ take: @escaping @Sendable ([UInt8]) -> Void) {
    self.columns = { columns }
    self.take = {
      take($0)
      return nil
    }
  }

  private init(_ descriptor: Int32) {
    let isTerminal = isatty(descriptor) == 1
    columns = { isTerminal ? TerminalSize.columns(of: descriptor) : nil }
    take = { OpenFile.write($0, to: descriptor) ? nil : errno }
  }

  /// Where the results of this process go.
  package static let standardOutput = OutputSink(STDOUT_FILENO)
  /// Where everything else goes that this process says.
  package static let standardError = OutputSink(STDERR_FILENO)
}
