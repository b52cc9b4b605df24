/// The figures that this version computes, named by their ids in `docs/figures.md`.
package enum FigureID: String, Sendable, CaseIterable {
  /// Cases received in the period.
  case received = "K01"
  /// Complaints closed within 15 days, last six months, mature cohort.
  case closedInTime = "K05"
  /// The same by date of closing: biased upward, because what never closes is missing.
  case closedInTimeByClosing = "K05b"
  /// The same with the first closing: the gap to K05 shows hurried closings.
  case firstClosedInTime = "K05f"
  /// Median days to close.
  case medianDays = "K07"
  /// Cases closed in the period beside those received.
  case closingBalance = "K08"
  /// Cases open on the day.
  case open = "K09"
  /// Open cases whose deadline has passed.
  case overdue = "K10"
}
