internal import FoundationEssentials
internal import Glibc

/// The system's words for why a call failed.
package enum SystemError {
  /// The reason of the last call that failed on this thread; must be read right after it.
  package static var reason: String { reason(of: errno) }

  /// The words for one of the numbers of `errno`.
  package static func reason(of code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }

  /// The reason in an error of Foundation's file functions, in words.
  package static func words(for error: any Error) -> String {
    guard let cocoa = error as? CocoaError else { return "\(error)" }
    return switch cocoa.code {
    case .fileWriteOutOfSpace: "No space left on the disk"
    case .fileWriteNoPermission, .fileReadNoPermission: "permission denied"
    case .fileWriteVolumeReadOnly: "the disk is write-protected"
    case .fileNoSuchFile, .fileReadNoSuchFile: "the folder does not exist"
    case .fileWriteFileExists: "a file stands in the way"
    default: "the system refused (\(cocoa.code.rawValue))"
    }
  }

  /// Runs a system call again as long as a signal interrupts it.
  package static func retryingInterrupted<Result: SignedInteger>(
    _ call: () -> Result
  ) -> Result {
    while true {
      let result = call()
      if result != -1 || errno != EINTR { return result }
    }
  }
}
