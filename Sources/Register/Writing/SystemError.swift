internal import Glibc

/// The system's words for why its last call failed.
enum SystemError {
  /// Must be read right after the call, on the same thread.
  static var reason: String { unsafe String(cString: strerror(errno)) }
}
