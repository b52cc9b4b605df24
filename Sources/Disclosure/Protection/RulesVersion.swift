/// Which version of the rules a block was closed under.
///
/// A closed block never changes. It is proved by the rules of its own day, and no later block may fall
/// back behind them.
package enum RulesVersion: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// A cell that holds all cases of a row of two dimensions is hidden, and that is all: zeros beside it
  /// may tell what it holds. Of cases that were open at the end of a block it knows only the shortest
  /// time until their closing.
  case first = 1
  /// No row, of two dimensions or of one, tells that everybody in it gave one answer; and what was open at
  /// the end of a block and is closed in it took no longer than until the day of the counts.
  case second = 2

  /// The rules under which blocks are closed now.
  package static let newest = RulesVersion.second

  package static func < (left: RulesVersion, right: RulesVersion) -> Bool {
    left.rawValue < right.rawValue
  }
}
