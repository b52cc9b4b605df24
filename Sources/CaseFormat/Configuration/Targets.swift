package import CaseModel
package import Diagnostics

extension Targets: ConfigurationPart {
  /// Reads `targets.yml`.
  package static func reading(_ root: YAMLNode) throws(Diagnostic) -> Targets {
    try root.requireKnownKeys(["limits", "figures"])
    var limits: [String: Limits] = [:]
    for pair in try root.optional("limits")?.requireMap() ?? [] {
      try pair.value.requireKnownKeys([
        "acknowledge", "assign", "first-action", "close", "longest", "escalate",
      ])
      for key in ["acknowledge", "assign", "first-action"] { _ = try days(pair.value, key) }
      limits[try pair.key.requireText()] = Limits(
        close: try days(pair.value, "close"), longest: try days(pair.value, "longest"))
    }
    var figures: [String: Int] = [:]
    for pair in try root.optional("figures")?.requireMap() ?? [] {
      try pair.value.requireKnownKeys(["target"])
      figures[try pair.key.requireText()] = try pair.value.integer("target", in: 0...100)
    }
    return Targets(limits: limits, figures: figures)
  }

  /// Reads `15d` or `24h` as whole days, hours rounded up.
  private static func days(_ node: YAMLNode, _ key: String) throws(Diagnostic) -> Int? {
    guard let value = try node.optional(key) else { return nil }
    let text = try value.requireText()
    guard text.first?.isNumber ?? false, let number = Int(text.dropLast()),
      (0...3_650).contains(number)
    else {
      throw value.problem(
        rule: "targets.limit", "“\(text)” is no limit", hint: "write days as 15d, hours as 24h")
    }
    switch text.last {
    case "d": return number
    case "h": return (number + 23) / 24
    default:
      throw value.problem(
        rule: "targets.limit", "“\(text)” is no limit", hint: "write days as 15d, hours as 24h")
    }
  }
}
