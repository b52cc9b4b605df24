internal import Tables

/// How a proposed map says the form of dates, and what it leaves open.
extension ProposalWriter {
  /// The lines of a column of dates below the field.
  func format(_ dates: ColumnDates) -> [String] {
    var lines: [String] = []
    if let doubt = dates.doubt, let days = Self.days(doubt) {
      let example = Self.canWrite(doubt.example) ? doubt.example : "a date of it"
      lines = [
        "    # Day or month first? No date of the table tells: ask whoever made it, and write one of",
        "    #   format: \(Self.formats(dates, isDayFirst: true))  # \(example) is \(days.dayFirst)",
        "    #   format: \(Self.formats(dates, isDayFirst: false))  # \(example) is \(days.monthFirst)",
        "    format: undecided",
      ]
    } else {
      lines = ["    format: \(Self.list(dates.patterns))"]
    }
    let absent = dates.absent.filter(Self.canWrite)
    guard !absent.isEmpty else { return lines }
    let words = absent.map(Self.quoted).joined(separator: ", ")
    return lines + ["    absent: [\(words)]  # no date"]
  }

  /// The doubts that the map leaves open.
  var doubts: [MapProposal.DateDoubt] {
    zip(choice.profiles, choice.roles).compactMap { profile, role in
      guard case .date = role, let doubt = profile.dates.doubt, let days = Self.days(doubt) else {
        return nil
      }
      return MapProposal.DateDoubt(
        column: profile.name, example: doubt.example, dayFirst: days.dayFirst,
        monthFirst: days.monthFirst)
    }
  }

  private static func formats(_ dates: ColumnDates, isDayFirst: Bool) -> String {
    var dates = dates
    dates.settle(isDayFirst: isDayFirst)
    return list(dates.patterns)
  }

  private static func list(_ patterns: [String]) -> String {
    let quoted = patterns.map(quoted)
    return quoted.count == 1 ? quoted[0] : "[" + quoted.joined(separator: ", ") + "]"
  }

  /// The example of a doubt read in both orders.
  private static func days(_ doubt: ColumnDates.Doubt) -> (dayFirst: String, monthFirst: String)? {
    guard let first = day(doubt.example, doubt.dayFirst),
      let second = day(doubt.example, doubt.monthFirst)
    else { return nil }
    return (first, second)
  }

  /// A cell as a pattern reads it, in the form of ISO 8601.
  static func day(_ cell: String, _ pattern: String) -> String? {
    guard let parts = try? DatePattern(pattern).parts(of: cell) else { return nil }
    func digits(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(digits(parts.year, 4))-\(digits(parts.month, 2))-\(digits(parts.day, 2))"
  }
}
