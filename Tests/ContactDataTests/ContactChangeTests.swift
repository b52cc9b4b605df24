import ContactData
import Testing

@testable import CaseModel

@Suite struct ContactChangeTests {
  static let old = """
    name: Salma
    phone: 0944 123 456
    phone: 0955 000 111
    email: salma@example.org
    message: yes
    other: street: Main

    """

  private func changed(_ text: String) throws -> String {
    try ContactChange(reading: text)
      .applied(to: try ContactRecord(reading: Self.old, from: .stored)).text
  }

  @Test func `one field changes and the rest stays`() throws {
    let wanted = Self.old.replacing("salma@example.org", with: "s@example.net")
    #expect(try changed("email: s@example.net") == wanted)
  }

  @Test func `new numbers stand for all that were there`() throws {
    let text = try changed("phone: 0933 222 333\n")
    #expect(
      text.contains("phone: 0933 222 333") && !text.contains("0944") && !text.contains("0955"))
    #expect(text.contains("email: salma@example.org") && text.contains("message: yes"))
  }

  @Test func `a dash empties, nothing behind the colon leaves as it was`() throws {
    #expect(try !changed("email: -\nname:").contains("email"))
    #expect(try changed("email: -\nname:").contains("name: Salma"))
    #expect(try changed("message: no").contains("message: no"))
    #expect(try changed("other: street: High").contains("other: street: High"))
  }

  @Test func `nothing left is refused`() {
    let text = "name: -\nphone: -\nemail: -"
    let refusal = #expect(throws: Refusal.self) {
      try ContactChange(reading: text).applied(to: try ContactRecord(reading: "phone: 112"))
    }
    #expect(refusal?.rule == .contactEmpty)
  }

  @Test(arguments: [
    ("phone: abc", "contact.phone"), ("phone: 0944 123 456 / 0933 222 111", "contact.phone"),
    ("phone: 0944123456, 0933222111 (brother)", "contact.phone"),
    ("email: not-an-email", "contact.email"),
    ("email: a@b", "contact.email"), ("email: Salma <s@example.org>", "contact.email"),
    ("email: s@example.org home", "contact.email"), ("language: zz", "contact.language"),
    ("language: Arabic", "contact.language"),
  ])
  func `a value is held to the rule of its field, and stored ones are read`(
    line: String, rule: String
  ) throws {
    let refusal = #expect(throws: Refusal.self) { try ContactRecord(reading: line) }
    #expect(refusal?.rule.rawValue == rule)
    #expect(try ContactRecord(reading: line, from: .stored).text.contains(line))
  }

  @Test(arguments: [
    "phone: 0944 123 456 (brother)", "phone: 011 222 3344 ext. 123", "phone: ٠٩٤٤ ١٢٣ ٤٥٦",
    "phone: 112",
    "email: s.h+1@mail.example.org",
    "language: ar, ku", "language: ckb", "email: سلمى@مثال.org",
  ])
  func `what people have is taken`(line: String) throws {
    #expect(try ContactRecord(reading: line).text.contains(line))
  }

  @Test func `a channel is one of the register's, and of a table it is kept beside`() throws {
    let record = try ContactRecord(reading: "channel: pigeon")
    #expect(throws: Refusal.self) { try record.requireChannel(among: ["sms", "desk"]) }
    #expect(throws: Never.self) { try record.requireChannel(among: ["pigeon"]) }
    let row = ContactRecord(
      columns: [("Channel", "pigeon"), ("Phone", "none"), ("Email", "no")], channels: ["sms"])
    #expect(row.others.map(\.value) == ["pigeon", "none", "no"])
  }
}
