/// How figures see the endings of a case.
extension Case {
  /// The closing that is in force on a day; nil when the case is open then.
  ///
  /// One on an unknown day counts from the day after the last one on which the register knew the case
  /// open, else from the day of receipt: nobody knows since when, so it is never counted as open.
  package func closing(asOf day: CalendarDate) -> Closing? {
    guard let last = closings.last(where: { since($0) <= day }) else { return nil }
    if let reopened = last.reopened, reopened <= day { return nil }
    return last
  }

  /// The date of the last closing if the case is closed on a day, else nil; as figures count it.
  ///
  /// Nil, too, when it was closed on a day that nobody knows: ``closing(asOf:)`` tells them apart.
  package func closed(asOf day: CalendarDate) -> CalendarDate? {
    closing(asOf: day).flatMap { $0.isDayUnknown ? nil : counted($0) }
  }

  private func since(_ closing: Closing) -> CalendarDate {
    guard closing.isDayUnknown else { return counted(closing) }
    return closing.knownOpen?.adding(days: 1) ?? received
  }

  /// The day on which figures count a closing; of one recorded after the 15 days that of its recording,
  /// because nobody improves a figure by naming an earlier day afterwards.
  package func counted(_ closing: Closing) -> CalendarDate {
    closing.recorded - received > ComplaintRule.days
      ? max(closing.closed, closing.recorded) : closing.closed
  }

  /// Whether a closing on an unknown day was late all the same: the register knew the case open when
  /// the 15 days were over.
  package func isKnownLate(_ closing: Closing) -> Bool {
    closing.knownOpen.map { $0 - received > ComplaintRule.days } ?? false
  }
}
