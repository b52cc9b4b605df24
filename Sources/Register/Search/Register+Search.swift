internal import CaseFormat
package import CaseModel
package import Diagnostics
internal import GitStore

/// A case in which every word was found, and the first line that shows one of them.
package struct SearchHit: Sendable {
  /// The case as its front matter shows it.
  package let file: Case
  /// A line of its title or texts that holds a word; shortened by whoever shows it.
  package let line: String
}

/// What a search found, and which files it could not read.
package struct SearchResult: Sendable {
  /// The hits in the order of the cases' paths.
  package var hits: [SearchHit] = []
  /// What is wrong with the other files.
  package var problems: [Diagnostic] = []
}

extension Register {
  /// Finds the cases whose title and texts hold every word, in any of the three scripts.
  ///
  /// Arabic letters are folded (alef, ya, ta marbuta, tatweel, vowel marks), Russian ё and е, digits
  /// of three systems, upper and lower case; a part of a word is enough.
  package func search(_ words: [String]) throws -> SearchResult {
    var result = SearchResult()
    let entries = try repository.entries(under: "cases", in: try head())
      .filter { CasePath.id(of: $0.path) != nil }
    let queries = words.map { FoldedText($0, composing: nfc) }
    var sealed: [TreeEntry] = []
    try repository.forEachBlob(of: entries) { entry, span in
      guard span.count <= CaseFileLayout.maximumSize else { return }
      let bytes = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
      do throws(Diagnostic) {
        let layout = try CaseFileLayout(bytes, path: entry.path)
        guard !Self.holdsSeal(bytes, layout) else { return sealed.append(entry) }
        let text = Self.readableText(bytes, layout)
        guard let file = try FrontMatterReader.summary(bytes, path: entry.path).ordinary else {
          return
        }
        result.take(text, of: file, queries)
      } catch {
        result.problems.append(error)
      }
    }
    try search(queries, inSealed: sealed, &result)
    return result
  }

  /// Opens what is sealed, in memory, and looks there; what is sealed for others is passed over.
  private func search(
    _ queries: [FoldedText], inSealed entries: [TreeEntry], _ result: inout SearchResult
  ) throws {
    guard !entries.isEmpty else { return }
    let opened = try openedCases(of: entries)
    result.problems += opened.problems
    for found in opened.cases {
      let texts = found.history.events.filter { $0.action != .contact }.compactMap(\.text)
      result.take(
        ([found.file.title] + texts).joined(separator: "\n"), of: found.file, queries)
    }
    result.hits.sort { $0.file.id < $1.file.id }
  }

  /// Whether an event of the file has a sealed part.
  private static func holdsSeal(_ bytes: [UInt8], _ layout: CaseFileLayout) -> Bool {
    let mark = Array("\",\"seal\":\"".utf8)
    return bytes[layout.rest].lastIndex(ofSequence: mark) != nil
  }

  /// The title and all texts, without the event lines.
  private static func readableText(_ bytes: [UInt8], _ layout: CaseFileLayout) -> String {
    let body = bytes[layout.title.lowerBound...]
    let fence = Array("\n```events\n".utf8)
    let end = body.lastIndex(ofSequence: fence) ?? body.endIndex
    return String(decoding: body[..<end], as: UTF8.self)
  }
}

extension SearchResult {
  /// Takes a case whose text holds every word.
  fileprivate mutating func take(_ text: String, of file: Case, _ queries: [FoldedText]) {
    let folded = FoldedText(text, composing: nfc)
    guard queries.allSatisfy({ folded.matches($0) }) else { return }
    hits.append(SearchHit(file: file, line: Self.line(in: text, queries) ?? file.title))
  }

  private static func line(in text: String, _ queries: [FoldedText]) -> String? {
    text.split(separator: "\n").first { line in
      guard !line.hasPrefix("## ") else { return false }
      let folded = FoldedText(String(line), composing: nfc)
      return queries.contains { folded.matches($0) }
    }.map(String.init)
  }
}
