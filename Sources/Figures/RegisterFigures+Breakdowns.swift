package import CaseModel

extension RegisterFigures {
  /// Counts of one code, or of one month: what came in, what is open, what was closed.
  package struct Row: Sendable, Hashable {
    /// The code, or the month as `YYYY-MM`; empty when the case has none.
    package let code: String
    /// Cases received: with a code in the twelve months of the table, else in the month.
    package var received = 0
    /// Cases that are open on the day, or were at the end of the month.
    package var open = 0
    /// Cases that are closed on the day, or were closed in the month.
    package var closed = 0
  }

  /// The kind by which a case counts, which may be an earlier one than its category of today.
  package func kind(of theCase: Case) -> String { ComplaintRule.category(of: theCase, asOf: asOf) }

  /// Counts the cases of the last twelve months by a property, by code.
  package func breakdown(by property: (Case) -> String?) -> [Row] {
    var rows: [String: Row] = [:]
    let begin = tableStart
    func add(_ theCase: Case) {
      guard theCase.received >= begin else { return }
      let code = property(theCase) ?? ""
      var row = rows[code] ?? Row(code: code)
      row.received += 1
      if theCase.closing(asOf: asOf) == nil { row.open += 1 } else { row.closed += 1 }
      rows[code] = row
    }
    cases.forEach(add)
    raisedAndCounted.forEach(add)
    return rows.values.sorted { $0.code < $1.code }
  }

  /// Counts by month: received in the month, closed in the month and still so at its end, and open at
  /// its end.
  package var months: [Row] {
    // What was closed for good before the table begins concerns none of its months.
    let begin = tableStart
    func isConcerned(_ theCase: Case) -> Bool {
      theCase.closings.last.map { $0.reopened != nil || theCase.counted($0) >= begin } ?? true
    }
    let concerned = cases.filter(isConcerned) + raisedAndCounted.filter(isConcerned)
    return (0..<12).map { index in
      let start = begin.adding(months: index)
      let end = min(start.adding(months: 1).adding(days: -1), asOf)
      var row = Row(code: start.monthText)
      for theCase in concerned where theCase.received <= end {
        if theCase.received >= start { row.received += 1 }
        guard let closing = theCase.closing(asOf: end) else {
          row.open += 1
          continue
        }
        // Of an unknown day the month is not known either.
        if !closing.isDayUnknown, theCase.counted(closing) >= start { row.closed += 1 }
      }
      return row
    }
  }

  /// The age bands of open cases: days since receipt.
  package static let ageBands: [(code: String, days: ClosedRange<Int>)] = [
    ("0-15", 0...15), ("16-30", 16...30), ("31-60", 31...60), ("61-90", 61...90),
    ("over-90", 91...Int.max),
  ]

  /// Open cases by age.
  package var ages: [(code: String, open: Int)] {
    Self.ageBands.map { band in
      (band.code, openCases.count { band.days.contains(asOf - $0.received) })
    }
  }
}
