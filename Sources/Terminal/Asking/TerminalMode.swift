internal import Glibc
internal import Synchronization

/// Somebody ended the input: nothing is recorded.
package struct Cancelled: Error {
  /// 130 for Ctrl-C as in a shell, 128 and the signal for one that came from outside, else 1.
  package let status: Int32

  /// Names the exit status.
  package init(status: Int32 = 1) { self.status = status }
}

/// A change of how a terminal takes keys, always undone: also when a signal ends the input.
package enum TerminalMode {
  private static let received = Atomic<Int32>(0)
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// A pipe that a signal writes to, so that a wait for keys ends whenever it arrives.
  ///
  /// Interrupting `read` is not enough: a signal just before the call, or on another thread, would
  /// be noted and nobody would look.
  private static let bell: (reader: Int32, writer: Int32) = {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return (-1, -1) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    return (ends[0], ends[1])
  }()

  /// Runs a body with some of the terminal's own services off, such as `ECHO`.
  ///
  /// `nil` when the descriptor is no terminal. A signal ends `nextByte`, see `interruption`.
  package static func without<Result>(
    _ services: Int32, on descriptor: Int32, _ body: () throws -> Result
  ) rethrows -> Result? {
    var settings = termios()
    guard unsafe tcgetattr(descriptor, &settings) == 0 else { return nil }
    silence()
    var before: [(Int32, sigaction)] = []
    for number in signals {
      var (new, old) = (sigaction(), sigaction())
      unsafe new.__sigaction_handler.sa_handler = { TerminalMode.ring($0) }
      unsafe sigaction(number, &new, &old)
      before.append((number, old))
    }
    defer {
      for (number, action) in before {
        var action = action
        unsafe sigaction(number, &action, nil)
      }
    }
    var changed = settings
    changed.c_lflag &= ~UInt32(bitPattern: services)
    // What was typed ahead stays.
    _ = unsafe tcsetattr(descriptor, TCSADRAIN, &changed)
    defer { _ = unsafe tcsetattr(descriptor, TCSADRAIN, &settings) }
    return try body()
  }

  /// The next byte of a terminal; nil when it is closed, or when a signal ended the input.
  package static func nextByte(on descriptor: Int32) -> UInt8? {
    while received.load(ordering: .relaxed) == 0 {
      var watched = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: bell.reader, events: Int16(POLLIN), revents: 0),
      ]
      guard unsafe poll(&watched, 2, -1) > 0 else {
        if errno == EINTR { continue }
        return nil
      }
      guard watched[1].revents == 0 else { break }
      var byte: UInt8 = 0
      let count = unsafe read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      return count == 1 ? byte : nil
    }
    return nil
  }

  /// What a signal does: only what is safe at any moment.
  private static func ring(_ number: Int32) {
    received.store(number, ordering: .relaxed)
    let error = errno
    var byte: UInt8 = 0
    _ = unsafe write(bell.writer, &byte, 1)
    errno = error
  }

  /// Forgets signals of an earlier input.
  private static func silence() {
    received.store(0, ordering: .relaxed)
    var byte: UInt8 = 0
    while unsafe read(bell.reader, &byte, 1) == 1 {}
  }

  /// Why reading stopped: a signal, or the end of the terminal.
  package static var interruption: Cancelled {
    let number = received.load(ordering: .relaxed)
    return Cancelled(status: number == 0 ? 1 : 128 + number)
  }
}
