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
    let queries = words.map(FoldedText.init)
    try repository.forEachBlob(of: entries) { entry, span in
      guard span.count <= CaseFileLayout.maximumSize else { return }
      let bytes = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
      do throws(Diagnostic) {
        let layout = try CaseFileLayout(bytes, path: entry.path)
        let text = Self.readableText(bytes, layout)
        let folded = FoldedText(text)
        guard queries.allSatisfy({ folded.matches($0) }) else { return }
        let file = try FrontMatterReader.summary(bytes, path: entry.path)
        result.hits.append(SearchHit(file: file, line: Self.line(in: text, queries) ?? file.title))
      } catch {
        result.problems.append(error)
      }
    }
    return result
  }

  /// The title and all texts, without the event lines.
  private static func readableText(_ bytes: [UInt8], _ layout: CaseFileLayout) -> String {
    let body = bytes[layout.title.lowerBound...]
    let fence = Array("\n```events\n".utf8)
    let end = body.lastIndex(ofSequence: fence) ?? body.endIndex
    return String(decoding: body[..<end], as: UTF8.self)
  }

  private static func line(in text: String, _ queries: [FoldedText]) -> String? {
    text.split(separator: "\n").first { line in
      guard !line.hasPrefix("## ") else { return false }
      let folded = FoldedText(String(line))
      return queries.contains { folded.matches($0) }
    }.map(String.init)
  }
}

extension ArraySlice<UInt8> {
  /// Where the last occurrence of a sequence of bytes begins.
  fileprivate func lastIndex(ofSequence sequence: [UInt8]) -> Int? {
    guard count >= sequence.count else { return nil }
    var start = endIndex - sequence.count
    while start >= startIndex {
      if self[start] == sequence[0], self[start...].starts(with: sequence) { return start }
      start -= 1
    }
    return nil
  }
}
