import CaseModel
import TestSupport

extension RecordedCases {
  /// Corrections that not everybody makes, or nobody.
  static let amending = [
    RecordedCase(
      .amendCategory, "an ordinary case gets a confidential kind", beside: "an ordinary kind"
    ) {
      try Desk().trying(amending("category", "fraud"), by: "lina", in: registered())
    } allowed: {
      try Desk().trying(amending("category", "minor"), by: "lina", in: registered())
    },
    RecordedCase(
      .amendCategory, "a confidential case gets a restricted kind", beside: "it was raised first"
    ) {
      try Desk().trying(
        amending("category", "abuse"), by: "lina", in: registered("fraud", .confidential))
    } allowed: {
      try Desk().trying(
        amending("category", "abuse"), by: "lina",
        in: registered("fraud", .confidential)
          .after(.raise(priority: nil, sensitivity: .restricted)))
    },
    RecordedCase(
      .amendSealed, "a confidential case becomes internal",
      beside: "a restricted one becomes confidential"
    ) {
      try Desk().trying(
        amending("sensitivity", "internal"), by: "lina", in: registered("fraud", .confidential))
    } allowed: {
      try Desk().trying(
        amending("sensitivity", "confidential"), by: "lina", in: registered("fraud", .restricted))
    },
    RecordedCase(.amendSensitivity, "a handler lowers it", beside: "a manager does") {
      try Desk().trying(amending("sensitivity", "open"), in: registered())
    } allowed: {
      try Desk().trying(amending("sensitivity", "open"), by: "lina", in: registered())
    },
    RecordedCase(
      .amendSensitivity, "a manager makes a case confidential by a correction",
      beside: "by raising it"
    ) {
      try Desk().trying(amending("sensitivity", "confidential"), by: "lina", in: registered())
    } allowed: {
      try Desk().trying(
        .raise(priority: nil, sensitivity: .confidential), by: "lina", in: registered())
    },
    RecordedCase(.amendPriority, "a handler lowers it", beside: "a focal point does") {
      try Desk().trying(amending("priority", "low"), in: registered())
    } allowed: {
      try Desk().trying(amending("priority", "low"), by: "huda", in: registered())
    },
    RecordedCase(.amendPriority, "a handler lowers it", beside: "a handler raises it") {
      try Desk().trying(amending("priority", "low"), in: registered())
    } allowed: {
      try Desk().trying(amending("priority", "high"), in: registered())
    },
    RecordedCase(
      .amendReceived, "received the day after the registration", beside: "proposed, on its day"
    ) {
      try Desk().trying(
        amending("received", "2026-03-05"), by: "lina", in: registeredLate().later(days: 3))
    } allowed: {
      try Desk().trying(
        proposing("received", "2026-03-04"), by: "lina", in: registeredLate().later(days: 3))
    },
    RecordedCase(
      .amendReceived, "received after the registration", beside: "which a list said"
    ) {
      try Desk().trying(
        proposing("received", "2026-03-03"), by: "lina", in: registered().later(days: 3))
    } allowed: {
      try Desk().trying(
        proposing("received", "2026-03-03"), by: "lina",
        in: Ledger(try .sample(category: "major"), isImported: true).later(days: 3))
    },
    RecordedCase(.dateHappened, "received before it happened", beside: "on that day") {
      try Desk().trying(
        amending("received", "2026-02-27"), by: "lina",
        in: registered { $0.happened = try date("2026-02-28") })
    } allowed: {
      try Desk().trying(
        amending("received", "2026-02-28"), by: "lina",
        in: registered { $0.happened = try date("2026-02-28") })
    },
    RecordedCase(.dateHappened, "it happened after the receipt", beside: "on that day") {
      try Desk().trying(amending("happened", "2026-03-03"), in: registered().later(days: 3))
    } allowed: {
      try Desk().trying(amending("happened", "2026-03-02"), in: registered().later(days: 3))
    },
    RecordedCase(.amendDue, "a handler gives an earlier deadline", beside: "a manager does") {
      try Desk().trying(amending("due", "2026-03-16"), in: registered())
    } allowed: {
      try Desk().trying(amending("due", "2026-03-16"), by: "lina", in: registered())
    },
    RecordedCase(
      .amendDue, "a handler gives another deadline", beside: "the one that kind and receipt give"
    ) {
      try Desk().trying(
        amending("due", "2026-03-16"), in: registered { $0.due = try date("2026-03-20") })
    } allowed: {
      try Desk().trying(
        amending("due", "2026-03-17"), in: registered { $0.due = try date("2026-03-20") })
    },
    RecordedCase(.amendDue, "a handler takes it away", beside: "proposed to a manager, who does") {
      try Desk().trying(amending("due", ""), in: registered().after(proposing("due", "")))
    } allowed: {
      try Desk().trying(
        amending("due", ""), by: "lina", in: registered().after(proposing("due", "")))
    },
  ]

