internal import Exchange

/// A few words of a table from which a person sees whether its letters are right.
///
/// Telephone numbers and the like are hidden: what is asked is about letters.
package enum LetterSample {
  /// The first words with a letter beyond ASCII, at most five.
  package static func words(in text: String) -> String {
    var found: [String] = []
    for word in text.split(whereSeparator: { !$0.isLetter && $0 != "’" && $0 != "'" })
    where word.unicodeScalars.contains(where: { !$0.isASCII }) {
      if !found.contains(String(word)) { found.append(String(word.prefix(20))) }
      if found.count == 5 { break }
    }
    // Only marks are beyond ASCII: what stands around the first one.
    guard found.isEmpty else { return found.joined(separator: " ") }
    return line(around: text) ?? ""
  }

  /// What stands in up to three lines around the place where readings of the same bytes differ, for
  /// each reading.
  package static func differing(_ texts: [String]) -> [[String]] {
    let lines = texts.map { text in
      text.split(whereSeparator: \.isNewline).map { Array($0.unicodeScalars) }
    }
    var samples = [[String]](repeating: [], count: texts.count)
    for index in 0..<(lines.map(\.count).min() ?? 0) {
      let readings = lines.map { $0[index] }
      guard Set(readings.map(\.count)).count == 1, let first = readings.first,
        let place = first.indices.first(where: { place in
          readings.contains { $0[place] != first[place] }
        })
      else { continue }
      let shown = readings.map { words(in: $0, around: place) }
      guard !samples.indices.contains(where: { samples[$0].contains(shown[$0]) }) else { continue }
      for reading in samples.indices { samples[reading].append(shown[reading]) }
      if samples.first?.count == 3 { break }
    }
    // Pages of which a letter takes several bytes have other places.
    return samples.first?.isEmpty == false ? samples : texts.map { [words(in: $0)] }
  }

  /// The words around a place in a line, up to whatever is no word.
  private static func words(in line: [Unicode.Scalar], around place: Int) -> String {
    func isOfWords(_ index: Int) -> Bool {
      let scalar = line[index]
      return scalar.properties.isAlphabetic || !scalar.isASCII
        || " '".unicodeScalars.contains(scalar)
    }
    var (start, end) = (place, place + 1)
    while start > 0, place - start < 24, isOfWords(start - 1) { start -= 1 }
    while end < line.count, end - place < 24, isOfWords(end) { end += 1 }
    return onOneLine(String(String.UnicodeScalarView(line[start..<end])))
  }

  /// Up to three lines as they were read, each cut around its first letter beyond ASCII.
  package static func lines(in text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      guard let shown = self.line(around: String(line)) else { continue }
      lines.append(shown)
      if lines.count == 3 { break }
    }
    return lines
  }

  private static func line(around text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let place = scalars.firstIndex(where: { !$0.isASCII }) else { return nil }
    let start = max(0, place - 20)
    let end = min(scalars.count, start + 60)
    let cut = String(String.UnicodeScalarView(scalars[start..<end]))
    return (start > 0 ? "…" : "") + withoutNumbers(onOneLine(cut))
      + (end < scalars.count ? "…" : "")
  }

  /// The text with every run of five digits or more hidden, also one with spaces or strokes in it.
  package static func withoutNumbers(_ text: String) -> String {
    var result = ""
    var run = ""
    func finish() {
      let digits = run.count { $0.isNumber }
      result += digits >= 5 ? "…" : run
      run = ""
    }
    for character in text {
      if character.isNumber || !run.isEmpty && " -/().+".contains(character) {
        run.append(character)
      } else {
        finish()
        result.append(character)
      }
    }
    finish()
    return result
  }
}
