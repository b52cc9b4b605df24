internal import Text

/// Says that a code is not in a list, and which code may have been meant.
package enum UnknownCode {
  private static func file(of what: String) -> String {
    switch what {
    case "member": "team.yml"
    case "organisation": "register.yml"
    case "area", "unit", "project": "areas.yml"
    default: "categories.yml"
    }
  }

  /// The refusal of a code; `what` names the kind or the list.
  package static func refusal(_ code: String, _ what: String, known: [String]) -> Refusal {
    let names = [
      "categories": "category", "channels": "channel", "themes": "theme",
      "root-causes": "root cause",
    ]
    let word = names[what] ?? what
    let near = nearest(to: code, among: known)
    let hint: Wording =
      known.isEmpty
      ? "none is configured yet; add it in cases/\(file(of: what)) and run "
        + "`daftar adopt \(file(of: what))`"
      : near.map { "did you mean “\($0)”?" } ?? "known: \(known.joined(separator: ", "))"
    return Refusal(.codeUnknown, "there is no \(word) “\(code)”", hint: hint)
  }
}
