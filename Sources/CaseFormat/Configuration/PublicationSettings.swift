package import CaseModel
package import Diagnostics

extension PublicationSettings: ConfigurationPart {
  /// The finding that names a key of the file.
  package func problem(_ key: String, _ message: String) -> Diagnostic {
    let place = places[key] ?? places[""]
    return Diagnostic(
      rule: "publication.plan",
      at: SourceLocation(
        path: "cases/publication.yml", line: place?.line, column: place?.column),
      message: message,
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
    var places = ["": place(root)]
    for pair in root.pairs ?? [] { places[pair.key.text ?? ""] = place(pair.value) }
    return PublicationSettings(
      integers: integers, block: try root.optionalText("block"), maxHidden: try share(root),
      tables: tables, levels: levels, places: places)
  }

  private static func place(_ node: YAMLNode) -> Place {
    Place(line: node.location.line ?? 1, column: node.location.column ?? 1)
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
