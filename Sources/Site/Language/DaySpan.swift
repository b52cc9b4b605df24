/// From one day to another, both as `YYYY-MM-DD`.
struct DaySpan: Equatable {
  let from: String
  let to: String

  /// Year and month of a day; zeros for anything else.
  static func month(_ day: String) -> (year: Int, month: Int) {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? (parts[0], parts[1]) : (0, 0)
  }

  /// How many calendar months the span touches.
  var months: Int {
    let (start, end) = (Self.month(from), Self.month(to))
    return (end.year - start.year) * 12 + end.month - start.month + 1
  }
}
