/// How a planned table is shown: at which level, and whether whole (R0).
///
/// The level is chosen for a year and recorded; it only ever becomes coarser. A table that still
/// hides too much in one block is shown there by its totals only, then not at all.
package struct TableChoice: Hashable, Sendable {
  /// The table as the plan lists it.
  package let planned: [Dimension]
  /// Its dimensions at the level of the year.
  package let level: [Dimension]
  /// The tables shown in its place in this block; none when it is left out.
  package let published: [[Dimension]]

  /// Makes a choice.
  package init(planned: [Dimension], level: [Dimension], published: [[Dimension]]) {
    self.planned = planned
    self.level = level
    self.published = published
  }

  /// The choice that shows a table whole at a level.
  init(planned: [Dimension], level: [Dimension]) {
    self.init(planned: planned, level: level, published: [level])
  }

  /// The next coarser choice for one of the published tables.
  func steppingUp(_ table: [Dimension], plan: PublicationPlan) -> TableChoice {
    if table == level, let fine = table.last(where: { plan.steppable.contains($0) }),
      let coarse = fine.coarser
    {
      let next = table.map { $0 == fine ? coarse : $0 }.sorted()
      return TableChoice(planned: planned, level: next)
    }
    let totals = table.count == 2 ? table.map { [$0] } : []
    return TableChoice(
      planned: planned, level: level, published: published.filter { $0 != table } + totals)
  }

  /// Whether the level is a level of the planned table and everything shown is part of it.
  var isWithinPlan: Bool {
    Self.isSameOrCoarser(level, than: planned)
      && published.allSatisfy { table in table.allSatisfy { level.contains($0) } }
  }

  /// Whether a list of dimensions is another one, dimension by dimension, at the same or a coarser
  /// level.
  static func isSameOrCoarser(_ level: [Dimension], than other: [Dimension]) -> Bool {
    level.count == other.count
      && level.allSatisfy { one in other.contains { one.isSameOrCoarser(than: $0) } }
      && other.allSatisfy { one in level.contains { $0.isSameOrCoarser(than: one) } }
  }
}
