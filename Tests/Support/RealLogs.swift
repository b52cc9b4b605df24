internal import Foundation

/// Logs of real complaints, which are not part of the project: folder `../shared/data`, or the one that
/// `DAFTAR_SHARED` names.
package enum RealLogs {
  /// The folder.
  package static let folder =
    ProcessInfo.processInfo.environment["DAFTAR_SHARED"] ?? SourceTree.root + "/../shared/data"

  /// Why they are not tried now; nil when they are.
  ///
  /// A hundred thousand rows take minutes.
  package static let absence: String? =
    if ProcessInfo.processInfo.environment["DAFTAR_QUICK"] == "1" {
      "make test-code leaves it out"
    } else if FileManager.default.fileExists(atPath: folder) {
      nil
    } else {
      "the folder of real logs is not here"
    }
}
