/// Finds the candidate at most two edits away from a word; nil for long words or when there is none.
package func nearest(to word: String, among candidates: [String]) -> String? {
  let letters = Array(word.unicodeScalars.prefix(41))
  guard letters.count <= 40 else { return nil }
  let allowed = min(2, letters.count / 2)
  let measured = candidates.map { candidate in
    (word: candidate, distance: editDistance(letters, Array(candidate.unicodeScalars)))
  }
  guard let best = measured.min(by: { $0.distance < $1.distance }), best.distance <= allowed
  else { return nil }
  return best.word
}

/// Counts insertions, deletions, substitutions and swaps of neighbours between two words.
private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
  var older = [Int](repeating: 0, count: second.count + 1)
  var previous = Array(0...second.count)
  for row in 1...first.count {
    var current = [row]
    for column in 1...second.count {
      let change = first[row - 1] == second[column - 1] ? 0 : 1
      var best = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + change)
      if row > 1, column > 1, first[row - 1] == second[column - 2],
        first[row - 2] == second[column - 1]
      {
        best = min(best, older[column - 2] + 1)
      }
      current.append(best)
    }
    (older, previous) = (previous, current)
  }
  return previous[second.count]
}
