package import Diagnostics
package import Disclosure

/// What is said of closed blocks whose rules are older than those of today.
package enum OlderRules {
  /// What the rules of a block did not protect; nil for a block of today's rules.
  package static func warning(of closed: ClosedBlock) -> Diagnostic? {
    guard closed.rules < .newest else { return nil }
    let rows = closed.unprotected.map(\.description)
    var message =
      "closed under rules \(closed.rules.rawValue), today's are \(RulesVersion.newest.rawValue): nearly "
      + "every hidden count of it is that of somebody"
    if !rows.isEmpty {
      message +=
        ", and readers can tell what all of a row have in common: " + rows.joined(separator: "; ")
    }
    var warning = BlockArchive.diagnostic(
      "publish.rules", closed.block.period + "/block.csv", message)
    warning.severity = .warning
    warning.hint = "what is published stays as it is; blocks are closed under today's rules"
    return warning
  }
}
