/// The share of cases still open after so many days, by Kaplan and Meier.
///
/// A case that is still open counts for as long as it was watched and is not treated as closed:
/// a plain median of closed cases would look better the more cases never close (KAPLAN and MEIER,
/// Nonparametric estimation from incomplete observations, 1958).
package struct SurvivalCurve: Sendable {
  /// How long one case was watched, and whether it was closed then.
  package struct Observation: Sendable, Hashable {
    package let days: Int
    package let isClosed: Bool

    /// Makes an observation of whole days.
    package init(days: Int, isClosed: Bool) {
      self.days = days
      self.isClosed = isClosed
    }
  }

  private let observations: [Observation]

  /// Takes observations in any order.
  package init(_ observations: [Observation]) {
    self.observations = observations.sorted {
      ($0.days, $0.isClosed ? 0 : 1) < ($1.days, $1.isClosed ? 0 : 1)
    }
  }

  /// The longest time that any case was watched, in days.
  package var longestDays: Int? { observations.last?.days }

  /// The first day by which a share of the cases is closed; nil when the curve stays above.
  ///
  /// The share is a fraction, such as `(1, 2)` for the median and `(9, 10)` for the 90th percentile.
  package func days(untilShareClosed share: (Int, Int)) -> Int? {
    let limit = 1 - Double(share.0) / Double(share.1)
    var stillOpen = 1.0
    var atRisk = observations.count
    var index = 0
    while index < observations.count {
      let days = observations[index].days
      var closed = 0
      var leaving = 0
      while index < observations.count, observations[index].days == days {
        if observations[index].isClosed { closed += 1 }
        leaving += 1
        index += 1
      }
      stillOpen *= 1 - Double(closed) / Double(atRisk)
      atRisk -= leaving
      // A rounding error of a billionth must not move a median by a day.
      if stillOpen <= limit + 1e-9 { return days }
    }
    return nil
  }
}
