internal import Glibc

/// The one owner of an open file or folder of the system.
struct FileDescriptor: ~Copyable {
  let number: Int32

  /// Takes the result of a call that opens; nil when it failed, with the reason in `errno`.
  init?(taking number: Int32) {
    guard number >= 0 else { return nil }
    self.number = number
  }

  deinit { close(number) }
}

/// The system's words for the last failed call.
func systemReason(_ code: Int32 = errno) -> String {
  guard let text = unsafe strerror(code) else { return "error \(code)" }
  return unsafe String(cString: text)
}

/// Runs a system call again as long as a signal interrupts it.
func retryingInterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
