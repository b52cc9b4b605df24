/// The level at which a planned table is shown, chosen for a year and recorded (R0).
///
/// A table that hides too much is shown at a coarser level, then by its totals only, then not at all.
package struct TableChoice: Hashable, Sendable {
  /// The table as the plan lists it.
  package let planned: [Dimension]
  /// The tables shown in its place; none when it is left out.
  package let published: [[Dimension]]

  /// Makes a choice.
  package init(planned: [Dimension], published: [[Dimension]]) {
    self.planned = planned
    self.published = published
  }

  /// The next coarser choice for one of the published tables.
  func steppingUp(_ table: [Dimension], plan: PublicationPlan) -> TableChoice {
    var next = published.filter { $0 != table }
    if let fine = table.last(where: { plan.steppable.contains($0) }), let coarse = fine.coarser {
      next.append(table.map { $0 == fine ? coarse : $0 }.sorted())
    } else if table.count == 2 {
      next += table.map { [$0] }
    }
    return TableChoice(planned: planned, published: next)
  }

  /// Whether everything shown is a total or a coarser level of something that the other shows.
  package func isSameOrCoarser(than other: TableChoice) -> Bool {
    published.allSatisfy { table in
      other.published.contains { wider in
        table.allSatisfy { dimension in wider.contains { dimension.isSameOrCoarser(than: $0) } }
      }
    }
  }
}
