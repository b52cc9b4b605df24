package import Diagnostics
package import Disclosure

/// What is said of closed blocks whose rules are older than those of today.
package enum OlderRules {
  /// What the rules of a block did not protect; nil for a block of today's rules.
  package static func warning(of closed: ClosedBlock) -> Diagnostic? {
    guard closed.rules < .newest else { return nil }
    let found = closed.unprotected
    let message =
      "closed under rules \(closed.rules.rawValue), today's are \(RulesVersion.newest.rawValue): nearly "
      + "every hidden count of it is that of somebody"
      + listed(
        "readers can tell what all of a row have in common",
        found.filter(\.isOneAnswer).map(\.description))
      + listed(
        "no certificate stands that keeps these open to readers who know the day of closing",
        found.filter { !$0.isOneAnswer }.map(place))
    var warning = BlockArchive.diagnostic(
      "publish.rules", closed.block.period + "/block.csv", message)
    warning.severity = .warning
    warning.hint = "what is published stays as it is; blocks are closed under today's rules"
    return warning
  }

  /// The count that a finding is about: how little is known of it is not said, for other certificates might
  /// have kept it open.
  private static func place(_ finding: ProofFinding) -> String {
    switch finding {
    case .narrow(let cell, _, _), .unlistedKnown(let cell): cell.description
    default: finding.description
    }
  }

  private static func listed(_ words: String, _ items: [String]) -> String {
    items.isEmpty ? "" : ", and \(words): " + items.joined(separator: "; ")
  }
}
