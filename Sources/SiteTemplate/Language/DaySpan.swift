/// From one day to another, both as `YYYY-MM-DD`.
package struct DaySpan: Equatable {
  /// Its first day.
  package let from: String
  /// Its last day.
  package let to: String

  /// Takes both days.
  package init(from: String, to: String) {
    self.from = from
    self.to = to
  }

  /// Year and month of a day; zeros for anything else.
  package static func month(_ day: String) -> (year: Int, month: Int) {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? (parts[0], parts[1]) : (0, 0)
  }

  /// How many calendar months the span touches.
  package var months: Int {
    let (start, end) = (Self.month(from), Self.month(to))
    return (end.year - start.year) * 12 + end.month - start.month + 1
  }
}
