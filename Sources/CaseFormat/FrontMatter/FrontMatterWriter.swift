package import CaseModel

/// The writer of a case's front matter: the fold of its events, one `key: value` a line.
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
  package static func pairs(_ stub: Stub) -> [(key: String, value: FieldValue)] {
    let all: [(String, FieldValue?)] = [
      ("case", .text(stub.id.description)),
      ("state", .text(stub.state.rawValue)),
      ("sensitivity", .text(stub.sensitivity.rawValue)),
      ("received", .text(stub.received.description)),
      ("due", stub.due.map { .text($0.description) }),
      ("actors", .list(stub.actors)),
    ]
    return all.compactMap { key, value in value.map { (key, $0) } }
  }

  /// Returns keys and values in the fixed order, absent values left out.
  package static func pairs(_ theCase: Case) -> [(key: String, value: FieldValue)] {
    CaseField.inFrontMatter.compactMap { field in
      theCase.value(of: field).map { (field.name, $0) }
    }
  }
}

extension FieldValue {
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
