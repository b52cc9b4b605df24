internal import Glibc
internal import Synchronization

/// Somebody ended the input: nothing is recorded.
struct Cancelled: Error {
  /// 130 for Ctrl-C as in a shell, 128 and the signal for one that came from outside, else 1.
  var status: Int32 = 1
}

/// Changes how a terminal takes keys, and always changes it back: also when a signal ends the input.
enum TerminalMode {
  private static let received = Atomic<Int32>(0)
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Runs a body with some of the terminal's own services off, such as `ECHO`.
  ///
  /// `nil` when the descriptor is no terminal. A signal makes reading stop, see `interruption`.
  static func without<Result>(
    _ services: Int32, on descriptor: Int32, _ body: () throws -> Result
  ) rethrows -> Result? {
    var settings = termios()
    guard unsafe tcgetattr(descriptor, &settings) == 0 else { return nil }
    received.store(0, ordering: .relaxed)
    var before: [(Int32, sigaction)] = []
    for number in signals {
      // Without SA_RESTART: reading stops.
      var (new, old) = (sigaction(), sigaction())
      unsafe new.__sigaction_handler.sa_handler = {
        TerminalMode.received.store($0, ordering: .relaxed)
      }
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

  /// Whether a signal came.
  static var isInterrupted: Bool { received.load(ordering: .relaxed) != 0 }

  /// Why reading stopped: a signal, or the end of the terminal.
  static var interruption: Cancelled {
    let number = received.load(ordering: .relaxed)
    return Cancelled(status: number == 0 ? 1 : 128 + number)
  }
}
