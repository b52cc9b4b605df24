internal import FileSystem
internal import Glibc
internal import Synchronization

/// The program that was started together with this one, and that a signal ends together with it.
///
/// No git goes on sending after a signal that ended the command, and no connection that it opened stays
/// behind.
enum ChildProgram {
  private static let signals = [SIGTERM, SIGHUP, SIGINT]
  private static let started = Atomic<Int32>(0)
  private static let received = Atomic<Int32>(0)

  /// Runs a body during which one program may be started.
  static func watching<Result>(_ body: () async throws -> Result) async rethrows -> Result {
    started.store(0, ordering: .sequentiallyConsistent)
    let isWatched = unsafe alarm != nil
    var before: [(Int32, sigaction)] = []
    for number in signals where isWatched {
      var (new, old) = (sigaction(), sigaction())
      unsafe sigaction(number, nil, &old)
      // What is to be ignored, as after `nohup`, stays so.
      guard !isIgnored(old) else { continue }
      unsafe new.__sigaction_handler.sa_handler = { ChildProgram.notice($0) }
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
    end()
  }

  /// What a signal does: only what is safe at any moment.
  private static func notice(_ number: Int32) {
    received.store(number, ordering: .sequentiallyConsistent)
    if let alarm = unsafe alarm { unsafe sem_post(alarm) }
  }

  /// Wakes the thread that ends the programs; nil when there is none.
  ///
  /// Whom git has started has to be looked up before git ends, as nobody knows it afterwards; that is
  /// more than a signal's handler may do.
  nonisolated(unsafe) private static let alarm: UnsafeMutablePointer<sem_t>? = {
    let alarm = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    unsafe sem_init(alarm, 0, 0)
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { alarm in
        while true {
          if let alarm = unsafe alarm?.assumingMemoryBound(to: sem_t.self) {
            unsafe sem_wait(alarm)
          }
          ChildProgram.end()
        }
      }, alarm)
    return code == 0 ? unsafe alarm : nil
  }()

  /// Ends the started program with all that it started, and then this one, if a signal came.
  private static func end() {
    guard received.load(ordering: .sequentiallyConsistent) != 0 else { return }
    let process = started.load(ordering: .sequentiallyConsistent)
    // Between two programs nothing has to be ended: the end of the watch passes the signal on.
    guard process > 0 else { return }
    // Git comes last: with its end the thread that waits for it may end this program.
    for number in RunningProcess.descendants(of: process).reversed() + [process] {
      kill(number, SIGTERM)
    }
    passOn()
  }

  /// Ends this program by the signal that came.
  private static func passOn() {
    let number = received.load(ordering: .sequentiallyConsistent)
    guard number != 0 else { return }
    var usual = sigaction()
    unsafe usual.__sigaction_handler.sa_handler = SIG_DFL
    unsafe sigaction(number, &usual, nil)
    // The threads that wait for a program have all signals blocked, and would only go on.
    var set = sigset_t()
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, number)
    unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
