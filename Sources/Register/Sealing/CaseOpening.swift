internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Sealing

/// Opens the sealed parts of cases, one after the other; used from one thread.
struct CaseOpening {
  let vault: Vault?
  let reader: CaseReader
  private var opener: EntryOpener
  /// The commits of all cases, read at once where many cases follow.
  private let tips: [CaseID: ObjectID]?

  /// `tips` are the commits of all cases; nil to read that of each case when it is opened.
  init(
    vault: Vault?, identities: [Identity], reader: CaseReader, tips: [CaseID: ObjectID]? = nil
  ) {
    self.vault = vault
    self.reader = reader
    self.tips = tips
    opener = EntryOpener(identities)
  }

  /// Reads a case file.
  func document(_ bytes: [UInt8], _ path: String) throws(Diagnostic) -> CaseDocument {
    try reader.document(bytes, path)
  }

  private func tip(of id: CaseID) throws -> ObjectID? {
    if let tips { return tips[id] }
    return try vault?.tip(of: id)
  }

  /// Opens what this person may read of a case.
  ///
  /// Throws `Refusal` (`case.others`) for a sensitive case that is sealed for others, `Diagnostic`
  /// when a part of it is missing or damaged.
  mutating func open(_ document: CaseDocument) throws -> OpenedCase {
    if document.standing.stub != nil { return try openSensitive(document) }
    guard let file = document.standing.ordinary else { throw CaseFault.noCase }
    guard document.history.events.contains(where: { $0.seal != nil }) else {
      return OpenedCase(document: document, history: document.history, file: file)
    }
    var problems: [Diagnostic] = []
    let history = try opened(document.history, of: file.id, &problems)
    guard let folded = Case.folding(history, in: reader.zone) else { throw CaseFault.noCase }
    return OpenedCase(document: document, history: history, file: folded, problems: problems)
  }

  /// What became of a sealed entry.
  private enum Found {
    case missing
    case sealedForOthers
    case open(SealedEntry)
  }

  /// Opens one entry of a case; nil when it is not here or sealed for others.
  mutating func entry(of event: Event, in id: CaseID) throws -> SealedEntry? {
    guard let seal = event.seal,
      case .open(let entry) = try entry(seal, event.sealedKind, of: id, in: try tip(of: id))
    else { return nil }
    return entry
  }

  /// Opens an entry; where the newest version of it does not open, one that it replaced here may.
  private mutating func entry(
    _ seal: SealReference, _ kind: SealedFile.Kind, of id: CaseID, in tip: ObjectID?
  ) throws -> Found {
    guard let vault, let tip, let bytes = try vault.bytes(of: seal.entry, in: tip) else {
      return .missing
    }
    var damage: Diagnostic?
    do throws(Diagnostic) {
      if let entry = try opener.open(bytes, seal, kind, of: id) { return .open(entry) }
    } catch {
      damage = error
    }
    for earlier in try vault.kept(of: id) {
      guard let bytes = try vault.bytes(of: seal.entry, in: earlier),
        let entry = try? opener.open(bytes, seal, kind, of: id)
      else { continue }
      return .open(entry)
    }
    if let damage { throw damage }
    return .sealedForOthers
  }

  /// Opens the sealed words of some events of an ordinary case, and nothing else of it.
  ///
  /// What is missing or sealed for others is passed over. Throws `Diagnostic` for what is damaged.
  mutating func words(
    of lines: some Sequence<SealedLine>, in id: CaseID
  ) throws -> [SealedWords] {
    guard let tip = try tip(of: id) else { return [] }
    var found: [SealedWords] = []
    for line in lines {
      let kind: SealedFile.Kind = line.action == "contact" ? .contact : .words
      guard case .open(let entry) = try entry(line.reference, kind, of: id, in: tip) else {
        continue
      }
      found.append(
        try SealedWords(reading: entry.payload, name: Self.name(of: line.reference, id)))
    }
    return found
  }

  /// The events of an ordinary case with the words that this person may read.
  private mutating func opened(
    _ history: History, of id: CaseID, _ problems: inout [Diagnostic]
  ) throws -> History {
    guard let tip = try tip(of: id) else { return history }
    var opened: [EventID: Event] = [:]
    for event in history.events {
      guard let seal = event.seal, event.action.sealedStep == nil else { continue }
      do {
        guard case .open(let entry) = try entry(seal, event.sealedKind, of: id, in: tip) else {
          continue
        }
        let name = Self.name(of: seal, id)
        opened[event.id] = try event.opened(
          with: try SealedWords(reading: entry.payload, name: name), name: name)
      } catch let problem as Diagnostic {
        problems.append(problem)
      }
    }
    return history.replacingEvents { opened[$0.id] ?? $0 }
  }

