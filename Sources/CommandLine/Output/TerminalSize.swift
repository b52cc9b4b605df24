internal import Glibc

/// How wide terminals are.
enum TerminalSize {
  /// Columns of the terminal that shows standard output; nil when it is no terminal.
  static var columns: Int? { Environment.current.output.columns() }

  /// Columns of the terminal of a stream; 80 where the system does not say.
  static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
