package import Diagnostics

/// `publication.yml` as it was written: which tables may be published, and the limits.
///
/// Whether the limits are strong enough is for disclosure control to say; ``problem(_:_:)`` names the
/// line of the key that it objects to.
package struct PublicationSettings: Sendable, ConfigurationPart {
  /// The keys that hold a whole number.
  package static let numbers = [
    "threshold", "sensitive_threshold", "width", "min_denominator", "min_median", "grace_days",
  ]

  private let integers: [String: Int]
  /// The length of a block: month, quarter, half or year; nil for the default.
  package let block: String?
  /// The share of hidden cells above which a table is shown more coarsely; nil for the default.
  package let maxHidden: Double?
  /// The tables, each a list of properties.
  package let tables: [[String]]
  /// The levels of detail of a property, the finest first.
  package let levels: [String: [String]]
  private let lines: [String: SourceLocation]
  private let start: SourceLocation

  /// A number of the file; nil for the default.
  package func number(_ key: String) -> Int? { integers[key] }

  /// The finding that names a key of the file.
  package func problem(_ key: String, _ message: String) -> Diagnostic {
    Diagnostic(
      rule: "publication.plan", at: lines[key] ?? start, message: message,
      hint: "change cases/publication.yml, then `daftar adopt publication.yml`")
  }

  /// Reads the file.
  package static func reading(_ root: YAMLNode) throws(Diagnostic) -> PublicationSettings {
    try root.requireKnownKeys(numbers + ["block", "max_hidden", "tables", "levels"])
    var integers: [String: Int] = [:]
    for key in numbers {
      integers[key] = try root.optional(key)?.requireInteger(in: 0...1_000_000)
    }
    var tables: [[String]] = []
    for node in try root.optionalList("tables") {
      var table: [String] = []
      for item in try node.requireList() { table.append(try item.requireText()) }
      tables.append(table)
    }
    var levels: [String: [String]] = [:]
    for pair in try root.optional("levels")?.requireMap() ?? [] {
      var chain: [String] = []
      for item in try pair.value.requireList() { chain.append(try item.requireText()) }
      levels[try pair.key.requireText()] = chain
    }
    var lines: [String: SourceLocation] = [:]
    for pair in root.pairs ?? [] { lines[pair.key.text ?? ""] = pair.value.location }
    return PublicationSettings(
      integers: integers, block: try root.optionalText("block"), maxHidden: try share(root),
      tables: tables, levels: levels, lines: lines, start: root.location)
  }

  private static func share(_ root: YAMLNode) throws(Diagnostic) -> Double? {
    guard let node = try root.optional("max_hidden") else { return nil }
    guard let share = Double(try node.requireText()) else {
      throw node.problem(
        rule: "publication.plan", "“max_hidden” is no number", hint: "write it as 0.4")
    }
    return share
  }
}
