/// The whole percentage that `part` is of `whole`, halves rounded up.
///
/// Nothing has a share of nothing: a `whole` of 0 gives "not applicable".
package func wholePercent(_ part: Int, of whole: Int) -> PublishedValue {
  guard whole > 0, part >= 0 else { return .notApplicable }
  let (scaled, overflow) = part.multipliedReportingOverflow(by: 200)
  guard !overflow, whole <= Int.max / 2, scaled <= Int.max - whole else { return .missing }
  return .published((scaled + whole) / (2 * whole))
}
