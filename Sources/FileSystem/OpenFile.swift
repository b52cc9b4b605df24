package import Glibc

/// The one owner of an open file or folder; closes it at the end of its life.
package struct OpenFile: ~Copyable {
  /// The system's number for it.
  package let number: Int32

  /// Takes the result of a call that opens; nil when it failed, with the reason in `errno`.
  package init?(taking number: Int32) {
    guard number >= 0 else { return nil }
    self.number = number
  }

  /// Opens a path as open(2) does, never for programs that are started; nil when the system refuses.
  package init?(_ path: String, _ flags: Int32, mode: mode_t = 0o666) {
    self.init(taking: unsafe open(path, flags | O_CLOEXEC, mode))
  }

  deinit { Glibc.close(number) }

  /// Closes the file; false when the system kept something back until now, see `errno`.
  package consuming func close() -> Bool {
    let number = number
    discard self
    return Glibc.close(number) == 0
  }

  /// Writes all bytes, however many calls that takes; false when the system refuses, see `errno`.
  package func write(_ bytes: [UInt8]) -> Bool { Self.write(bytes, to: number) }

  /// Writes all bytes and waits until they are safely on the disk; false when the system refuses.
  package func writeSafely(_ bytes: [UInt8]) -> Bool { write(bytes) && fsync(number) == 0 }

  /// Reads from where the file stands to its end, or to a limit; nil when reading fails.
  ///
  /// A file that is larger than the limit gives more bytes than it allows.
  package func contents(limit: Int = .max, expecting size: Int = 0) -> [UInt8]? {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(max(size + 1, 4_096), 1 << 20))
    while content.count <= limit {
      let count = SystemError.retryingInterrupted {
        unsafe chunk.withUnsafeMutableBytes { unsafe read(number, $0.baseAddress, $0.count) }
      }
      guard count > 0 else { return count == 0 ? content : nil }
      content += chunk[..<count]
    }
    return content
  }

  /// Writes all bytes to an open file of the process, such as standard error.
  package static func write(_ bytes: [UInt8], to number: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = SystemError.retryingInterrupted {
        unsafe rest.withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) }
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
