internal import FoundationEssentials
internal import Glibc

/// The system's words for why its last call failed.
package enum SystemError {
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

  /// Must be read right after the call, on the same thread.
  package static var reason: String { unsafe String(cString: strerror(errno)) }
}
