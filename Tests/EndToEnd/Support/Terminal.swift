import Foundation
import Testing

/// A program that runs on a terminal of its own, as for a person: it prompts, the test answers.
final class Terminal {
  private let child: Child
  private let master: FileHandle
  private var status: Int32?
  /// Everything that appeared so far.
  private(set) var screen = ""

  /// Starts `daftar` with its three streams on a new terminal of 100 columns.
  init(
    _ line: String, in register: TemporaryRegister, as member: String? = nil,
    inFolder folder: String? = nil, with variables: [String: String] = [:]
  ) throws {
    var (descriptor, other): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    guard unsafe openpty(&descriptor, &other, &name, nil, &size) == 0 else {
      throw Child.Failure(description: "no terminal can be opened")
    }
    defer { close(other) }
    master = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    var environment = Binary.environment(home: register.home)
    environment["DAFTAR_NOW"] = TemporaryRegister.now
    environment["DAFTAR_MEMBER"] = member
    // What is on the screen is the program's own, unless a test chooses a pager.
    environment["PAGER"] = "cat"
    environment.merge(variables) { $1 }
    child = try Child(
      Binary.path, words(line), in: folder ?? register.path, environment: environment, input: path,
      output: path, errors: path)
  }

  deinit { if status == nil, child.poll() == nil { child.stop() } }

  /// Reads until a text appears after what was seen before; returns what was read.
  @discardableResult
  func wait(for text: String, at location: SourceLocation = #_sourceLocation) throws -> String {
    var seen = ""
    let end = Date().addingTimeInterval(30)
    while !seen.contains(text) {
      guard Date() < end, let more = read() else {
        Issue.record(
          "“\(text)” did not appear; on the screen:\n\(screen)", sourceLocation: location)
        throw Child.Failure(description: "no “\(text)”")
      }
      seen += more
    }
    return seen
  }

  /// Types a line.
  func type(_ line: String) throws { try master.write(contentsOf: Data((line + "\n").utf8)) }

  /// Presses keys, without the key that ends a line.
  func press(_ keys: String) throws { try master.write(contentsOf: Data(keys.utf8)) }

  /// Kills the program, and all it started, as a power cut would.
  func kill() { child.signal(SIGKILL) }

  /// Closes the window: what a terminal sends to the program in it.
  func hangUp() { child.signal(SIGHUP) }

  /// What Ctrl-C sends while the terminal itself takes the keys.
  func interrupt() { child.signal(SIGINT) }

  /// Whether the terminal shows what is typed.
  var echoes: Bool {
    var settings = termios()
    return unsafe tcgetattr(master.fileDescriptor, &settings) == 0
      && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Reads to the end and returns the exit status.
  func end() throws -> Int32 {
    let end = Date().addingTimeInterval(30)
    while Date() < end {
      let ended = child.poll()
      // What was written before the end is still to be read.
      while let more = read(milliseconds: ended == nil ? 50 : 0), !more.isEmpty {}
      if let ended {
        status = ended
        return ended
      }
    }
    throw Child.Failure(description: "the program did not end:\n\(screen)")
  }

  /// What arrives within a moment; nil when the other side is closed.
  private func read(milliseconds: Int32 = 200) -> String? {
    var watched = pollfd(fd: master.fileDescriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&watched, 1, milliseconds) > 0 else { return "" }
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe Foundation.read(master.fileDescriptor, bytes.baseAddress, bytes.count)
    }
    guard count > 0 else { return nil }
    let text = String(decoding: buffer.prefix(count), as: UTF8.self)
    screen += text
    return text
  }
}
