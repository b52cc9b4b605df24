internal import Diagnostics
internal import GitStore
internal import Register

/// Says at the end of a command which objects of git were damaged, and what was done about it.
enum DamageNotice {
  /// Prints what was met; false when something is left out or uncertain.
  static func print() -> Bool {
    let all = DamageReport.all
    Output.diagnostics(all.map(RepositoryDamage.diagnostic))
    return all.allSatisfy { $0.remedy == .restored || $0.remedy == .borrowed }
  }
}
