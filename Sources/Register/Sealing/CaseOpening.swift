internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Sealing

/// Opens the sealed parts of cases, one after the other; used from one thread.
struct CaseOpening {
  let vault: Vault?
  let zone: TimeZoneRules
  private var opener: EntryOpener
  /// The commits of all cases, read at once when many cases follow.
  private var tips: [CaseID: ObjectID]?

  init(vault: Vault?, identities: [Identity], zone: TimeZoneRules) {
    self.vault = vault
    self.zone = zone
    opener = EntryOpener(identities)
  }

  /// Reads a case file.
  func document(_ bytes: [UInt8], _ path: String) throws(Diagnostic) -> CaseDocument {
    try CaseDocument(reading: bytes, path: path, zone: zone)
  }

  /// Reads the commits of all cases at once, which is faster for many.
  mutating func expectMany() throws { tips = try vault?.tips() ?? [:] }

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
    guard let folded = Case.folding(history, in: zone) else { throw CaseFault.noCase }
    return OpenedCase(document: document, history: history, file: folded, problems: problems)
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
      guard let bytes = try vault?.bytes(of: line.reference.entry, in: tip),
        let entry = try opener.open(bytes, line.reference, of: id)
      else { continue }
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
      guard let seal = event.seal, event.action.sealedStep == nil,
        let bytes = try vault?.bytes(of: seal.entry, in: tip)
      else { continue }
      do throws(Diagnostic) {
        guard let entry = try opener.open(bytes, seal, of: id) else { continue }
        let name = Self.name(of: seal, id)
        opened[event.id] = try event.opened(
          with: try SealedWords(reading: entry.payload, name: name), name: name)
      } catch {
        problems.append(error)
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
  }

  private mutating func openSensitive(_ document: CaseDocument) throws -> OpenedCase {
    guard let id = document.history.caseID else { throw CaseFault.noCase }
    let contents = try contents(of: document, id)
    if contents.opened == 0 {
      guard contents.closed > 0 else { throw Self.notHere(id) }
      throw Refusal.handledByOthers
    }
    guard contents.closed == 0, contents.missing == 0 else { throw Self.incomplete(id, contents) }
    var problems: [Diagnostic] = []
    let ordinary = try opened(document.history, of: id, &problems).events
      .filter { $0.action.sealedStep == nil }
      .map { event in
        var event = event
        if let text = contents.earlierTexts[event.id] {
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
    guard let file = Case.folding(history, in: zone), file.id == id else { throw Self.foreign(id) }
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
      guard let seal = event.seal, let tip, let bytes = try vault?.bytes(of: seal.entry, in: tip)
      else {
        contents.missing += 1
        continue
      }
      guard let entry = try opener.open(bytes, seal, of: id) else {
        contents.closed += 1
        continue
      }
      let steps = try SealedSteps(reading: entry.payload, name: Self.name(of: seal, id))
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
