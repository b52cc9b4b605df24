/// The input for one headline number of a draft: plain values, checked when the release is made.
package struct DraftFigure: Sendable, Equatable {
  enum Value: Sendable, Equatable {
    case count(Int)
    case share(numerator: Int, denominator: Int)
    case days(String)
    case daysMoreThan(Int)
    case none
  }

  let id: String
  let value: Value
  let unit: PublishedFigure.Unit
  let cases: Int?
  let from: String?
  let to: String
  let target: Int?

  /// A number of cases, such as K01 received.
  ///
  /// - Parameters:
  ///   - id: The identifier of the definition, such as `K01`.
  ///   - count: The number of cases.
  ///   - from: The first day counted, `YYYY-MM-DD`; nil for a stock such as "open on that day".
  ///   - to: The last day counted, `YYYY-MM-DD`.
  /// - Returns: The input for the figure.
  package static func count(_ id: String, _ count: Int, from: String?, to: String) -> DraftFigure {
    DraftFigure(
      id: id, value: .count(count), unit: .count, cases: nil, from: from, to: to, target: nil)
  }

  /// A share of cases, such as K05; the percentage is computed here, from the two counts.
  ///
  /// - Parameters:
  ///   - id: The identifier of the definition, such as `K05`.
  ///   - numerator: How many of the cases count.
  ///   - denominator: How many cases there are; 0 gives "not applicable".
  ///   - from: The first day counted, `YYYY-MM-DD`.
  ///   - to: The last day counted, `YYYY-MM-DD`.
  ///   - target: What the organisation aims at, in percent.
  /// - Returns: The input for the figure.
  package static func share(
    _ id: String, numerator: Int, denominator: Int, from: String?, to: String, target: Int? = nil
  ) -> DraftFigure {
    DraftFigure(
      id: id, value: .share(numerator: numerator, denominator: denominator), unit: .percent,
      cases: denominator, from: from, to: to, target: target)
  }

  /// A median number of days, such as K07.
  ///
  /// - Parameters:
  ///   - id: The identifier of the definition, such as `K07`.
  ///   - days: ASCII digits, at most one decimal point: `6` or `6.5`.
  ///   - cases: How many cases the median is made of.
  ///   - from: The first day counted, `YYYY-MM-DD`.
  ///   - to: The last day counted, `YYYY-MM-DD`.
  ///   - target: What the organisation aims at, in days.
  /// - Returns: The input for the figure.
  package static func days(
    _ id: String, _ days: String, cases: Int, from: String?, to: String, target: Int? = nil
  ) -> DraftFigure {
    DraftFigure(
      id: id, value: .days(days), unit: .days, cases: cases, from: from, to: to, target: target)
  }

  /// A median that is not reached yet: more than half of the cases still wait after `days` days.
  ///
  /// - Parameters:
  ///   - id: The identifier of the definition, such as `K07`.
  ///   - days: The longest time that is known.
  ///   - cases: How many cases the median is made of.
  ///   - from: The first day counted, `YYYY-MM-DD`.
  ///   - to: The last day counted, `YYYY-MM-DD`.
  ///   - target: What the organisation aims at, in days.
  /// - Returns: The input for the figure.
  package static func daysMoreThan(
    _ id: String, _ days: Int, cases: Int, from: String?, to: String, target: Int? = nil
  ) -> DraftFigure {
    DraftFigure(
      id: id, value: .daysMoreThan(days), unit: .days, cases: cases, from: from, to: to,
      target: target)
  }

  /// A figure that no case speaks to yet.
  ///
  /// - Parameters:
  ///   - id: The identifier of the definition, such as `K07`.
  ///   - unit: What the number would count.
  ///   - from: The first day counted, `YYYY-MM-DD`.
  ///   - to: The last day counted, `YYYY-MM-DD`.
  /// - Returns: The input for the figure.
  package static func none(
    _ id: String, unit: PublishedFigure.Unit, from: String?, to: String
  ) -> DraftFigure {
    DraftFigure(id: id, value: .none, unit: unit, cases: nil, from: from, to: to, target: nil)
  }
}
