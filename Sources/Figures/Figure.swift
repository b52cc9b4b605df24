package import CaseModel

/// One figure: its value, what it was made from, and for which days.
package struct Figure: Sendable, Hashable {
  /// What a figure can say.
  package enum Value: Sendable, Hashable {
    case count(Int)
    /// Numerator and denominator of a share; the denominator may be 0.
    case share(Int, of: Int)
    /// Whole days.
    case days(Int)
    /// The curve stays above one half: more than so many days.
    case moreThan(days: Int)
    /// Nothing to compute from.
    case none
  }

  /// Which figure it is.
  package let id: FigureID
  /// What it says.
  package let value: Value
  /// How many cases it was made from.
  package let cases: Int
  /// The first day counted; nil for a stock on one day.
  package let from: CalendarDate?
  /// The last day counted.
  package let to: CalendarDate
  /// The day for which it holds.
  package let asOf: CalendarDate

  /// The day as of which the same figure counts the days just before the ones that this one counts, and
  /// none that both count; nil for a stock on one day.
  ///
  /// It is six months before `asOf`, but for the ends of months: 15 days before 10 March is 23 February,
  /// 15 days before 10 September is 26 August, and three days would be in both.
  package var dayBefore: CalendarDate? {
    from.map { $0.adding(days: -1 + (asOf - to)) }
  }

  /// Whole per cent, halves rounded up.
  package static func percent(_ part: Int, of whole: Int) -> Int {
    whole == 0 ? 0 : (part * 200 + whole) / (whole * 2)
  }
}
