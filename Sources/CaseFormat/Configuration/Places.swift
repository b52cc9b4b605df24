package import CaseModel
package import Diagnostics

extension Places: ConfigurationPart {
  /// Reads `areas.yml`.
  package static func reading(_ root: YAMLNode) throws(Diagnostic) -> Places {
    let others = Concern.fields.filter { $0 != .area }
    try root.requireKnownKeys(Concern.fields.map { CodeList.concern($0).key })
    var areas: [Area] = []
    for node in try root.optionalList(CodeList.concern(.area).key) {
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
    var lists: [CaseField: [LabelledCode]] = [:]
    for field in others { lists[field] = try root.labelledCodes(CodeList.concern(field).key) }
    return Places(areas: areas, lists: lists)
  }
}
