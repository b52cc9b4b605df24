package import CaseModel
package import Diagnostics

/// What `targets.yml` says: how fast the register promises to act.
package struct Targets: Sendable, ConfigurationPart {
  /// The limits of one category, in whole calendar days from receipt.
  package struct Limits: Sendable, Hashable {
    /// Days to inform and close; nil for kinds that must never be hurried.
    package let close: Int?
    /// The longest time with an extension.
    package let longest: Int?
  }

  /// The figures that are shares, those of which only the id is kept among them (`docs/figures.md`):
  /// no other one can be met or missed in per cent.
  package static let shares = ["K02", "K05", "K05b", "K05f", "K08", "K10", "K14", "K15"]

  private let limits: [String: Limits]
  /// Targets of figures in per cent, by figure id; what an earlier version took for others is left out.
  package let figures: [String: Int]

  /// The categories that have limits.
  package var categories: [String] { limits.keys.sorted() }

  /// The limits of a category; none when the file does not name it.
  package func limits(of category: String) -> Limits? { limits[category] }

  /// The day by which a case of a category should be closed: received + the category's days.
  package func due(category: String, received: CalendarDate) -> CalendarDate? {
    limits[category]?.close.map { received.adding(days: $0) }
  }

  /// How far a deadline may lie: where a kind has a longest time, no far day can be meant.
  package func deadline(of category: String) -> DateBounds {
    limits[category]?.longest == nil ? .planned : .limited
  }

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
    return Targets(limits: limits, figures: figures.filter { shares.contains($0.key) })
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
