package import CaseFormat
package import CaseModel
package import Diagnostics
package import GitStore
package import Sealing

/// The opening of cases' sealed parts, one case after the other; used from one thread.
package struct CaseOpening {
  package let vault: Vault?
  package let reader: CaseReader
  private var opener: EntryOpener
  /// The cases of which words were asked for that are not here.
  package private(set) var notArrived: Set<CaseID> = []
  /// The commits of all cases, read at once where many cases follow.
  private let tips: [CaseID: ObjectID]?

  /// `tips` are the commits of all cases; nil to read that of each case when it is opened.
  package init(
    vault: Vault?, identities: [Identity], reader: CaseReader, tips: [CaseID: ObjectID]? = nil
  ) {
    self.vault = vault
    self.reader = reader
    self.tips = tips
    opener = EntryOpener(identities)
  }

  /// Reads a case file.
  package func document(_ bytes: [UInt8], _ path: String) throws(Diagnostic) -> CaseDocument {
    try reader.document(bytes, path)
  }

  package func tip(of id: CaseID) throws -> ObjectID? {
    if let tip = tips?[id] { return tip }
    return try vault?.tip(of: id)
  }

  /// Opens what this person may read of a case.
  ///
  /// Throws `Refusal` (`case.others`) for a sensitive case that is sealed for others, `Diagnostic`
  /// when a part of it is missing or damaged.
  package mutating func open(_ document: CaseDocument) throws -> OpenedCase {
    if document.standing.stub != nil { return try openSensitive(document) }
    guard let theCase = document.standing.ordinary else { throw CaseFault.noCase }
    guard document.history.events.contains(where: { $0.seal != nil }) else {
      return OpenedCase(document: document, history: document.history, folded: theCase)
    }
    var state = OpeningState()
    let history = try opened(document.history, of: theCase.id, &state)
    guard let folded = Case.folding(history, in: reader.zone) else { throw CaseFault.noCase }
    return OpenedCase(document: document, history: history, folded: folded, state: state)
  }

  /// What became of a sealed entry.
  package enum Found {
    case missing
    case sealedForOthers
    case open(SealedEntry)
  }

  /// Opens one entry of a case; nil when it is not here or sealed for others.
  package mutating func entry(of event: Event, in id: CaseID) throws -> SealedEntry? {
    guard let seal = event.seal,
      case .open(let entry) = try entry(seal, event.sealedKind, of: id, in: try tip(of: id))
    else { return nil }
    return entry
  }

  /// Opens an entry; where the newest version of it is not here or does not open, one that was
  /// replaced here may.
  package mutating func entry(
    _ seal: SealReference, _ kind: SealedFile.Kind, of id: CaseID, in tip: ObjectID?
  ) throws -> Found {
    guard let vault else { return .missing }
    let newest = try tip.flatMap { try vault.bytes(of: seal.entry, in: $0) }
    var damage: Diagnostic?
    var isHere = false
    if let newest {
      isHere = true
      do throws(Diagnostic) {
        if let entry = try opener.open(newest, seal, kind, of: id) { return .open(entry) }
      } catch {
        damage = error
      }
    }
    for version in try vault.keptVersions(of: seal.entry, of: id) {
      guard let bytes = try vault.bytes(of: version) else { continue }
      do throws(Diagnostic) {
        if let entry = try opener.open(bytes, seal, kind, of: id) { return .open(entry) }
        isHere = true
      } catch {
        // A damaged version says nothing about the entry.
        continue
      }
    }
    if let damage { throw damage }
    return isHere ? .sealedForOthers : .missing
  }

  /// Opens the sealed words of some events of an ordinary case, and nothing else of it.
  ///
  /// What is sealed for others is passed over; what is missing is noted. Throws `Diagnostic` for what is damaged.
  package mutating func words(
    of lines: some Sequence<SealedLine>, in id: CaseID
  ) throws -> [SealedWords] {
    let tip = try tip(of: id)
    var found: [SealedWords] = []
    for line in lines {
      let kind: SealedFile.Kind = line.action == "contact" ? .contact : .words
      switch try entry(line.reference, kind, of: id, in: tip) {
      case .open(let entry):
        found.append(
          try SealedWords(reading: entry.payload, name: Self.name(of: line.reference, id)))
      case .missing: notArrived.insert(id)
      case .sealedForOthers: continue
      }
    }
    return found
  }

  /// The events of an ordinary case with the words that this person may read.
  package mutating func opened(
    _ history: History, of id: CaseID, _ state: inout OpeningState
  ) throws -> History {
    let tip = try tip(of: id)
    var opened: [EventID: Event] = [:]
    for event in history.events {
      guard let seal = event.seal, event.action.sealedStep == nil else { continue }
      do {
        switch try entry(seal, event.sealedKind, of: id, in: tip) {
        case .open(let entry):
          let name = Self.name(of: seal, id)
          opened[event.id] = try event.opened(
            with: try SealedWords(reading: entry.payload, name: name), name: name)
        case .missing: state.missing.insert(event.id)
        case .sealedForOthers: continue
        }
      } catch let problem as Diagnostic {
        state.damaged[event.id] = problem
      }
    }
    return history.replacingEvents { opened[$0.id] ?? $0 }
  }

  package static func name(of seal: SealReference, _ id: CaseID) -> String {
    "vault/\(id)/\(seal.entry)"
  }
}
