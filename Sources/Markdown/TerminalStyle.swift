/// A way to set off words on a terminal (ECMA-48 "select graphic rendition").
enum TerminalStyle: Int {
  case bold = 1
  case faint = 2
  case italic = 3
  case underlined = 4
  case code = 36

  func applied(to text: String) -> String {
    "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
  }

  /// The text with all the styles, and none after it.
  static func apply(_ styles: [TerminalStyle], to text: String) -> String {
    guard !styles.isEmpty else { return text }
    let codes = styles.map { String($0.rawValue) }.joined(separator: ";")
    return "\u{1B}[\(codes)m\(text)\u{1B}[0m"
  }
}
