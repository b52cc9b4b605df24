package import CaseModel

/// A figure for the team alone: computed from the cases, as the terminal shows it.
///
/// Only the pages of the team take it; no public page can show one.
package struct TeamFigure: Hashable, Sendable {
  /// Its id, such as `K05`.
  package let id: String
  /// What it says.
  package let value: DerivedValue
  /// Numerator and denominator of a share.
  package let ratio: Ratio?
  /// The first and the last day that it counts.
  package let from: CalendarDate
  package let to: CalendarDate
  /// How many cases it was made from.
  package let cases: Int
  /// What it said of the days just before these, equally many months, none of which it counts itself; nil
  /// where the register did not exist on all of them.
  package let before: DerivedValue?

  /// Takes a figure.
  package init(
    id: String, value: DerivedValue, ratio: Ratio?, from: CalendarDate, to: CalendarDate,
    cases: Int, before: DerivedValue? = nil
  ) {
    self.id = id
    self.value = value
    self.ratio = ratio
    self.from = from
    self.to = to
    self.cases = cases
    self.before = before
  }
}
