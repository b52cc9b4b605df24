internal import Text

/// A code that is not in a list, and which code may have been meant.
package enum UnknownCode {
  /// The refusal of a code.
  package static func refusal(_ code: String, _ list: CodeList, known: [String]) -> Refusal {
    let near = nearest(to: code, among: known)
    let hint: Wording =
      known.isEmpty
      ? "none is configured yet; add it in cases/\(list.file) and run `daftar adopt \(list.file)`"
      : near.map { "did you mean “\($0)”?" } ?? "known: \(known.joined(separator: ", "))"
    return Refusal(.codeUnknown, "there is no \(list.noun) “\(code)”", hint: hint)
  }
}
