internal import Tables

/// How the dates of a column are written, as far as its cells tell.
struct ColumnDates: Equatable {
  /// Two readings of the same cells, of which nothing in the column says which is meant.
  struct Doubt: Equatable {
    /// The pattern with the day first, and the one with the month first.
    let dayFirst: String
    let monthFirst: String
    /// A cell that both read.
    let example: String
  }

  /// The patterns that read the cells, in the order in which a map should try them; none when the
  /// column holds no dates.
  private(set) var patterns: [String] = []
  /// The doubt about the first pattern; nil when a day above twelve ends it.
  private(set) var doubt: Doubt?
  /// The words in it that mean that there is no date.
  private(set) var absent: [String] = []
  /// The places of the patterns that are in doubt.
  private var doubtful: Set<Int> = []

  var areDates: Bool { !patterns.isEmpty }

  /// Looks at the cells of a column, on one line each; `isNamed` when its header says that it holds
  /// dates, without which a number is none.
  init(_ cells: [String], isNamed: Bool) {
    let absent = Set(cells.filter(AbsentWords.isOne))
    let filled = cells.filter { !$0.isEmpty && !absent.contains($0) }
    guard !filled.isEmpty, filled.count * 5 >= cells.count(where: { !$0.isEmpty }) else { return }
    find(
      Array(filled.prefix(2_000)), Self.candidates(isNamed: isNamed),
      // One cell in twenty may be a slip; where the header speaks of dates, one in three.
      toleratingOneIn: isNamed ? 3 : 20)
    if areDates { self.absent = absent.sorted() }
  }

  /// Takes the order of day and month that another column of the table shows, or a person says.
  mutating func settle(isDayFirst: Bool) {
    guard doubt != nil else { return }
    for index in doubtful where patterns[index].hasPrefix("d") != isDayFirst {
      patterns[index] = Self.swapped(patterns[index]) ?? patterns[index]
    }
    (doubt, doubtful) = (nil, [])
  }

  /// Whether the day comes first; nil where no pattern tells.
  var isDayFirst: Bool? {
    let telling = patterns.indices.first {
      !doubtful.contains($0) && Self.swapped(patterns[$0]) != nil && !patterns[$0].contains(".")
    }
    return telling.map { patterns[$0].hasPrefix("d") }
  }

  /// Up to three patterns which read nearly all cells together, each time the one that reads most of
  /// what is left.
  private mutating func find(
    _ cells: [String], _ candidates: [DatePattern], toleratingOneIn slips: Int
  ) {
    var left = cells
    while !left.isEmpty, patterns.count < 3 {
      let counts = Self.counts(left, candidates)
      guard let best = counts.map(\.count).max(), best > 0,
        patterns.isEmpty || best * 20 >= cells.count,
        // Of several that read the same, the earlier is the stricter or the commoner one.
        let chosen = counts.first(where: { $0.count == best })
      else { break }
      note(chosen.pattern.text, counts.filter { $0.count == best }.map(\.pattern.text), left)
      left.removeAll { Self.reads(chosen.pattern, $0) }
    }
    guard left.count * slips <= cells.count else {
      (patterns, doubt, doubtful) = ([], nil, [])
      return
    }
    if let isDayFirst { settle(isDayFirst: isDayFirst) }
  }

  private mutating func note(_ pattern: String, _ equals: [String], _ cells: [String]) {
    if let other = Self.swapped(pattern), equals.contains(other) {
      doubtful.insert(patterns.count)
      if doubt == nil {
        let isDayFirst = pattern.hasPrefix("d")
        doubt = Doubt(
          dayFirst: isDayFirst ? pattern : other, monthFirst: isDayFirst ? other : pattern,
          example: cells.first { Self.isTelling($0, pattern, other) } ?? cells.first ?? "")
      }
    }
    patterns.append(pattern)
  }

  /// Whether the two readings of a cell are different days.
  private static func isTelling(_ cell: String, _ one: String, _ other: String) -> Bool {
    guard let first = try? DatePattern(one).parts(of: cell),
      let second = try? DatePattern(other).parts(of: cell)
    else { return false }
    return first.day != second.day
  }

  private static func counts(
    _ cells: [String], _ candidates: [DatePattern]
  ) -> [(pattern: DatePattern, count: Int)] {
    // Most patterns fit nothing: a few cells tell, some from the middle and the end.
    let sample = stride(from: 0, to: cells.count, by: max(1, cells.count / 8)).map { cells[$0] }
      .filter { $0.count <= 48 && $0.contains(where: \.isNumber) }
    return candidates.compactMap { pattern in
      guard sample.contains(where: { reads(pattern, $0) }) else { return nil }
      return (pattern, cells.count { reads(pattern, $0) })
    }
  }

  /// Whether a pattern reads a cell; the number of a day only where it lies near our time, because
  /// a year or an amount is a number too.
  private static func reads(_ pattern: DatePattern, _ cell: String) -> Bool {
    guard let parts = try? pattern.parts(of: cell) else { return false }
    return pattern.text != "excel" || (1990...2099).contains(parts.year)
  }

  /// The pattern with day and month in the other order; nil where their order is no question.
  static func swapped(_ pattern: String) -> String? {
    for mark in ["/", ".", "-"] {
      let (day, month) = ("d\(mark)M\(mark)", "M\(mark)d\(mark)")
      if pattern.hasPrefix(day) { return month + pattern.dropFirst(day.count) }
      if pattern.hasPrefix(month) { return day + pattern.dropFirst(month.count) }
    }
    return nil
  }

  private static let days = [
    "d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "d-M-yyyy", "M-d-yyyy", "yyyy/M/d", "yyyy-M-d", "yyyy.M.d",
    "d.M.yy", "d/M/yy", "M/d/yy", "d-M-yy", "M-d-yy", "d-MMM-yy", "d-MMM-yyyy", "d MMM yyyy",
    "d MMM yy", "d/MMM/yyyy", "d.MMM.yyyy", "d MMM, yyyy", "MMM d, yyyy", "MMM d yyyy",
    "MMM-d-yyyy", "d MMM yyyy 'г.'", "d 'de' MMM 'de' yyyy", "yyyy MMM d", "yyyy-MMM-d",
  ]
  private static let times = [
    "", " H:mm:ss", " H:mm", ", H:mm", ", H:mm:ss", " h:mm:ss a", " h:mm a", ", h:mm a",
    " h:mm:ss a O", "'T'H:mm:ss",
  ]

  private static let written: [DatePattern] =
    (["iso8601"] + days.flatMap { day in times.map { day + $0 } }).compactMap {
      try? DatePattern($0)
    }
  private static let numbers: [DatePattern] = ["yyyyMMdd", "excel"].compactMap {
    try? DatePattern($0)
  }

  private static func candidates(isNamed: Bool) -> [DatePattern] {
    isNamed ? written + numbers : written
  }
}
