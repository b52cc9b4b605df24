internal import Text
internal import CaseModel
internal import FoundationEssentials
internal import Glibc
internal import Register
package import Sealing
internal import FileSystem

/// Words that somebody is typing, kept until they are recorded: a complainant does not come twice.
///
/// Sealed to the key of who types; without a key they are kept in memory only.
package final class Draft {
  /// What was typed so far, by what it is.
  package private(set) var fields: [String: String]
  /// The file; nil where nothing can be kept.
  private let path: String?
  private let reader: Recipient?

  package init(path: String?, reader: Recipient?, fields: [String: String] = [:]) {
    self.path = path
    self.reader = reader
    self.fields = fields
  }

  package subscript(_ field: String) -> String? { fields[field].flatMap { $0.isEmpty ? nil : $0 } }

  /// What is asked first and quickly said again, and what the program keeps for itself.
  private static let minor = [
    "category", "channel", "language", "theme", "area", "sex", "age", "consent", "editor", "again",
    "question",
  ]

  /// Whether something is kept that a person said.
  package var hasWords: Bool {
    fields.contains { !Self.minor.contains($0.key) && $0.value.hasWords }
  }

  /// Keeps one field, or forgets it with nil.
  ///
  /// What cannot be kept is no reason to stop the work.
  package func keep(_ field: String, _ value: String?) {
    guard fields[field] != value else { return }
    fields[field] = value
    guard let path, let data = try? JSONEncoder().encode(fields) else { return }
    let bytes: [UInt8]
    if let reader {
      guard let sealed = try? AgeFile.seal(Array(data), to: [reader]) else { return }
      bytes = sealed
    } else {
      bytes = Array(data)
    }
    try? WholeFile.replace(path, with: bytes, for: .owner)
  }

  /// Forgets everything: it is recorded, or its author wants it gone.
  package func discard() {
    fields = [:]
    if let path { _ = unsafe unlink(path) }
  }

  /// Says that what was typed waits, when there is something.
  package func sayKept(for command: String) {
    guard path != nil, hasWords else {
      discard()
      return
    }
    let how = reader == nil ? "in memory until the computer is switched off" : "sealed for you"
    Output.note(
      "what you wrote is kept, \(how), for at most seven days: `daftar \(command)` offers it again")
  }
}
