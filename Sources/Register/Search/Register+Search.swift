internal import Text
internal import CaseVault
internal import CaseFormat
package import CaseModel
package import Diagnostics
internal import GitStore

/// A case in which every word was found, and the first line that shows one of them.
package struct SearchHit: Sendable {
  /// The case as its front matter shows it.
  package let found: Case
  /// A line of its title or texts that holds a word; shortened by whoever shows it.
  package let line: String
}

/// What a search found, and which files it could not read.
package struct SearchResult: Sendable {
  /// The hits in the order of the cases' paths.
  package var hits: [SearchHit] = []
  /// What is wrong with the other files.
  package var problems: [Diagnostic] = []
  /// Of how many cases something that would be searched has not arrived here.
  var notArrived = 0
}

extension Register {
  /// Finds the cases whose title and texts hold every word, in any of the three scripts.
  ///
  /// Arabic letters are folded (alef, ya, ta marbuta, tatweel, vowel marks), Russian ё and е, digits
  /// of three systems, upper and lower case; a part of a word is enough.
  /// What is sealed is opened in memory, as far as this person's keys open it.
  package func search(_ words: [String]) throws -> SearchResult {
    let queries = words.map { FoldedText($0, composing: nfc) }
    let recorded = try caseEntries()
    let entries = recorded.filter { CasePath.id(of: $0.path) != nil }
    let opening = try openingOnDemand()
    var (found, edits) =
      try CaseScan(entries, in: repository).gatheringWithEdits(
        SearchResult.self, among: recorded, with: opening
      ) { entry, span, opening, found in
        try found.search(queries, in: entry, span, &opening)
      }
    if let problem = Diagnostic.notArrived(inCases: found.notArrived) {
      found.problems.append(problem)
    }
    found.problems += try editFindings(edits) + deletedByHand().map(\.diagnostic)
    return found
  }
}

extension SearchResult: Gathered {
  mutating func add(_ later: SearchResult) {
    hits += later.hits
    problems += later.problems
    notArrived += later.notArrived
  }

  /// Looks for the words in one case file; what is sealed for others is passed over.
  fileprivate mutating func search(
    _ queries: [FoldedText], in entry: TreeEntry, _ span: Span<UInt8>,
    _ opening: inout CaseOpening
  ) throws {
    guard span.count <= CaseFileLayout.maximumSize else { return }
    let bytes = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
    let known = opening.notArrived.count
    do {
      try look(at: bytes, entry.path, queries, &opening)
    } catch let problem as Diagnostic {
      if problem.rule == "vault.missing" { notArrived += 1 } else { problems.append(problem) }
    } catch let refusal as Refusal where refusal == .handledByOthers {
    }
    notArrived += opening.notArrived.count - known
  }
}

/// What the events of a case stand behind.
private let eventsFence = BytePattern("\n```events\n")

extension SearchResult {
  /// Looks for the words in one case; opens as little as possible of what is sealed.
  fileprivate mutating func look(
    at bytes: [UInt8], _ path: String, _ queries: [FoldedText], _ opening: inout CaseOpening
  ) throws {
    let layout = try CaseFileLayout(bytes, path: path)
    let lines = SealedLine.all(in: bytes, layout)
    guard !lines.contains(where: \.isSensitive) else {
      return try lookIntoSensitive(bytes, path, queries, &opening)
    }
    var text = Self.readableText(bytes, layout)
    if !lines.isEmpty, let id = CasePath.id(of: path) {
      text = Self.withoutSealedMarks(text)
      for words in try opening.words(of: lines.filter { $0.action != "contact" }, in: id) {
        text += "\n" + words.readable
      }
    }
    guard let line = Self.hit(in: text, queries) else { return }
    // Only of a hit the whole case is opened, for its title.
    let theCase =
      lines.isEmpty
      ? try opening.reader.standing(bytes, path) { bytes }.ordinary
      : try opening.open(try opening.document(bytes, path)).folded
    if let theCase { hits.append(SearchHit(found: theCase, line: line ?? theCase.title)) }
  }

  private mutating func lookIntoSensitive(
    _ bytes: [UInt8], _ path: String, _ queries: [FoldedText], _ opening: inout CaseOpening
  ) throws {
    let opened = try opening.open(try opening.document(bytes, path))
    problems += opened.problems
    let texts = opened.history.events.filter { $0.action != .contact }.compactMap(\.text)
    let text = ([opened.folded.title] + texts).joined(separator: "\n")
    guard let line = Self.hit(in: text, queries) else { return }
    hits.append(SearchHit(found: opened.folded, line: line ?? opened.folded.title))
  }

  /// Whether a text holds every word, and the first line with one of them.
  private static func hit(in text: String, _ queries: [FoldedText]) -> String?? {
    let folded = FoldedText(text, composing: nfc)
    guard queries.allSatisfy({ folded.matches($0) }) else { return nil }
    return .some(line(in: text, queries))
  }

  /// The title and all texts, without the event lines.
  private static func readableText(_ bytes: [UInt8], _ layout: CaseFileLayout) -> String {
    let start = layout.title.lowerBound
    let end = bytes.span.lastIndex(of: eventsFence, from: start) ?? bytes.endIndex
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The same text without the mark that stands where something is sealed.
  private static func withoutSealedMarks(_ text: String) -> String {
    let mark = Registration.sealedTitle.utf8
    return text.utf8.split(separator: UInt8(ascii: "\n"))
      .filter { !$0.elementsEqual(mark) }
      .map { String($0) ?? "" }
      .joined(separator: "\n")
  }

  private static func line(in text: String, _ queries: [FoldedText]) -> String? {
    text.split(separator: "\n").first { line in
      guard !line.hasPrefix("## ") else { return false }
      let folded = FoldedText(String(line), composing: nfc)
      return queries.contains { folded.matches($0) }
    }.map(String.init)
  }
}
