package import Diagnostics

/// What `areas.yml` says: where the organisation works, its units and its projects.
package struct Places: Sendable, ConfigurationPart {
  /// An area and the one in which it lies.
  package struct Area: Sendable, Hashable {
    /// The code and its labels.
    package let name: LabelledCode
    /// Code of the area around it.
    package let parent: String?
  }

  /// Areas, the larger before the smaller.
  package let areas: [Area]
  /// Units that answer for cases.
  package let units: [LabelledCode]
  /// Projects that cases concern.
  package let projects: [LabelledCode]

  /// Reads `areas.yml`.
  package static func reading(_ root: YAMLNode) throws(Diagnostic) -> Places {
    try root.requireKnownKeys(["areas", "units", "projects"])
    var areas: [Area] = []
    for node in try root.optionalList("areas") {
      try node.requireKnownKeys(["code", "parent", "labels"])
      let code = try node.newCode(among: areas.map(\.name.code))
      let parent = try node.optionalText("parent")
      if let parent, !areas.contains(where: { $0.name.code == parent }) {
        throw node.problem(
          rule: "config.parent", "the area “\(parent)” around \(code) is not listed before it",
          hint: "list the larger area first")
      }
      areas.append(
        Area(name: LabelledCode(code: code, labels: try node.labels()), parent: parent))
    }
    return Places(
      areas: areas, units: try root.labelledCodes("units"),
      projects: try root.labelledCodes("projects"))
  }
}
