internal import Glibc

/// The width of the terminal that shows standard output.
enum TerminalSize {
  /// Columns; nil when standard output is no terminal.
  static var columns: Int? {
    guard Output.isTerminal else { return nil }
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return Int(size.ws_col)
  }
}
