package import Diagnostics
package import FileSystem

extension Diagnostic {
  /// Says that a file of the register cannot be written, and why: `register.read-only`.
  package init(_ failure: SystemFailure, _ what: String = "the file cannot be written") {
    self.init(
      rule: "register.read-only", at: SourceLocation(path: failure.path),
      message: "\(what): \(failure.reason)",
      hint: "check who owns the folder and whether the disk is full or write-protected")
  }
}

extension WholeFile {
  /// Replaces a file of the register, or says why that is not possible: `register.read-only`.
  package static func write(
    _ bytes: [UInt8], to path: String, for readers: Readers = .asUsual,
    safe safety: Safety = .atOnce
  ) throws(Diagnostic) {
    do {
      try replace(path, with: bytes, for: readers, safe: safety)
    } catch {
      throw Diagnostic(error)
    }
  }
}
