internal import CaseVault
internal import CaseFormat
package import CaseModel
package import Diagnostics
internal import GitStore
internal import Text

/// Every case that could be read, and every file that could not.
package struct Summaries: Sendable {
  /// The cases as their front matter shows them, in the order of their paths.
  package var cases: [Case] = []
  /// The sensitive cases, as far as everybody may know; those that were opened stand in ``cases``.
  package var stubs: [Stub] = []
  /// The cases of which only the events tell figures everything, where that was asked for: a field was
  /// corrected, or an ending names another day than that of its recording.
  package var toldByEvents: Set<CaseID> = []
  /// The stubs whose case was an ordinary one before, where that was asked for.
  package var raisedStubs: Set<CaseID> = []
  /// Their cases as they were when they became sensitive, with the closings since; for figures only.
  package var raised: [Case] = []
  /// The days on which closings of other systems' logs were taken over, where that was asked for.
  package var importDays: [CaseID: CalendarDate] = [:]
  /// What is wrong with the other files.
  package var problems: [Diagnostic] = []
}

extension Summaries: Gathered {
  mutating func add(_ later: Summaries) {
    cases += later.cases
    stubs += later.stubs
    toldByEvents.formUnion(later.toldByEvents)
    raisedStubs.formUnion(later.raisedStubs)
    importDays.merge(later.importDays) { first, _ in first }
    problems += later.problems
  }
}

/// What stands in the line of every ending, and of a step with a day of its own.
private let endingMark = BytePattern("\"do\":\"close\"")
private let dayMark = BytePattern("\"on\":\"")
private let momentMark = BytePattern("\"at\":\"")
/// What stands in every registration that is not sealed.
private let registrationMark = BytePattern("\"category\":")

extension Register {
  /// Reads the front matter of every case; one bad file does not hide the others.
  ///
  /// What is committed counts. A file that somebody edited by hand, deleted or replaced is named.
  package func summaries() throws -> Summaries {
    try WriteLock.whileShared(repository) { try readSummaries() }
  }

  /// Reads every case as this person may read it: sealed titles and sensitive cases too, where
  /// their keys open them.
  package func openedSummaries() throws -> Summaries {
    try WriteLock.whileShared(repository) {
      var result = try readSummaries()
      let isSealed = configuration.settings.seal == .everything
      guard !result.stubs.isEmpty || isSealed, try !keys.identities.isEmpty else { return result }
      let closed = Set(result.stubs.map(\.id))
      let entries = try caseEntries().filter { entry in
        guard let id = CasePath.id(of: entry.path) else { return false }
        return isSealed || closed.contains(id)
      }
      let found = try titledCases(of: entries, result.cases)
      result.problems += found.problems
      result.cases = result.cases.map { found.cases[$0.id] ?? $0 }
      result.cases += result.stubs.compactMap { found.cases[$0.id] }
      result.stubs.removeAll { found.cases[$0.id] != nil }
      return result
    }
  }

  /// Reads the cases for a caller that holds the register's lock or needs none.
  ///
  /// What only the events tell stands at the end of a file, and is looked for only on request.
  func readSummaries(forFigures: Bool = false) throws -> Summaries {
    let entries = try caseEntries()
    let files = entries.filter { CasePath.isInCaseFolder($0.path) && $0.kind.isRegularFile }
    let reader = reader
    var (result, edits) =
      try CaseScan(files, in: repository).gatheringWithEdits(
        Summaries.self, among: entries, with: { _ in reader }
      ) { entry, span, reader, result in
        Self.look(at: entry, span, reader, forFigures: forFigures, into: &result)
      }
    let edited = try editedFiles(edits)
    result.problems += entries.compactMap(Self.problem(ofKind:))
    // Configuration is read as it was recorded, and its edits are told by whoever reads it.
    let others = Set(entries.map(\.path)).subtracting(files.map(\.path))
    result.problems += edited.filter { !others.contains($0.key) }
      .sorted { $0.key < $1.key }.map(\.value.diagnostic)
    if !forFigures { result.problems += try deletedByHand().map(\.diagnostic) }
    return result
  }

