internal import CaseVault
internal import CaseFormat
internal import CaseModel
internal import GitStore
internal import Parallel
internal import Text

/// What one import writes: files of cases, sealed entries, and the words of its commit.
///
/// A large import is stored part by part, so that no more than a part is in memory at once; nothing
/// names what is stored before the commit does.
struct ImportWriting {
  /// So many cases are one part.
  private static let part = 1_000

  private let register: Register
  private let head: ObjectID
  private let member: Team.Member
  private var taken: Set<CaseID>
  private var files: [CommitRequest.Replacement] = []
  private var sealed: [SealedFile] = []
  private var stored: [Vault.Move] = []
  /// `CASE EVENT` of every event, of which the commit names the digest.
  private var lines: [String] = []
  private var isSensitive = false
  /// The registrations of the new cases that are sealed, with the ids that they got.
  private(set) var registrations: [Registration] = []
  /// What will have been recorded.
  private(set) var record = ImportRecord()

  init(_ register: Register, in head: ObjectID, as member: Team.Member) throws {
    self.register = register
    self.head = head
    self.member = member
    taken = Set(try register.caseIDs(in: head))
  }

  /// Adds new cases; `told` is called with how many are done, of how many.
  mutating func add(_ cases: [ImportedCase], told: (Int, Int) -> Void) throws {
    let scribe = ImportScribe(
      register.configuration, today: register.today, in: register.zone, at: register.clock.now,
      as: member)
    for start in stride(from: 0, to: cases.count, by: Self.part) {
      let end = min(start + Self.part, cases.count)
      let part = try cases[start..<end].map { try withFreeID($0) }
      let layout = register.configuration.settings.layout
      let written = try Parallel.map(part) { new in
        try scribe.written(new, at: CasePath.path(of: new.registration.caseID, layout: layout))
      }
      for file in written { take(file) }
      registrations += part.map(\.registration).filter(register.seals)
      if end < cases.count { try storeAhead() }
      told(end, cases.count)
    }
    record.cases = cases.count
  }

  private mutating func withFreeID(_ new: ImportedCase) throws -> ImportedCase {
    var new = new
    while !taken.insert(new.registration.caseID).inserted {
      new.registration.caseID = try register.freeID(new.registration.received, in: head)
    }
    return new
  }

  /// Stores what there is so far, and keeps its names only.
  private mutating func storeAhead() throws {
    let known = files.filter { $0.content == nil }
    files = known + (try register.repository.storeAhead(files.filter { $0.content != nil }))
    guard !sealed.isEmpty else { return }
    stored += try Vault.make(of: register.repository).write(SealedFile.byCase(sealed))
    sealed = []
  }

  /// Adds steps to cases that an earlier import brought in; a case that changed since is left alone.
  mutating func add(_ updates: [ImportedUpdate]) throws {
    let drafting = register.drafting(in: head, as: member)
    for update in updates {
      let document = try register.document(update.caseID, in: head)
      guard try register.repository.blobID(at: document.path, in: head) == update.file.id else {
        record.overtaken.append(update.caseID)
        continue
      }
      if let difference = document.differences.first { throw difference }
      let opened = try register.opened(document)
      take(
        try WrittenImport(
          try drafting.draft(of: opened, importing: update.steps), at: document.path,
          in: register.zone))
      record.updated += 1
    }
  }

  private mutating func take(_ written: WrittenImport) {
    files.append(.init(path: written.path, content: written.content))
    lines += written.lines
    sealed += written.sealed
    record.events += written.events
    isSensitive = isSensitive || written.isSensitive
  }

  /// The commit, built from codes and sums only.
  func change(from source: String) -> Change {
    let new = record.cases == 0 && record.updated > 0 ? nil : counted(record.cases, "case")
    let updated = record.updated == 0 ? nil : "\(record.updated) updated"
    let message = """
      Import: \([new, updated].compactMap(\.self).joined(separator: ", "))

      Import: \(source)
      Cases: \(record.cases)
      \(record.updated == 0 ? "" : "Updated: \(record.updated)\n")Events: \(lines.count)
      Digest: \(Digest.hex(lines.sorted().joined().utf8))

      """
    return Change(
      files: files, message: message, sealed: sealed, stored: stored,
      tellsOnlyTheDay: isSensitive)
  }
}
