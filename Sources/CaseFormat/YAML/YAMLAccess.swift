package import Diagnostics
internal import Text

extension YAMLNode {
  /// The text of a scalar; nil for a list or a map.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The items of a list; nil for anything else.
  package var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The pairs of a map in the order of the file; nil for anything else.
  package var pairs: [(key: YAMLNode, value: YAMLNode)]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// Whether nothing is written here, as in `email:`; a quoted empty text is something.
  package var isAbsent: Bool {
    if case .scalar(let text, let quoted) = content { text.isEmpty && !quoted } else { false }
  }

  /// The value under a key; nil when this is no map or has no such key.
  package subscript(_ key: String) -> YAMLNode? {
    pairs?.first { $0.key.text == key }?.value
  }

  /// The text at the end of a chain of keys; nil when a part is missing or is not text.
  package func text(_ path: String...) -> String? {
    var node: YAMLNode? = self
    for key in path { node = node?[key] }
    return node?.text
  }

  /// Makes a finding that carries this node's place.
  package func problem(
    _ severity: Diagnostic.Severity = .error, rule: String, _ message: String, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(severity, rule: rule, at: location, message: message, hint: hint)
  }
}

// MARK: - What a node itself must be

extension YAMLNode {
  /// Returns the scalar's text; `yaml.type` for a list or a map, `yaml.empty` when it is empty.
  package func requireText() throws(Diagnostic) -> String {
    guard let text else { throw wrongType("text") }
    guard !text.isEmpty else { throw problem(rule: "yaml.empty", "a text is missing here") }
    return text
  }

  /// Returns the items; an absent value is an empty list, anything but a list `yaml.type`.
  package func requireList() throws(Diagnostic) -> [YAMLNode] {
    if isAbsent { return [] }
    guard let items else { throw wrongType("a list", hint: "write [one, two], or a dash per line") }
    return items
  }

  /// Returns the pairs; an absent value has none, anything but a map is `yaml.type`.
  package func requireMap() throws(Diagnostic) -> [(key: YAMLNode, value: YAMLNode)] {
    if isAbsent { return [] }
    guard let pairs else { throw wrongType("a map", hint: "write “key: value” lines below it") }
    return pairs
  }

  /// Returns a truth value: `yes` or `true`, `no` or `false`.
  package func requireBoolean() throws(Diagnostic) -> Bool {
    switch try requireText() {
    case "yes", "true": return true
    case "no", "false": return false
    case let other:
      throw problem(rule: "yaml.boolean", "“\(other)” is not yes or no", hint: "write yes or no")
    }
  }

  /// Returns a decimal integer in ASCII digits, within a range.
  package func requireInteger(
    in range: ClosedRange<Int> = Int.min...Int.max
  ) throws(Diagnostic) -> Int {
    let text = try requireText()
    guard text.utf8.first != UInt8(ascii: "+"), let number = Int(text) else {
      throw problem(rule: "yaml.integer", "“\(text)” is not a whole number")
    }
    guard range.contains(number) else {
      throw problem(
        rule: "yaml.integer",
        "\(number) is not between \(range.lowerBound) and \(range.upperBound)")
    }
    return number
  }

  private func wrongType(_ wanted: String, hint: String? = nil) -> Diagnostic {
    let found =
      switch content {
      case .scalar: "text"
      case .sequence: "a list"
      case .mapping: "a map"
      }
    return problem(rule: "yaml.type", "\(wanted) is wanted here, not \(found)", hint: hint)
  }
}

// MARK: - What stands under a key

extension YAMLNode {
  /// Returns the value under a key; `yaml.missing-key` when there is none.
  package func require(_ key: String) throws(Diagnostic) -> YAMLNode {
    _ = try requireMap()
    guard let value = self[key] else {
      throw problem(rule: "yaml.missing-key", "the key “\(key)” is missing")
    }
    return value
  }

  /// Returns the value under a key; nil when the key or its value is absent.
  package func optional(_ key: String) throws(Diagnostic) -> YAMLNode? {
    _ = try requireMap()
    guard let value = self[key], !value.isAbsent else { return nil }
    return value
  }

  /// Returns the text under a key, which must be there and not be empty.
  package func requireText(_ key: String) throws(Diagnostic) -> String {
    let value = try require(key)
    guard value.text != "" else {
      throw value.problem(rule: "yaml.empty", "the key “\(key)” has no value")
    }
    return try value.requireText()
  }

  /// Returns the text under a key; nil when the key or its value is absent.
  package func optionalText(_ key: String) throws(Diagnostic) -> String? {
    try optional(key)?.requireText()
  }

  /// Returns the items under a key; none when the key or its value is absent.
  package func optionalList(_ key: String) throws(Diagnostic) -> [YAMLNode] {
    try optional(key)?.requireList() ?? []
  }

  /// Returns the texts of a list under a key; a single text counts as a list of one.
  package func optionalTexts(_ key: String) throws(Diagnostic) -> [String] {
    guard let value = try optional(key) else { return [] }
    if value.text != nil { return [try value.requireText()] }
    var texts: [String] = []
    for item in try value.requireList() { texts.append(try item.requireText()) }
    return texts
  }

  /// Returns the truth value under a key, or a default when it is absent.
  package func boolean(_ key: String, default value: Bool) throws(Diagnostic) -> Bool {
    try optional(key)?.requireBoolean() ?? value
  }

  /// Returns the integer under a key; nil when it is absent.
  package func integer(
    _ key: String, in range: ClosedRange<Int> = Int.min...Int.max
  ) throws(Diagnostic) -> Int? {
    try optional(key)?.requireInteger(in: range)
  }

  /// Lists the keys nobody asked for, each with the nearest allowed one as a hint.
  package func unknownKeys(allowed: [String]) -> [Diagnostic] {
    (pairs ?? []).compactMap { pair in
      guard let name = pair.key.text, !allowed.contains(name) else { return nil }
      let near = nearest(to: name, among: allowed)
      let hint = near.map { "did you mean “\($0)”?" } ?? "known: \(allowed.joined(separator: ", "))"
      return pair.key.problem(rule: "yaml.unknown-key", "the key “\(name)” is unknown", hint: hint)
    }
  }

  /// Throws the first unknown key.
  package func requireKnownKeys(_ allowed: [String]) throws(Diagnostic) {
    if let first = unknownKeys(allowed: allowed).first { throw first }
  }
}
