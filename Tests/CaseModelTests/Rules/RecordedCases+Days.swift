import CaseModel
import TestSupport

extension RecordedCases {
  /// Whether a day can be meant, and in which order things happened.
  static let days = [
    RecordedCase(.dateYear, "a promise for a day after ten years", beside: "the last of ten years")
    {
      try Desk().trying(.promise(.made(until: date("2036-03-03"))), in: registered())
    } allowed: {
      try Desk().trying(.promise(.made(until: date("2036-03-02"))), in: registered())
    },
    RecordedCase(.dateYear, "a far day without a word", beside: "somebody said that it is meant") {
      try Desk().trying(.promise(.made(until: date("2046-03-02"))), in: registered())
    } allowed: {
      try Desk().with { $0.isFarDayMeant = true }
        .trying(.promise(.made(until: date("2046-03-02"))), in: registered())
    },
    RecordedCase(
      .dateYear, "a deadline after ten years where nothing limits it", beside: "within ten years"
    ) {
      try Desk().trying(
        amending("due", "2036-03-03"), by: "lina", in: registered("thanks") { $0.due = nil })
    } allowed: {
      try Desk().trying(
        amending("due", "2036-03-02"), by: "lina", in: registered("thanks") { $0.due = nil })
    },
    RecordedCase(.dateYear, "it happened 80 years and a day ago", beside: "80 years ago") {
      try Desk().trying(amending("happened", "1946-03-01"), in: registered())
    } allowed: {
      try Desk().trying(amending("happened", "1946-03-02"), in: registered())
    },
    RecordedCase(.dateYear, "received in 1989", beside: "in 1990") {
      try Desk().registering { $0.received = try date("1989-12-31") }
    } allowed: {
      try Desk().registering { $0.received = try date("1990-01-01") }
    },
    RecordedCase(
      .dateYear, "a day of the Persian calendar, though somebody said that it is meant",
      beside: "the same day of ours"
    ) {
      try Desk().with { $0.isFarDayMeant = true }
        .registering { $0.received = try date("1404-12-11") }
    } allowed: {
      try Desk().with { $0.isFarDayMeant = true }
        .registering { $0.received = try date("2026-03-02") }
    },
    RecordedCase(.dateFuture, "a step of tomorrow", beside: "of today") {
      try Desk().trying(.note, on: date("2026-03-03"), in: registered())
    } allowed: {
      try Desk().trying(.note, on: date("2026-03-02"), in: registered())
    },
    RecordedCase(.dateFuture, "received tomorrow", beside: "today") {
      try Desk().registering { $0.received = try date("2026-03-06") }
    } allowed: {
      try Desk().registering { $0.received = try date("2026-03-05") }
    },
    RecordedCase(
      .dateOrder, "started the day before the assignment", beside: "on the day of the assignment"
    ) {
      try Desk().trying(
        .start, on: date("2026-03-04"),
        in: registered().later(days: 3).after(.assign(.member("rana"))))
    } allowed: {
      try Desk().trying(
        .start, on: date("2026-03-05"),
        in: registered().later(days: 3).after(.assign(.member("rana"))))
    },
    RecordedCase(
      .dateOrder, "an objection of the day before the answer", beside: "of the day of the answer"
    ) {
      try Desk().trying(.object, on: date("2026-03-03"), in: .closed())
    } allowed: {
      try Desk().trying(.object, on: date("2026-03-04"), in: .closed())
    },
    RecordedCase(
      .dateOrder, "withdrawn the day before it was opened again", beside: "on that day"
    ) {
      try Desk().trying(
        .close(outcome: .withdrawn, of: nil), on: date("2026-03-05"),
        in: Ledger.closed().later(days: 1).after(.reopen(due: date("2026-03-20"))))
    } allowed: {
      try Desk().trying(
        .close(outcome: .withdrawn, of: nil), on: date("2026-03-06"),
        in: Ledger.closed().later(days: 1).after(.reopen(due: date("2026-03-20"))))
    },
    RecordedCase(.promiseUntil, "promised for yesterday", beside: "for today") {
      try Desk().trying(
        .promise(.made(until: date("2026-03-04"))), in: registered().later(days: 3))
    } allowed: {
      try Desk().trying(
        .promise(.made(until: date("2026-03-05"))), in: registered().later(days: 3))
    },
    RecordedCase(
      .promiseUntil, "promised for yesterday", beside: "it was promised before that day"
    ) {
      try Desk().trying(
        .promise(.made(until: date("2026-03-04"))), in: registered().later(days: 3))
    } allowed: {
      try Desk().trying(
        .promise(.made(until: date("2026-03-04"))), on: date("2026-03-04"),
        in: registered().later(days: 3))
    },
  ]

  /// How long after another day something may still be done.
  static let deadlines = [
    RecordedCase(.extendLongest, "extended to the 31st day", beside: "to the 30th") {
      try Desk().trying(.extend(due: date("2026-04-02")), in: registered())
    } allowed: {
      try Desk().trying(.extend(due: date("2026-04-01")), in: registered())
    },
    RecordedCase(
      .extendLongest, "a manager corrects the deadline to the 31st day",
      beside: "to the 30th, as somebody proposed"
    ) {
      try Desk().trying(
        amending("due", "2026-04-02"), by: "lina",
        in: registered().after(proposing("due", "2026-04-02")))
    } allowed: {
      try Desk().trying(
        amending("due", "2026-04-01"), by: "lina",
        in: registered().after(proposing("due", "2026-04-01")))
    },
    RecordedCase(
      .objectWindow, "an objection 31 days after the answer", beside: "30 days after it"
    ) {
      try Desk().trying(.object, by: "omar", in: Ledger.informed().later(days: 31))
    } allowed: {
      try Desk().trying(.object, by: "omar", in: Ledger.informed().later(days: 30))
    },
    RecordedCase(.objectWindow, "somebody takes a late objection", beside: "a manager does") {
      try Desk().trying(.object, by: "omar", in: Ledger.closed().later(days: 60))
    } allowed: {
      try Desk().trying(.object, by: "lina", in: Ledger.closed().later(days: 60))
    },
    RecordedCase(.reopenWindow, "closed 91 days ago", beside: "90 days ago") {
      try Desk().trying(
        .reopen(due: date("2026-06-20")), by: "lina", in: Ledger.closed().later(days: 91))
    } allowed: {
      try Desk().trying(
        .reopen(due: date("2026-06-20")), by: "lina", in: Ledger.closed().later(days: 90))
    },
    RecordedCase(.reopenDue, "due yesterday", beside: "due today") {
      try Desk().trying(.reopen(due: date("2026-03-05")), in: Ledger.closed().later(days: 1))
    } allowed: {
      try Desk().trying(.reopen(due: date("2026-03-06")), in: Ledger.closed().later(days: 1))
    },
    RecordedCase(.reopenLongest, "31 days from the reopening", beside: "30 days") {
      try Desk().trying(.reopen(due: date("2026-04-05")), in: .closed())
    } allowed: {
      try Desk().trying(.reopen(due: date("2026-04-04")), in: .closed())
    },
  ]
}
