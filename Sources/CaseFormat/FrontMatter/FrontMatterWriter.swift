package import CaseModel

/// Writes the front matter of a case: the fold of its events, one `key: value` a line.
package enum FrontMatterWriter {
  /// Returns the lines between the two `---`, in the fixed order, absent values left out.
  package static func lines(_ standing: CaseStanding) -> [String] {
    let pairs =
      switch standing {
      case .ordinary(let file): pairs(file)
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
  package static func pairs(_ file: Case) -> [(key: String, value: FrontMatterEntry)] {
    let all: [(String, FrontMatterEntry?)] = [
      ("case", .text(file.id.description)),
      ("state", .text(file.state.rawValue)),
      ("category", .text(file.category)),
      ("themes", .list(file.themes)),
      ("sensitivity", .text(file.sensitivity.rawValue)),
      ("priority", .text(file.priority.rawValue)),
      ("channel", .text(file.channel)),
      ("language", .text(file.language)),
      ("area", text(file.area)),
      ("unit", text(file.unit)),
      ("project", text(file.project)),
      ("received", .text(file.received.description)),
      ("received-by", .text(file.receivedBy)),
      ("happened", text(file.happened)),
      ("registered", .text(file.registered.description)),
      ("acknowledged", text(file.acknowledged)),
      ("due", text(file.due)),
      ("extended", text(file.extended)),
      ("assignee", text(file.assignee)),
      ("waiting-for", text(file.waitingFor?.rawValue)),
      ("waiting-until", text(file.waitingUntil)),
      ("held-from", text(file.heldFrom?.rawValue)),
      ("held-until", text(file.heldUntil)),
      ("outcome", text(file.outcome?.rawValue)),
      ("root-cause", text(file.rootCause)),
      ("decided", text(file.decided)),
      ("decided-by", text(file.decidedBy)),
      ("approved-by", text(file.approvedBy)),
      ("informed", text(file.informed)),
      ("waived", text(file.waived?.rawValue)),
      ("closed", text(file.closed)),
      ("reopened", count(file.reopened)),
      ("objections", count(file.objections)),
      ("duplicate-of", text(file.duplicateOf)),
      ("follows", text(file.follows)),
      ("same-issue", list(file.sameIssue)),
      ("promises", list(file.promises)),
      ("referrals", list(file.referrals)),
      ("satisfaction", file.satisfaction.map(satisfaction)),
      ("subjects", list(file.subjects)),
      ("external", text(file.external)),
      ("on-behalf", flag(file.isOnBehalf)),
      ("repeat", flag(file.isRepeated)),
      ("consent", .text(file.consent.rawValue)),
      ("complainant", file.complainant.isEmpty ? nil : .map(file.complainant.pairs)),
      ("attention", list(file.attention)),
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
