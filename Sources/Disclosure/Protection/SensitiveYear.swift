/// The one line a year in which sensitive cases appear, merged, outside every table and total.
package struct SensitiveYear: Hashable, Sendable {
  /// The calendar year of registration.
  package let year: Int
  /// The number of cases, or hidden; a hidden one may also be zero.
  package let value: PublishedValue

  /// Counts the confidential and restricted cases registered in a year that is over.
  ///
  /// - Parameters:
  ///   - year: The calendar year.
  ///   - complainants: A key for each case; nil counts as a person of its own.
  ///   - plan: The plan with the threshold.
  package init(year: Int, complainants: [String?], plan: PublicationPlan) {
    self.year = year
    let known = complainants.compactMap(\.self)
    let sizes = known.reduce(into: [:] as [String: Int]) { $0[$1, default: 0] += 1 }
    let persons = complainants.count - known.count + sizes.count
    let largest = sizes.values.max() ?? 0
    // A hidden line may be any number, also none: it says nothing but that it is not shown.
    let isSafe = persons >= plan.sensitiveThreshold && 2 * largest < complainants.count
    value = isSafe ? .published(complainants.count) : .hidden
  }

  /// Takes a line as it was frozen; nil for a hidden one.
  init(year: Int, frozen count: Int?) {
    self.year = year
    value = count.map { .published($0) } ?? .hidden
  }
}
