/// Whether a share reaches its target: the one rule for the terminal and all pages.
package enum TargetRule {
  /// Judges the exact share and not the whole per cent that is shown: 84.6 % is written 85 % and misses
  /// a target of 85 %.
  ///
  /// Nil for a share of nothing.
  package static func isMet(
    _ part: Int, of whole: Int, target percent: Int, lowerIsBetter: Bool = false
  ) -> Bool? {
    guard whole > 0, part >= 0 else { return nil }
    let (reached, wanted) = (Double(part) * 100, Double(percent) * Double(whole))
    return lowerIsBetter ? reached <= wanted : reached >= wanted
  }
}
