import ContactData
import CaseModel
import TestSupport

extension RecordedCases {
  /// How contact data is written.
  static let contact = [
    reading(.contactKey, "no colon", "Huda", beside: "a key before the name", "name: Huda"),
    reading(.contactKey, "a slip in the key", "phnoe: 112", beside: "none", "phone: 112"),
    reading(
      .contactMessage, "a condition", "phone: 112\nmessage: perhaps", beside: "a plain answer",
      "phone: 112\nmessage: no"),
    reading(
      .contactRepeated, "two names", "name: Huda\nname: Hind", beside: "the same name twice",
      "name: Huda\nname: Huda"),
    reading(
      .contactRepeated, "two places", "place: a\nplace: b", beside: "two numbers",
      "phone: 112\nphone: 113"),
    reading(.contactOther, "no label", "other: 7", beside: "a label", "other: Household: 7"),
    reading(
      .contactOther, "an empty label", "other: : 7", beside: "no value", "other:\nphone: 112"),
    reading(
      .contactEmpty, "only leave to leave a message", "message: yes",
      beside: "and a number", "message: yes\nphone: 112"),
    reading(
      .contactEmpty, "keys alone", "phone:\nplace:", beside: "a place", "phone:\nplace: mill"),
    RecordedCase(
      .contactEmpty, "the only field is emptied", beside: "one field stays"
    ) {
      try changing("phone: 112", by: "phone: -")
    } allowed: {
      try changing("phone: 112\nplace: mill", by: "phone: -")
    },
  ]

  /// What a field of contact data may hold.
  static let contactFields = [
    reading(
      .contactPhone, "words", "phone: her sister's", beside: "a number", "phone: 0944 123 456"),
    reading(
      .contactPhone, "two numbers on one line", "phone: 0944123456, 0933123456",
      beside: "on two lines", "phone: 0944123456\nphone: 0933123456"),
    reading(
      .contactPhone, "two numbers on one line", "phone: 0944123456, 0933123456",
      beside: "an extension", "phone: 0944123456 ext. 12"),
    reading(
      .contactPhone, "a day", "phone: 2026-11-21", beside: "a number with dashes",
      "phone: 0944-123-456"),
    reading(
      .contactCharacter, "what turns a number round", "phone: \u{202E}112",
      beside: "a mark of direction",
      "phone: \u{200F}112"),
    reading(
      .contactCharacter, "a control in a column", "other: Household: 7\u{7}", beside: "a tabulator",
      "other: Household:\t7"),
    RecordedCase(.contactCharacter, "said now", beside: "sealed earlier") {
      Attempt { _ = try ContactRecord(reading: "name: Huda\u{0}", from: .entered) }
    } allowed: {
      Attempt { _ = try ContactRecord(reading: "name: Huda\u{0}", from: .stored) }
    },
    reading(
      .contactEmail, "a domain without a dot", "email: huda@localhost", beside: "with one",
      "email: huda@example.org"),
    reading(
      .contactLanguage, "a name", "phone: 112\nlanguage: Arabic", beside: "codes",
      "phone: 112\nlanguage: ar, ku"),
    RecordedCase(.contactPhone, "said now", beside: "sealed earlier") {
      Attempt { _ = try ContactRecord(reading: "phone: none", from: .entered) }
    } allowed: {
      Attempt { _ = try ContactRecord(reading: "phone: none", from: .stored) }
    },
    RecordedCase(.contactChannel, "no channel of the register", beside: "one of them") {
      try preferring("pigeon")
    } allowed: {
      try preferring("sms")
    },
    RecordedCase(.contactChannel, "no channel of the register", beside: "no preference") {
      try preferring("pigeon")
    } allowed: {
      try preferring("")
    },
  ]

  private static func reading(
    _ rule: Rule, _ situation: String, _ refused: String, beside neighbour: String,
    _ allowed: String
  ) -> RecordedCase {
    RecordedCase(rule, situation, beside: neighbour) {
      Attempt { _ = try ContactRecord(reading: refused) }
    } allowed: {
      Attempt { _ = try ContactRecord(reading: allowed) }
    }
  }

  private static func changing(_ old: String, by change: String) throws -> Attempt {
    let record = try ContactRecord(reading: old)
    return Attempt { _ = try ContactChange(reading: change).applied(to: record) }
  }

  private static func preferring(_ channel: String) throws -> Attempt {
    let record = try ContactRecord(reading: "phone: 112\nchannel: \(channel)")
    let channels = try Desk().configuration.codebook.channels.map(\.name.code)
    return Attempt { try record.requireChannel(among: channels) }
  }
}
