package import CaseModel
package import Diagnostics

extension Codebook: ConfigurationPart {
  /// The kinds whose sensitivity no register may lower.
  private static let sensitiveKinds: Set<String> = [
    "personal-data", "protection", "conduct", "fraud", "child-safeguarding", "seah",
  ]

  /// The lists that hold nothing but codes and labels.
  static let plainLists: [CodeList] = [
    .groups, .themes, .rootCauses, .outcomes, .states, .priorities, .sensitivities, .waivers,
  ]

  /// Reads `categories.yml`.
  package static func reading(_ root: YAMLNode) throws(Diagnostic) -> Codebook {
    try root.requireKnownKeys(["categories", "channels", "bands"] + plainLists.map(\.key))
    var categories: [Category] = []
    for node in try root.require("categories").requireList() {
      categories.append(try category(node, among: categories))
    }
    var channels: [Channel] = []
    for node in try root.require("channels").requireList() {
      try node.requireKnownKeys(["code", "in-person", "labels"])
      let code = try node.newCode(among: channels.map(\.name.code))
      channels.append(
        Channel(
          name: LabelledCode(code: code, labels: try node.labels()),
          isInPerson: try node.boolean("in-person", default: false)))
    }
    var lists: [CodeList: [LabelledCode]] = [:]
    for list in plainLists { lists[list] = try root.labelledCodes(list.key) }
    var bands: [Complainant.Fact: [LabelledCode]] = [:]
    if let node = try root.optional("bands") {
      try node.requireKnownKeys(Complainant.keys)
      for fact in Complainant.Fact.allCases {
        bands[fact] = try node.labelledCodes(fact.rawValue)
      }
    }
    return Codebook(categories: categories, channels: channels, lists: lists, bands: bands)
  }

  private static func category(
    _ node: YAMLNode, among known: [Category]
  ) throws(Diagnostic) -> Category {
    try node.requireKnownKeys([
      "code", "group", "complaint", "sensitivity", "priority", "six-step", "eight-step", "ifrc",
      "labels",
    ])
    let code = try node.newCode(among: known.map(\.name.code))
    let sensitivity: Sensitivity = try value(node, "sensitivity")
    guard sensitivity.isSensitive || !sensitiveKinds.contains(code) else {
      throw node.problem(
        rule: "config.sensitivity", "\(code) is always confidential or restricted",
        hint: "write confidential or restricted: these reports must never be kept in clear")
    }
    return Category(
      name: LabelledCode(code: code, labels: try node.labels()),
      group: try node.requireText("group"),
      isComplaint: try node.boolean("complaint", default: false),
      sensitivity: sensitivity, priority: try value(node, "priority"))
  }

  private static func value<Code: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode, _ key: String
  ) throws(Diagnostic) -> Code {
    let text = try node.requireText(key)
    guard let code = Code(rawValue: text) else {
      let known = Code.allCases.map(\.rawValue).joined(separator: ", ")
      throw node.problem(
        rule: "config.value", "“\(text)” is no value for “\(key)”", hint: "values: " + known)
    }
    return code
  }
}
