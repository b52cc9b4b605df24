/// What a time zone's clocks showed and will show: a value, so that the domain needs no system call.
package struct TimeZoneRules: Hashable, Sendable {
  /// A moment from which another offset holds.
  package struct Transition: Hashable, Sendable {
    /// The moment of change.
    package let at: Timestamp
    /// Seconds east of UTC from that moment on.
    package let offset: Int

    /// Makes a transition.
    package init(at: Timestamp, offset: Int) {
      self.at = at
      self.offset = offset
    }
  }

  /// The zone's name in the IANA time zone database, such as `Asia/Damascus`.
  package let name: String
  private let initialOffset: Int
  private let transitions: [Transition]

  /// Makes the rules of a zone; transitions may come in any order.
  package init(name: String, initialOffset: Int, transitions: [Transition]) {
    self.name = name
    self.initialOffset = initialOffset
    self.transitions = transitions.sorted { $0.at < $1.at }
  }

  /// Coordinated Universal Time.
  package static let utc = TimeZoneRules(name: "UTC", initialOffset: 0, transitions: [])

  /// Returns the seconds east of UTC at a moment.
  package func offset(at moment: Timestamp) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].at <= moment { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? initialOffset : transitions[low - 1].offset
  }

  /// Returns the local date at a moment.
  package func date(at moment: Timestamp) -> CalendarDate {
    let local = moment.seconds + Int64(offset(at: moment))
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return CalendarDate(day: Int(day))
  }

  /// The midnight, on local clocks, with which the day of a moment began.
  package func beginningOfDay(_ moment: Timestamp) -> Timestamp {
    self.moment(of: date(at: moment), secondsOfDay: 0)
  }

  /// Returns the moment at which local clocks show a time of day (the earlier one when shown twice).
  package func moment(of date: CalendarDate, secondsOfDay: Int) -> Timestamp {
    let local = Int64(date.day) * 86_400 + Int64(secondsOfDay)
    let before = offset(at: Timestamp(seconds: local - 86_400))
    let candidate = Timestamp(seconds: local - Int64(before))
    let actual = offset(at: candidate)
    return actual == before ? candidate : Timestamp(seconds: local - Int64(actual))
  }
}