  /// Corrections that would make a figure look better.
  static let secondPerson = [
    RecordedCase(
      .amendSecondPerson, "a complaint becomes a question", beside: "another complaint"
    ) {
      try Desk().trying(amending("category", "information"), by: "lina", in: registered())
    } allowed: {
      try Desk().trying(amending("category", "minor"), by: "lina", in: registered())
    },
    RecordedCase(
      .amendSecondPerson, "a question becomes thanks, without a deadline",
      beside: "thanks become a question"
    ) {
      try Desk().trying(amending("category", "thanks"), by: "lina", in: registered("information"))
    } allowed: {
      try Desk().trying(amending("category", "information"), by: "lina", in: registered("thanks"))
    },
    RecordedCase(.amendSecondPerson, "a kind with a longer limit", beside: "with a shorter one") {
      try Desk().trying(amending("category", "slow"), by: "lina", in: registered())
    } allowed: {
      try Desk().trying(amending("category", "major"), by: "lina", in: registered("slow"))
    },
    RecordedCase(.amendSecondPerson, "one's own proposal", beside: "somebody else's") {
      try Desk().trying(
        amending("category", "information"), by: "lina",
        in: registered().after(proposing("category", "information"), by: "lina"))
    } allowed: {
      try Desk().trying(
        amending("category", "information"), by: "lina",
        in: registered().after(proposing("category", "information"), by: "rana"))
    },
    RecordedCase(.amendSecondPerson, "another value than proposed", beside: "the proposed one") {
      try Desk().trying(
        amending("category", "information"), by: "lina",
        in: registered().after(proposing("category", "thanks")))
    } allowed: {
      try Desk().trying(
        amending("category", "thanks"), by: "lina",
        in: registered().after(proposing("category", "thanks")))
    },
    RecordedCase(.amendSecondPerson, "received a day later", beside: "a day earlier") {
      try Desk().trying(
        amending("received", "2026-03-03"), by: "lina", in: registeredLate())
    } allowed: {
      try Desk().trying(
        amending("received", "2026-03-01"), by: "lina", in: registeredLate())
    },
    RecordedCase(
      .amendSecondPerson, "received earlier, which makes it late today", beside: "not late today"
    ) {
      try Desk().trying(
        amending("received", "2026-03-01"), by: "lina", in: registered().later(days: 15))
    } allowed: {
      try Desk().trying(
        amending("received", "2026-03-01"), by: "lina", in: registered().later(days: 14))
    },
    RecordedCase(.amendSecondPerson, "a later deadline", beside: "an earlier one") {
      try Desk().trying(amending("due", "2026-03-18"), by: "lina", in: registered())
    } allowed: {
      try Desk().trying(amending("due", "2026-03-16"), by: "lina", in: registered())
    },
    RecordedCase(.amendSecondPerson, "no deadline any more", beside: "there was none") {
      try Desk().trying(amending("due", ""), by: "lina", in: registered())
    } allowed: {
      try Desk().trying(
        amending("due", "2026-03-17"), by: "lina", in: registered { $0.due = nil })
    },
  ]
}
