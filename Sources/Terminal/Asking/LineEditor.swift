internal import Layout
internal import Diagnostics
internal import Glibc

/// The editor of a terminal line: arrow keys, Backspace over any letter, Ctrl-C and Ctrl-D work.
package enum LineEditor {
  /// Returns what was typed; nil for Ctrl-D on an empty line.
  ///
  /// The line begins with `beginning`; `typing` is told what stands in it whenever the keys pause.
  ///
  /// Throws `Cancelled` for Ctrl-C, a signal and a closed terminal, `Diagnostic` for keys that are
  /// not UTF-8.
  package static func line(
    _ question: String, beginning: String = "", typing: (String) -> Void = { _ in }
  ) throws -> String? {
    guard Environment.current.variable("TERM") != "dumb" else { return try plainLine(question) }
    let services = ICANON | ECHO | ISIG | IEXTEN
    let answer = try TerminalMode.without(services, on: STDIN_FILENO) {
      try editedLine(question, beginning, typing)
    }
    guard let answer else { return try plainLine(question) }
    return answer
  }

  /// What a terminal without cursor offers.
  private static func plainLine(_ question: String) throws -> String? {
    Output.prompt(question)
    var bytes: [UInt8] = []
    while let byte = nextByte() {
      if byte == 0x0A { return try text(bytes) }
      bytes.append(byte)
    }
    return bytes.isEmpty ? nil : try text(bytes)
  }

  private static func editedLine(
    _ question: String, _ beginning: String, _ typing: (String) -> Void
  ) throws -> String? {
    var prompt = question
    if DisplayWidth.of(prompt) > columns - 20 {
      Output.note(question)
      prompt = "> "
    }
    var line = EditedLine()
    for scalar in beginning.unicodeScalars { line.insert(scalar) }
    defer { Output.control("\r\n") }
    show(line, after: prompt)
    var typedAhead = waitingBytes
    while true {
      guard var byte = nextByte() else { throw TerminalMode.interruption }
      // Between two lines the terminal itself takes the keys, and keeps a Ctrl-D as a zero.
      if byte == 0, typedAhead > 0 { byte = 0x04 }
      typedAhead -= 1
      switch byte {
      case 0x0A, 0x0D: return line.text
      case 0x03: throw Cancelled(status: 130)
      case 0x04 where line.text.isEmpty: return nil
      case 0x1B: act(on: sequence(), &line)
      case 0x80...: line.insert(try scalar(from: byte))
      default: act(on: byte, &line)
      }
      show(line, after: prompt)
      if !hasMore(within: 0) { typing(line.text) }
    }
  }

  /// A key of one byte; other controls mean nothing.
  private static func act(on byte: UInt8, _ line: inout EditedLine) {
    switch byte {
    case 0x01: line.moveToStart()
    case 0x02: line.moveLeft()
    case 0x04: line.removeAfter()
    case 0x05: line.moveToEnd()
    case 0x06: line.moveRight()
    case 0x08, 0x7F: line.removeBefore()
    case 0x09: line.insert(" ")
    case 0x0B: line.removeToEnd()
    case 0x15: line.removeToStart()
    case 0x17: line.removeWord()
    case 0x20...0x7E: line.insert(Unicode.Scalar(byte))
    default: break
    }
  }

  /// A key that sends several bytes (ECMA-48, xterm and VT220 forms); others mean nothing.
  private static func act(on sequence: String, _ line: inout EditedLine) {
    switch sequence {
    case "[D", "OD": line.moveLeft()
    case "[C", "OC": line.moveRight()
    case "[H", "OH", "[1~", "[7~": line.moveToStart()
    case "[F", "OF", "[4~", "[8~": line.moveToEnd()
    case "[3~": line.removeAfter()
    default: break
    }
  }

  /// What follows an escape at once.
  private static func sequence() -> String {
    guard hasMore(within: 50), let kind = nextByte() else { return "" }
    var bytes = [kind]
    guard kind == UInt8(ascii: "[") || kind == UInt8(ascii: "O") else { return "" }
    while bytes.count < 16, hasMore(within: 50), let byte = nextByte() {
      bytes.append(byte)
      if (0x40...0x7E).contains(byte) { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func scalar(from first: UInt8) throws -> Unicode.Scalar {
    var bytes = [first]
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    while bytes.count < count, let byte = nextByte() { bytes.append(byte) }
    let text = try text(bytes)
    return text.unicodeScalars.first ?? " "
  }

  private static func text(_ bytes: [UInt8]) throws(Diagnostic) -> String {
    try UTF8Text.require(bytes, from: "the answer") { _ in
      "let the terminal write UTF-8; nothing was recorded"
    }
  }

  private static func show(_ line: EditedLine, after prompt: String) {
    let start = DisplayWidth.of(prompt)
    let window = line.window(columns: max(10, columns - start - 1))
    let place = start + window.cursor
    Output.control(
      "\r" + Output.printable(prompt) + Output.printable(window.text) + "\u{1B}[K\r"
        + (place > 0 ? "\u{1B}[\(place)C" : ""))
  }

  private static var columns: Int {
    var size = winsize()
    guard unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return Int(size.ws_col)
  }

  /// Whether a byte arrives within a moment.
  private static func hasMore(within milliseconds: Int32) -> Bool {
    var watched = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&watched, 1, milliseconds) > 0
  }

  /// How many bytes were typed before anybody asked.
  private static var waitingBytes: Int32 {
    var count: Int32 = 0
    return unsafe ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 ? count : 0
  }

  private static func nextByte() -> UInt8? { TerminalMode.nextByte(on: STDIN_FILENO) }
}
