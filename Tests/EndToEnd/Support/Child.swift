import Foundation

/// A running program, started with nothing of this process but what is given.
///
/// `Foundation.Process` keeps several descriptors of every program it ever ran; a suite that runs
/// thousands of programs needs `posix_spawn` itself.
struct Child {
  private let process: pid_t

  /// What could not be done.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Starts a program; its streams are files or a terminal.
  init(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String],
    input: String, output: String, errors: String
  ) throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDWR, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_RDWR, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, O_RDWR, 0)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // The threads of a test block signals; the program must not.
    var (none, all) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    // `env` changes the folder: this process must not, and `posix_spawn` cannot everywhere.
    let line = ["/usr/bin/env", "-C", folder, program] + arguments
    var words = unsafe line.map { unsafe strdup($0) } + [nil]
    var variables = unsafe environment.map { unsafe strdup($0.key + "=" + $0.value) } + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    var identifier: pid_t = 0
    let error = unsafe posix_spawn(
      &identifier, line[0], &actions, &attributes, &words, &variables)
    guard error == 0 else {
      throw Failure(description: "\(program): \(unsafe String(cString: strerror(error)))")
    }
    process = identifier
  }

  /// Waits for the end, and kills the program when the time is over.
  ///
  /// Returns the exit status, or 128 plus the signal.
  func wait(seconds: Double = 60) -> Int32 {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if let status = poll() { return status }
      usleep(1_000)
    }
    stop()
    return 128 + SIGKILL
  }

  /// The exit status when the program has ended.
  func poll() -> Int32? {
    var status: Int32 = 0
    guard unsafe waitpid(process, &status, WNOHANG) == process else { return nil }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Sends a signal to the program and all that it started in its group.
  func signal(_ number: Int32) { kill(-process, number) }

  /// Kills the program and all that it started in its group.
  func stop() {
    kill(-process, SIGKILL)
    waitpid(process, nil, 0)
  }
}
