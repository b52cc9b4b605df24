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
  /// What an earlier call left, by what it is.
  private let inherited: [String: String]
  /// What of it was shown to its author in this call.
  private var shown: Set<String> = []
  /// What was typed so far, by what it is.
  private var fields: [String: String]
  /// The file; nil where nothing can be kept.
  private let path: String?
  private let reader: Recipient?

  package init(path: String?, reader: Recipient?, fields: [String: String] = [:]) {
    self.path = path
    self.reader = reader
    self.fields = fields
    inherited = fields
  }

  /// What was typed of one field, for its author to go on with; nil for none.
  package subscript(_ field: String) -> String? {
    shown.insert(field)
    return fields[field].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What was answered once and need not be asked again.
  package func answer(_ field: String) -> String? { fields[field] }

  /// What is asked first and quickly said again, and what the program keeps for itself.
  private static let minor = [
    "category", "channel", "language", "theme", "area", "sex", "age", "consent", "editor", "again",
    "question", "sealed", "sensitivity", "subject", "not-to",
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
    write()
  }

  private func write() {
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

  /// Forgets what is recorded.
  ///
  /// What an earlier call left and this one did not show is in no record: it stays.
  package func discard() {
    fields = inherited.filter { name, words in
      !shown.contains(name) && !Self.minor.contains(name) && words.hasWords
    }
    guard fields.isEmpty else { return write() }
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
