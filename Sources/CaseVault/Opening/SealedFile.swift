package import CaseModel
internal import Diagnostics
package import GitStore
package import Sealing

/// An entry ready for the vault, and what the event says of it.
package struct SealedFile: Sendable {
  /// What was sealed, in a word of the format.
  package enum Kind: String {
    /// The real events of a sensitive case.
    case steps
    /// Words of an ordinary case.
    case words
    /// How to reach the complainant.
    case contact
  }

  package let caseID: CaseID
  package let reference: SealReference
  package let bytes: [UInt8]

  /// Seals a payload under a new name.
  package static func sealing(
    _ payload: [UInt8], _ kind: Kind, of id: CaseID, to readers: Readers
  ) throws -> SealedFile {
    let entry = try SealedEntry(
      entry: SealedEntry.makeID(), case: id.description, kind: kind.rawValue, payload: payload)
    return try sealing(entry, of: id, to: readers)
  }

  /// Seals an entry, also one that was sealed before: the name and the commitment stay.
  package static func sealing(
    _ entry: SealedEntry, of id: CaseID, to readers: Readers
  ) throws -> SealedFile {
    guard let name = EntryID(entry.entry) else { throw CaseFault.noCase }
    let bytes = try AgeFile.seal(
      entry.plaintext, to: readers.recipients, stanzas: readers.stanzas)
    return SealedFile(
      caseID: id,
      reference: SealReference(
        entry: name, commitment: entry.commitment, digest: SealedDigest.of(bytes)),
      bytes: bytes)
  }
}

extension SealedFile {
  /// Entries as the vault takes them, by their cases.
  package static func byCase(
    _ files: [SealedFile]
  ) -> [CaseID: [CommitRequest.Replacement]] {
    Dictionary(grouping: files, by: \.caseID).mapValues { entries in
      entries.map { .init(path: $0.reference.entry.description, content: $0.bytes) }
    }
  }
}

/// The opener of the vault's entries with the keys of one person; used from one thread.
struct EntryOpener {
  private var opener: Opener
  private let hasKeys: Bool

  package init(_ identities: [Identity]) {
    opener = Opener(with: identities)
    hasKeys = !identities.isEmpty
  }

  /// Returns what was sealed; nil when it is sealed for others.
  ///
  /// Throws `Diagnostic` when the file is damaged or is not what the event says.
  package mutating func open(
    _ file: [UInt8], _ reference: SealReference, _ kind: SealedFile.Kind, of id: CaseID
  ) throws(Diagnostic) -> SealedEntry? {
    guard hasKeys else { return nil }
    do throws(SealingError) {
      let entry = try SealedEntry(reading: try opener.open(file))
      guard entry.entry == reference.entry.description, entry.caseID == id.description,
        entry.kind == kind.rawValue, entry.commitment == reference.commitment
      else { throw .damagedPayload }
      return entry
    } catch {
      if error == .notForTheseIdentities { return nil }
      throw Diagnostic(
        rule: "vault.damaged",
        message: "the sealed entry \(reference.entry) of \(id) is damaged: \(error.message)",
        hint: "another copy of the register may have it whole: run `daftar sync`")
    }
  }
}

extension Event {
  /// What the sealed part of an event is.
  var sealedKind: SealedFile.Kind {
    if action.sealedStep != nil { return .steps }
    return action == .contact ? .contact : .words
  }
}
