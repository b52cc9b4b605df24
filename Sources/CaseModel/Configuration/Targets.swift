/// What `targets.yml` says: how fast the register promises to act.
package struct Targets: Sendable {
  /// The limits of one category, in whole calendar days from receipt.
  package struct Limits: Sendable, Hashable {
    /// Days to inform and close; nil for kinds that must never be hurried.
    package let close: Int?
    /// The longest time with an extension.
    package let longest: Int?

    /// Sets the limits of a category.
    package init(close: Int?, longest: Int?) {
      self.close = close
      self.longest = longest
    }
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

  /// Sets limits by category, and targets in per cent by figure; other figures have none.
  package init(limits: [String: Limits], figures: [String: Int]) {
    self.limits = limits
    self.figures = figures.filter { Self.shares.contains($0.key) }
  }
}
