internal import Glibc

/// How wide terminals are.
package enum TerminalSize {
  /// Columns of the terminal that shows standard output; nil when it is no terminal.
  package static var columns: Int? { Environment.current.output.columns() }

  /// Columns of the terminal of a stream; 80 where the system does not say.
  package static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