  /// What can be read of some case files, in their order.
  static func summaries(
    of files: [TreeEntry], in repository: Repository, _ reader: CaseReader
  ) throws -> Summaries {
    try CaseScan(files, in: repository).gathering { entry, span, result in
      look(at: entry, span, reader, forFigures: false, into: &result)
    }
  }

  /// Takes what a case file shows, or what is wrong with it.
  private static func look(
    at entry: TreeEntry, _ span: Span<UInt8>, _ reader: CaseReader, forFigures: Bool,
    into result: inout Summaries
  ) {
    do throws(Diagnostic) {
      switch try summary(entry, span, reader) {
      case .ordinary(let theCase):
        result.cases.append(theCase)
        guard forFigures else { return }
        if span.holds(amendmentMark) { result.toldByEvents.insert(theCase.id) }
        guard let ending = span.index(of: endingMark, in: 0..<span.count) else { return }
        if theCase.isClosedOnUnknownDay || span.holdsDatedClosing(from: ending) {
          result.toldByEvents.insert(theCase.id)
        }
        if let moment = span.momentOfImport(ending) {
          result.importDays[theCase.id] = reader.zone.date(at: moment)
        }
      case .stub(let stub):
        result.stubs.append(stub)
        if forFigures, span.holds(registrationMark) { result.raisedStubs.insert(stub.id) }
      }
    } catch {
      result.problems.append(error)
    }
  }

  private static func summary(
    _ entry: TreeEntry, _ span: Span<UInt8>, _ reader: CaseReader
  ) throws(Diagnostic) -> CaseStanding {
    guard let id = CasePath.id(of: entry.path) else {
      throw Diagnostic(
        rule: "file.path", at: SourceLocation(path: entry.path, line: 1, column: 1),
        message: "this is not the place of a case file",
        hint: "case files are named cases/YYYY/MM/ID.md; move other files elsewhere")
    }
    guard span.count <= CaseFileLayout.maximumSize else {
      throw Diagnostic(
        rule: "file.size", at: SourceLocation(path: entry.path, line: 1, column: 1),
        message: "the file is larger than 1 MiB", hint: "a case file holds text only")
    }
    let bytes = CaseFileLayout.head(of: span)
    let theCase = try reader.standing(bytes, entry.path) {
      unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
    }
    guard theCase.id == id else {
      throw Diagnostic(
        rule: "file.id", at: SourceLocation(path: entry.path, line: 2, column: 7),
        message: "the file holds the case \(theCase.id)",
        hint:
          "a case file is named after its case; restore it: `git checkout HEAD -- \(entry.path)`")
    }
    return theCase
  }

  private static func problem(ofKind entry: TreeEntry) -> Diagnostic? {
    guard CasePath.isInCaseFolder(entry.path), !entry.kind.isRegularFile else { return nil }
    return Diagnostic(
      rule: "file.kind", at: SourceLocation(path: entry.path, line: 1, column: 1),
      message: "this is a symbolic link or a module, not a file",
      hint: "remove it: a register holds plain files only")
  }
}

extension Span<UInt8> {
  /// Whether an ending of this register's own names another day than that of its recording; given
  /// where the first ending stands.
  fileprivate func holdsDatedClosing(from first: Int) -> Bool {
    var next: Int? = first
    while let ending = next {
      let end = endOfLine(from: ending)
      if index(of: dayMark, in: ending..<end) != nil, index(of: importMark, in: ending..<end) == nil
      {
        return true
      }
      next = index(of: endingMark, in: end..<count)
    }
    return false
  }

  /// When an ending was recorded that came from another system's log; nil for any other.
  fileprivate func momentOfImport(_ ending: Int) -> Timestamp? {
    let end = endOfLine(from: ending)
    guard index(of: importMark, in: ending..<end) != nil else { return nil }
    guard let mark = index(of: momentMark, in: beginOfLine(before: ending)..<ending) else {
      return nil
    }
    let text = (mark + momentMark.length..<ending).prefix { self[$0] != UInt8(ascii: "\"") }
    return Timestamp(String(decoding: text.map { self[$0] }, as: UTF8.self))
  }
}
