internal import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore
internal import Text

extension Register {
  /// Finds the case that somebody means: an id in any form, a unique beginning, a row number.
  ///
  /// Forgives case, dashes, `O` for `0`, `I` and `L` for `1`, and three digit systems. A whole id
  /// with a wrong check symbol is refused, and the one case that it may mean is named.
  package func caseID(meant text: String) throws -> CaseID {
    let head = try head()
    if let id = CaseID(text), try path(of: id, in: head) != nil { return id }
    let known = try caseIDs(in: head)
    if let damage = try deletedCase(meant: text, besides: known) { throw damage.diagnostic }
    if let symbols = CaseID.symbols(ofTyped: text) {
      if symbols.count >= 4, symbols.count <= 12 {
        let matches = known.filter { id in
          id.symbols.hasPrefix(symbols) || id.symbols.dropFirst(4).hasPrefix(symbols)
        }
        if matches.count == 1 { return matches[0] }
        if matches.count > 1, LastList.row(text, in: repository) == nil {
          throw Self.ambiguous(text, matches)
        }
      }
      if let row = LastList.row(text, in: repository), known.contains(row) { return row }
      if symbols.count >= 10 { throw Self.mistyped(text, symbols, known) }
    }
    throw Refusal(
      .caseMissing, "there is no case “\(text)” here",
      hint: "give the id, its beginning (four symbols or more), or a row of the last list")
  }

  /// A case that a commit deleted and that somebody names: with its id, or a beginning that no other
  /// case has.
  private func deletedCase(meant text: String, besides known: [CaseID]) throws -> HandDamage? {
    guard let symbols = CaseID.symbols(ofTyped: text), (4...12).contains(symbols.count) else {
      return nil
    }
    func isMeant(_ id: CaseID) -> Bool {
      id.symbols.hasPrefix(symbols) || id.symbols.dropFirst(4).hasPrefix(symbols)
    }
    guard !known.contains(where: isMeant) else { return nil }
    return try deletedByHand().first { isMeant($0.whole.standing.id) }
  }

  private static func ambiguous(_ text: String, _ matches: [CaseID]) -> Refusal {
    let shown = matches.prefix(5).map(\.description).joined(separator: ", ")
    return Refusal(
      .caseAmbiguous, "“\(text)” can mean \(matches.count) cases",
      hint: "give more symbols: \(shown + (matches.count > 5 ? " …" : ""))")
  }

  private static func mistyped(_ text: String, _ symbols: String, _ known: [CaseID]) -> Refusal {
    let typed = Array(symbols.unicodeScalars)
    let near = known.filter { isOneSlipAway(typed, Array($0.symbols.unicodeScalars)) }
    if near.count == 1 {
      return Refusal(
        .caseCheckSymbol, "“\(text)” is mistyped: its check symbol is wrong",
        hint: "did you mean \(near[0])?")
    }
    let isWhole = CaseID(text) != nil
    return Refusal(
      isWhole ? .caseMissing : .caseCheckSymbol,
      isWhole
        ? "there is no case “\(text)” here"
        : "“\(text)” is mistyped: an id is YYMM-RRRR-RRRC with a right check symbol",
      hint: "compare it with the receipt, or find the case with `daftar list`")
  }

  /// Whether two ids differ by one wrong, missing or added symbol, or one exchange of neighbours.
  private static func isOneSlipAway(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    let start = zip(one, other).prefix { $0 == $1 }.count
    let end = zip(one.dropFirst(start).reversed(), other.dropFirst(start).reversed())
      .prefix { $0 == $1 }.count
    let left = one[start..<(one.count - end)]
    let right = other[start..<(other.count - end)]
    if left.count <= 1, right.count <= 1 { return true }
    return left.count == 2 && right.count == 2 && left.elementsEqual(right.reversed())
  }

  /// The ids of all cases.
  package func caseIDs() throws -> [CaseID] { try caseIDs(in: try head()) }

  /// The ids of all cases in a commit.
  func caseIDs(in commit: ObjectID) throws -> [CaseID] {
    try repository.entries(under: "cases", in: commit).compactMap { CasePath.id(of: $0.path) }
  }
}
