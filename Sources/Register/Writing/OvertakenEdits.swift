internal import CaseVault
package import GitStore

/// Files that somebody was editing by hand while steps of others arrived in them.
///
/// The edit stays in the work tree, but it began from an older version: recording it as it is would
/// undo what the others did. `.git/daftar/overtaken` keeps, for each such file, the version from
/// which the edit began.
package enum OvertakenEdits {
  private static func note(_ repository: Repository) -> WorkTreeNote {
    WorkTreeNote("overtaken", of: repository)
  }

  /// The files and the blobs from which their edits began.
  package static func all(in repository: Repository) -> [String: ObjectID] {
    note(repository).lines?.reduce(into: [:]) { edits, line in
      guard let id = ObjectID(hex: String(line.prefix(40))) else { return }
      edits[String(line.dropFirst(41))] = id
    } ?? [:]
  }

  /// Remembers files that were left as a person edited them; the first version counts.
  static func add(
    _ paths: [String], from old: ObjectID?, in repository: Repository
  ) throws {
    guard let old, !paths.isEmpty else { return }
    var edits = all(in: repository)
    for path in paths where edits[path] == nil {
      edits[path] = try repository.blobID(at: path, in: old)
    }
    try write(edits, in: repository)
  }

  /// Forgets a file whose edit was recorded or undone.
  static func remove(_ path: String, in repository: Repository) throws {
    var edits = all(in: repository)
    guard edits.removeValue(forKey: path) != nil else { return }
    try write(edits, in: repository)
  }

  private static func write(
    _ edits: [String: ObjectID], in repository: Repository
  ) throws {
    let lines = edits.sorted { $0.key < $1.key }.map { "\($0.value.hex) \($0.key)" }
    try note(repository).write(lines)
  }

  /// The first line that others changed and that an edited text does not have, or nil.
  ///
  /// `base` is the version from which the edit began, `present` what is recorded now.
  static func lineLost(base: [UInt8], present: [UInt8], edited: [UInt8]) -> String? {
    let (old, now, mine) = (lines(base), lines(present), lines(edited))
    return now.first { !old.contains($0) && !mine.contains($0) }
      ?? old.first { !now.contains($0) && mine.contains($0) }
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
