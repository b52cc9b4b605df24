internal import CaseFormat
package import CaseModel
internal import FoundationEssentials
package import GitStore
internal import Sealing
internal import FileSystem

/// The memory of which rows became sealed cases, for the computer that imported them.
///
/// Whoever imports may not be able to open what they sealed, and a second import of the same table
/// must not register it twice. Kept in `.git/daftar/sealed-imports`, on this computer only: digests
/// under a random salt. Whoever has this file and guesses the ids of the table can tell which rows are
/// sealed; the file is readable by its owner only.
package struct SealedImports: Sendable {
  private var salt: String
  private var rows: [String: (id: CaseID, row: String)] = [:]

  private static func file(_ repository: Repository) -> String {
    WriteLock.folder(of: repository) + "/sealed-imports"
  }

  /// Reads what is remembered; nothing where there is no file.
  package init(of repository: Repository) {
    salt = SealedEntry.makeID() + SealedEntry.makeID()
    guard let data = FileManager.default.contents(atPath: Self.file(repository)) else { return }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    guard let first = lines.first else { return }
    salt = String(first)
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 3, let id = CaseID(canonical: parts[0]) else { continue }
      rows[parts[1]] = (id, parts[2])
    }
  }

  /// How many rows are remembered.
  package var count: Int { rows.count }

  private func digest(_ text: String) -> String { Digest.ofText(salt + "\n" + text) }

  /// The case that a row became; its digest is the row's only when the row says the same now.
  package func row(_ external: String, digest rowDigest: String?) -> ImportedRow? {
    guard let known = rows[digest(external)] else { return nil }
    let isSame = known.row == digest(external + "\n" + (rowDigest ?? ""))
    return ImportedRow(caseID: known.id, digest: isSame ? rowDigest : "changed", file: nil)
  }

  /// Adds cases just imported whose registration is sealed.
  package mutating func add(_ registrations: [Registration], in repository: Repository) throws {
    for registration in registrations {
      guard let external = registration.external else { continue }
      let row = digest(external + "\n" + (registration.importDigest ?? ""))
      rows[digest(external)] = (registration.caseID, row)
    }
    guard !rows.isEmpty else { return }
    let lines = rows.sorted { $0.value.id < $1.value.id }
      .map { "\($0.value.id) \($0.key) \($0.value.row)" }
    let text = ([salt] + lines).joined(separator: "\n") + "\n"
    try WholeFile.write(Array(text.utf8), to: Self.file(repository), for: .owner)
  }
}
