internal import Glibc
internal import Synchronization

/// Ends the program that was started together with this one: no git goes on sending after a signal that
/// ended the command.
enum ChildProgram {
  private static let signals = [SIGTERM, SIGHUP, SIGINT]
  private static let started = Atomic<Int32>(0)
  private static let received = Atomic<Int32>(0)

  /// Runs a body during which one program may be started.
  static func watching<Result>(_ body: () async throws -> Result) async rethrows -> Result {
    started.store(0, ordering: .sequentiallyConsistent)
    var before: [(Int32, sigaction)] = []
    for number in signals {
      var (new, old) = (sigaction(), sigaction())
      unsafe sigaction(number, nil, &old)
      // What is to be ignored, as after `nohup`, stays so.
      guard !isIgnored(old) else { continue }
      unsafe new.__sigaction_handler.sa_handler = { ChildProgram.end(by: $0) }
      new.sa_flags = SA_RESTART
      unsafe sigaction(number, &new, nil)
      before.append((number, old))
    }
    defer {
      started.store(0, ordering: .sequentiallyConsistent)
      for (number, action) in before {
        var action = action
        unsafe sigaction(number, &action, nil)
      }
      passOn()
    }
    return try await body()
  }

  /// Notes the program that was started.
  static func note(_ process: Int32) {
    started.store(process, ordering: .sequentiallyConsistent)
    // The signal may have come between the start and this note.
    if received.load(ordering: .sequentiallyConsistent) != 0 { kill(process, SIGTERM) }
    passOn()
  }

  /// What a signal does: only what is safe at any moment.
  private static func end(by number: Int32) {
    received.store(number, ordering: .sequentiallyConsistent)
    let process = started.load(ordering: .sequentiallyConsistent)
    guard process > 0 else { return }
    kill(process, SIGTERM)
    passOn()
  }

  /// Ends this program by the signal that came.
  private static func passOn() {
    let number = received.load(ordering: .sequentiallyConsistent)
    guard number != 0 else { return }
    var usual = sigaction()
    unsafe usual.__sigaction_handler.sa_handler = SIG_DFL
    unsafe sigaction(number, &usual, nil)
    raise(number)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
