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
  package static func reading(_ written: YAMLNode) throws(Diagnostic) -> PublicationSettings {
    let root = try inPresentSpelling(written)
    try root.requireKnownKeys(numbers + ["block", "max-hidden", "tables", "levels"])
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

  /// The keys that version 0.1.0 spelt with `_`, as all other files spell theirs.
  ///
  /// Refuses a file with both spellings of one key.
  static func inPresentSpelling(_ root: YAMLNode) throws(Diagnostic) -> YAMLNode {
    guard let pairs = root.pairs else { return root }
    var present: [(key: YAMLNode, value: YAMLNode)] = []
    for pair in pairs {
      let name = (pair.key.text ?? "").replacing("_", with: "-")
      guard name != pair.key.text, numbers.contains(name) || name == "max-hidden" else {
        present.append(pair)
        continue
      }
      guard root[name] == nil else {
        throw pair.key.problem(
          rule: "publication.plan", "“\(name)” is there twice, once with an underscore",
          hint: "remove one of them")
      }
      present.append((YAMLNode(.scalar(name, quoted: false), at: pair.key.location), pair.value))
    }
    return YAMLNode(.mapping(present), at: root.location)
  }

  private static func place(_ node: YAMLNode) -> Place {
    Place(line: node.location.line ?? 1, column: node.location.column ?? 1)
  }

  private static func share(_ root: YAMLNode) throws(Diagnostic) -> Double? {
    guard let node = try root.optional("max-hidden") else { return nil }
    guard let share = Double(try node.requireText()) else {
      throw node.problem(
        rule: "publication.plan", "“max-hidden” is no number", hint: "write it as 0.4")
    }
    return share
  }
}
