package import CaseModel

/// Writes the front matter of a case: the fold of its events, one `key: value` a line.
package enum FrontMatterWriter {
  /// Returns the lines between the two `---`, in the fixed order, absent values left out.
  package static func lines(_ standing: CaseStanding) -> [String] {
    let pairs =
      switch standing {
      case .ordinary(let theCase): pairs(theCase)
      case .stub(let stub): pairs(stub)
      }
    return pairs.map { $0.key + ": " + $0.value.yaml }
  }

  /// Returns all that everybody may know of a sensitive case.
  package static func pairs(_ stub: Stub) -> [(key: String, value: FrontMatterEntry)] {
    let all: [(String, FrontMatterEntry?)] = [
      ("case", .text(stub.id.description)),
      ("state", .text(stub.state.rawValue)),
      ("sensitivity", .text(stub.sensitivity.rawValue)),
      ("received", .text(stub.received.description)),
      ("due", text(stub.due)),
      ("actors", .list(stub.actors)),
    ]
    return all.compactMap { key, value in value.map { (key, $0) } }
  }

  /// Returns keys and values in the fixed order, absent values left out.
  package static func pairs(_ theCase: Case) -> [(key: String, value: FrontMatterEntry)] {
    let all: [(String, FrontMatterEntry?)] = [
      ("case", .text(theCase.id.description)),
      ("state", .text(theCase.state.rawValue)),
      ("category", .text(theCase.category)),
      ("themes", .list(theCase.themes)),
      ("sensitivity", .text(theCase.sensitivity.rawValue)),
      ("priority", .text(theCase.priority.rawValue)),
      ("channel", .text(theCase.channel)),
      ("language", .text(theCase.language)),
      ("area", text(theCase.area)),
      ("unit", text(theCase.unit)),
      ("project", text(theCase.project)),
      ("received", .text(theCase.received.description)),
      ("received-by", .text(theCase.receivedBy)),
      ("happened", text(theCase.happened)),
      ("registered", .text(theCase.registered.description)),
      ("acknowledged", text(theCase.acknowledged)),
      ("due", text(theCase.due)),
      ("extended", text(theCase.extended)),
      ("assignee", text(theCase.assignee)),
      ("waiting-for", text(theCase.waitingFor?.rawValue)),
      ("waiting-until", text(theCase.waitingUntil)),
      ("held-from", text(theCase.heldFrom?.rawValue)),
      ("held-until", text(theCase.heldUntil)),
      ("outcome", text(theCase.outcome?.rawValue)),
      ("root-cause", text(theCase.rootCause)),
      ("decided", text(theCase.decided)),
      ("decided-by", text(theCase.decidedBy)),
      ("approved-by", text(theCase.approvedBy)),
      ("informed", text(theCase.informed)),
      ("waived", text(theCase.waived?.rawValue)),
      ("closed", text(theCase.closed)),
      ("reopened", count(theCase.reopened)),
      ("objections", count(theCase.objections)),
      ("duplicate-of", text(theCase.duplicateOf)),
      ("follows", text(theCase.follows)),
      ("same-issue", list(theCase.sameIssue)),
      ("promises", list(theCase.promises)),
      ("referrals", list(theCase.referrals)),
      ("satisfaction", theCase.satisfaction.map(satisfaction)),
      ("subjects", list(theCase.subjects)),
      ("external", text(theCase.external)),
      ("on-behalf", flag(theCase.isOnBehalf)),
      ("repeat", flag(theCase.isRepeated)),
      ("consent", .text(theCase.consent.rawValue)),
      ("complainant", theCase.complainant.isEmpty ? nil : .map(theCase.complainant.pairs)),
      ("attention", list(theCase.attention)),
    ]
    return all.compactMap { key, value in value.map { (key, $0) } }
  }

  private static func text(_ value: (some CustomStringConvertible)?) -> FrontMatterEntry? {
    value.map { .text($0.description) }
  }

  private static func list(_ values: [some CustomStringConvertible]) -> FrontMatterEntry? {
    values.isEmpty ? nil : .list(values.map(\.description))
  }

  private static func count(_ number: Int) -> FrontMatterEntry? {
    number == 0 ? nil : .text(String(number))
  }

  private static func flag(_ truth: Bool) -> FrontMatterEntry? { truth ? .text("yes") : nil }

  private static func satisfaction(_ answer: SurveyAnswer) -> FrontMatterEntry {
    switch answer {
    case .answered(let resolved, nil): .map([("resolved", resolved.rawValue)])
    case .answered(let resolved, let score?):
      .map([("resolved", resolved.rawValue), ("score", String(score))])
    case .waived(let reason): .map([("waived", reason)])
    }
  }
}

/// A value of the front matter: text, a list of texts, or a map of texts.
package enum FrontMatterEntry: Sendable {
  case text(String)
  case list([String])
  case map([(key: String, value: String)])

  /// The value as strict YAML: plain where every YAML tool reads it so, else double-quoted.
  package var yaml: String {
    switch self {
    case .text(let text): Self.scalar(text)
    case .list(let items): "[" + items.map(Self.scalar).joined(separator: ", ") + "]"
    case .map(let pairs):
      "{" + pairs.map { $0.key + ": " + Self.scalar($0.value) }.joined(separator: ", ") + "}"
    }
  }

  private static func scalar(_ text: String) -> String {
    if isPlain(text) { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Whether a text begins with a letter or digit and holds only such, `-`, `_`, `.`, `+`, `/`.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, isAlphanumeric(first) else { return false }
    return text.utf8.allSatisfy { byte in
      isAlphanumeric(byte) || [0x2D, 0x5F, 0x2E, 0x2B, 0x2F].contains(byte)
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
