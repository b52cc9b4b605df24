/// A headline number with what a reader needs to judge it.
package struct PublishedFigure: Sendable, Equatable {
  /// What the number counts.
  package enum Unit: String, Sendable, Equatable {
    case percent, days, count
  }

  /// The number in the shape in which it is known.
  package enum Value: Sendable, Equatable {
    /// A whole number, or the reason why there is none.
    case whole(PublishedValue)
    /// A number of ASCII digits with a decimal point, such as `6.5`.
    case decimal(String)
    /// More than the number; the exact one is not known yet.
    case moreThan(Int)
  }

  /// The identifier of the definition, such as `K05`.
  package let id: String
  /// The number.
  package let value: Value
  /// What the number counts.
  package let unit: Unit
  /// How many of the denominator count, for a share.
  package let numerator: PublishedValue?
  /// How many cases the number is made of.
  package let denominator: PublishedValue?
  /// The first day counted, `YYYY-MM-DD`; nil for a stock at one day.
  package let from: String?
  /// The last day counted, `YYYY-MM-DD`.
  package let to: String
  /// What the organisation aims at, in the same unit.
  package let target: Int?
}
