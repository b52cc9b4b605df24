import Foundation
import Testing

/// Compares a text with the one in a file beside the tests.
///
/// With `DAFTAR_RECORD=1` in the environment the file is written instead; read the difference
/// before committing it.
enum Golden {
  static func expect(
    _ text: String, in file: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let path = folder + "/" + file
    if ProcessInfo.processInfo.environment["DAFTAR_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    guard let wanted = try? String(contentsOfFile: path, encoding: .utf8) else {
      Issue.record("there is no \(file); record it with DAFTAR_RECORD=1", sourceLocation: location)
      return
    }
    guard wanted != text else { return }
    Issue.record(
      "\(file) differs:\n\(difference(from: wanted, to: text))", sourceLocation: location)
  }

  /// The folder of the end-to-end tests.
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static func difference(from wanted: String, to found: String) -> String {
    let old = wanted.split(separator: "\n", omittingEmptySubsequences: false)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false)
    return new.difference(from: old).map { change in
      switch change {
      case .remove(let offset, let line, _): "- \(offset + 1): \(line)"
      case .insert(let offset, let line, _): "+ \(offset + 1): \(line)"
      }
    }.joined(separator: "\n")
  }
}