  private static func name(of seal: SealReference, _ id: CaseID) -> String {
    "vault/\(id)/\(seal.entry)"
  }

  /// What was found in the entries of a sensitive case.
  private struct Contents {
    var events: [Event] = []
    var earlierTexts: [EventID: String] = [:]
    var steps: [EventID: EventID] = [:]
    var readers: [[String: String]] = []
    /// Entries that could be opened, that are sealed for others, that are not here.
    var opened = 0
    var closed = 0
    var missing = 0
    /// Whether a newest step is sealed for others: then so is the case from now on.
    var isShut = false
  }

  private mutating func openSensitive(_ document: CaseDocument) throws -> OpenedCase {
    guard let id = document.history.caseID else { throw CaseFault.noCase }
    let contents = try contents(of: document, id)
    if contents.opened == 0 {
      guard contents.closed > 0 else { throw Self.notHere(id) }
      throw Refusal.handledByOthers
    }
    guard !contents.isShut else { throw Refusal.handledByOthers }
    guard contents.closed == 0, contents.missing == 0 else { throw Self.incomplete(id, contents) }
    var problems: [Diagnostic] = []
    let ordinary = try opened(document.history, of: id, &problems).events
      .filter { $0.action.sealedStep == nil }
      .map { event in
        var event = event
        // Only the very text that left the file comes back.
        if let text = contents.earlierTexts[event.id], event.withheldText == Digest.ofText(text) {
          event.text = text
          event.withheldText = nil
        }
        return event
      }
    let history: History
    do {
      history = try History(ordinary + contents.events)
    } catch {
      throw Diagnostic(
        rule: "sealed.history", message: "the sealed steps of \(id) do not form one case",
        hint: "run `daftar vault check`, and tell whoever recorded them")
    }
    guard let file = Case.folding(history, in: reader.zone), file.id == id else {
      throw Self.foreign(id)
    }
    return OpenedCase(
      document: document, history: history, file: file, problems: problems,
      readers: contents.readers, steps: contents.steps)
  }

  private mutating func contents(
    of document: CaseDocument, _ id: CaseID
  ) throws -> Contents {
    let tip = try tip(of: id)
    var contents = Contents()
    let heads = document.history.heads
    for event in document.history.events where event.action.sealedStep != nil {
      guard let seal = event.seal else { continue }
      let entry: SealedEntry
      switch try self.entry(seal, .steps, of: id, in: tip) {
      case .open(let found): entry = found
      case .missing:
        contents.missing += 1
        continue
      case .sealedForOthers:
        contents.closed += 1
        // After a merge somebody may be a reader of one of several newest steps.
        contents.isShut = heads == [event.id]
        continue
      }
      let steps = try SealedSteps(reading: entry.payload, name: Self.name(of: seal, id))
      // Nobody acts in another's name behind the seal.
      guard steps.events.allSatisfy({ $0.by == event.by }) else { throw Self.foreign(id) }
      contents.opened += 1
      contents.events += steps.events
      contents.earlierTexts.merge(steps.earlierTexts) { _, later in later }
      // The newest step tells the readers of the whole case; after a merge there are several.
      if heads.contains(event.id) { contents.readers.append(steps.readers) }
      for real in steps.events { contents.steps[real.id] = event.id }
    }
    return contents
  }

  private static func notHere(_ id: CaseID) -> Diagnostic {
    Diagnostic(
      rule: "vault.missing", message: "the sealed part of \(id) has not arrived here yet",
      hint: "run `daftar sync`")
  }

  private static func incomplete(_ id: CaseID, _ contents: Contents) -> Diagnostic {
    Diagnostic(
      rule: "sealed.incomplete",
      message: "\(contents.closed + contents.missing) of the "
        + "\(contents.closed + contents.missing + contents.opened) steps of \(id) cannot be read "
        + "here (\(contents.missing) have not arrived)",
      hint: "run `daftar sync`; if that does not help, somebody who reads the whole case takes a "
        + "step in it, which seals it anew for all who may read it")
  }

  private static func foreign(_ id: CaseID) -> Diagnostic {
    Diagnostic(
      rule: "sealed.foreign", message: "the sealed steps of \(id) belong to another case",
      hint: "run `daftar check`, and tell the others")
  }
}
