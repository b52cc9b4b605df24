package import CaseModel
package import Diagnostics

extension Places: ConfigurationPart {
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
