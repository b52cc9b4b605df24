internal import Glibc
internal import Synchronization

/// Where a call reads from what is not on its command line.
package struct InputSource: Sendable {
  /// Reading failed.
  package struct Unreadable: Error {
    /// The system's number of the error.
    package let code: Int32
  }

  /// Whether a person types it.
  package let isTerminal: Bool
  /// The next bytes; none at the end.
  package let next: @Sendable () throws(Unreadable) -> [UInt8]

  /// Bytes that are there already.
  package static func bytes(_ bytes: [UInt8]) -> InputSource {
    let rest = Rest(bytes)
    return InputSource(isTerminal: false) { () throws(Unreadable) in rest.taken() }
  }

  /// Standard input of the process.
  package static let process = InputSource(isTerminal: isatty(STDIN_FILENO) == 1) {
    () throws(Unreadable) -> [UInt8] in
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(STDIN_FILENO, $0.baseAddress, $0.count)
      }
      if count >= 0 { return Array(buffer.prefix(count)) }
      guard errno == EINTR else { throw Unreadable(code: errno) }
    }
  }
}

/// Bytes that are read once.
private final class Rest: Sendable {
  private let bytes: Mutex<[UInt8]>

  init(_ bytes: [UInt8]) { self.bytes = Mutex(bytes) }

  func taken() -> [UInt8] {
    bytes.withLock { bytes in
      defer { bytes = [] }
      return bytes
    }
  }
}
