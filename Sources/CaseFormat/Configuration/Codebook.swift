package import CaseModel
package import Diagnostics

/// What `categories.yml` says: the codes that cases may hold, and what they are called.
package struct Codebook: Sendable, ConfigurationPart {
  /// A kind of feedback.
  package struct Category: Sendable, Hashable {
    /// The code and its labels.
    package let name: LabelledCode
    /// Code of the group in which figures show it.
    package let group: String
    /// Whether the complaint figures count it.
    package let isComplaint: Bool
    /// The sensitivity that a new case begins with.
    package let sensitivity: Sensitivity
    /// The priority that a new case begins with.
    package let priority: Priority
  }

  /// A way by which feedback arrives.
  package struct Channel: Sendable, Hashable {
    /// The code and its labels.
    package let name: LabelledCode
    /// Whether the complainant stands there or is on the line, and is told at once.
    package let isInPerson: Bool
  }

  /// Kinds of feedback.
  package let categories: [Category]
  /// Ways by which feedback arrives.
  package let channels: [Channel]
  /// The other lists by their key: groups, themes, root-causes, outcomes, states and so on.
  package let lists: [String: [LabelledCode]]
  /// The bands of the complainant's coded facts by key.
  package let bands: [String: [LabelledCode]]

  /// The category with a code.
  package func category(_ code: String) -> Category? { categories.first { $0.name.code == code } }

  /// What figures count as a complaint.
  package var complaintRule: ComplaintRule {
    ComplaintRule(
      kinds: Set(
        categories.filter { $0.isComplaint && !$0.sensitivity.isSensitive }.map(\.name.code)))
  }

  /// The channel with a code.
  package func channel(_ code: String) -> Channel? { channels.first { $0.name.code == code } }

  /// The codes of a list.
  package func codes(_ list: String) -> [LabelledCode] {
    switch list {
    case "categories": categories.map(\.name)
    case "channels": channels.map(\.name)
    default: lists[list] ?? []
    }
  }

  /// The kinds whose sensitivity no register may lower.
  private static let sensitiveKinds: Set<String> = [
    "personal-data", "protection", "conduct", "fraud", "child-safeguarding", "seah",
  ]

  static let listKeys = [
    "groups", "themes", "root-causes", "outcomes", "states", "priorities", "sensitivities",
    "waivers",
  ]

  /// Reads `categories.yml`.
  package static func reading(_ root: YAMLNode) throws(Diagnostic) -> Codebook {
    try root.requireKnownKeys(["categories", "channels", "bands"] + listKeys)
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
    var lists: [String: [LabelledCode]] = [:]
    for key in listKeys { lists[key] = try root.labelledCodes(key) }
    var bands: [String: [LabelledCode]] = [:]
    if let node = try root.optional("bands") {
      try node.requireKnownKeys(Complainant.keys)
      for key in Complainant.keys { bands[key] = try node.labelledCodes(key) }
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
