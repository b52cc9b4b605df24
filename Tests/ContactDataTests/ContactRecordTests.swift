import ContactData
import CaseModel
import Diagnostics
import TestSupport
import Testing
import Text

/// The text that is sealed, and how forgiving its reader is.
@Suite struct ContactRecordTests {
  private static let full = """
    name: Umm Khaled
    phone: +963 944 123 456
    phone: 0933 123 456
    email: khaled@example.org
    language: ar
    hours: 10 to 12, never on Friday
    answers: her sister; say it is about the school
    message: no
    channel: hotline
    place: Raqqa, the house behind the mill
    note: hang up when a man answers
    other: Household: 7

    """

  @Test func `the canonical text is read and written again`() throws {
    let record = try ContactRecord(reading: Self.full)
    #expect(record.text == Self.full)
    #expect(record.name == "Umm Khaled" && record.phones.count == 2 && !record.mayLeaveMessage)
    #expect(record.email == "khaled@example.org" && record.language == "ar")
    #expect(record.hours?.hasPrefix("10") == true && record.answers?.hasPrefix("her") == true)
    #expect(record.channel == "hotline" && record.place?.hasSuffix("mill") == true)
    #expect(record.note?.hasPrefix("hang") == true)
    #expect(record.others.map(\.label) == ["Household"] && record.others.map(\.value) == ["7"])
  }

  @Test func `message is always said, and no unless somebody said yes`() throws {
    #expect(try ContactRecord(reading: "phone: 112").text == "phone: 112\nmessage: no\n")
    #expect(try ContactRecord(reading: "phone: 112\nmessage: YES").text.contains("message: yes"))
    #expect(try ContactRecord(reading: "phone: 112\nرسالة: لا")[.message] == "no")
  }

  @Test(arguments: [
    "name phone email language hours answers message channel place note",
    "Name Telephone E-Mail Lang Safe_hours Who_may_answer Leave_message Contact_by Address Notes",
    "الاسم هاتف البريد_الإلكتروني اللغة الوقت_الآمن من_يرد رسالة القناة العنوان ملاحظات",
    "ИМЯ Телефон Почта Язык Безопасное_время Кто_отвечает Сообщение Канал Адрес Примечание",
    "اسم رقم_الهاتف إيميل لغة ساعات من_يجيب ترك_رسالة وسيلة_التواصل مكان ملاحظة",
    "ФИО тел имейл языки часы отвечает оставить_сообщение способ_связи место заметка",
  ])
  func `keys are understood in three languages`(_ spellings: String) {
    let keys = spellings.split(separator: " ")
      .map { ContactKey(spelling: " " + $0.split(separator: "_").joined(separator: " ") + "\t") }
    #expect(keys == ContactKey.allCases.map(Optional.some))
  }

  @Test(arguments: ["نعم", "да", "Yes", "y", "1"])
  func `yes is understood`(_ yes: String) throws {
    #expect(try ContactRecord(reading: "phone: 112\nmessage: \(yes)").mayLeaveMessage)
  }

  @Test func `a person's way of writing is understood`() throws {
    let record = try ContactRecord(
      reading:
        "\u{FEFF}\r\n  - Name ：  Huda \r\n\r\nهاتف ٢:٠٩٤٤١٢٣٤٥٦\r\nphone 1: \r\nNOTES:a:b\tc\r")
    #expect(record.text == "name: Huda\nphone: ٠٩٤٤١٢٣٤٥٦\nmessage: no\nnote: a:b c\n")
  }

  @Test(arguments: [
    ("phone: 112\nHuda", "contact.key", "line 2: "), ("phnoe: 112", "contact.key", "line 1: "),
    ("name: Huda\n\nصديق: Huda", "contact.key", "line 3: "),
    ("message: only Huda", "contact.message", "line 1: "),
    ("name: Huda\nname: Hind", "contact.repeated", "line 2: "),
    ("other: Huda", "contact.other", "line 1: "), ("other: : Huda", "contact.other", "line 1: "),
    ("", "contact.empty", ""), ("\n \nname:\n", "contact.empty", ""),
    ("message: yes", "contact.empty", ""), (":Huda", "contact.key", "line 1: "),
  ])
  func `what cannot be understood is refused without its words`(
    _ text: String, _ rule: String, _ place: String
  ) {
    let refusal = #expect(throws: Refusal.self) { try ContactRecord(reading: text) }
    #expect(refusal?.rule.rawValue == rule && refusal?.message.text.hasPrefix(place) == true)
    for word in ["Huda", "Hind", "112", "صديق"] {
      #expect(refusal.map { "\($0.message) \($0.hint)".contains(word) } == false)
    }
  }

  @Test func `a key that is nearly right is asked back`() {
    let near = #expect(throws: Refusal.self) { try ContactRecord(reading: "phnoe: 112") }
    #expect(near?.hint.text == "did you mean “phone”?")
    let far = #expect(throws: Refusal.self) { try ContactRecord(reading: "horoscope: 112") }
    #expect(far?.hint.text.hasPrefix("the keys are name, phone, email") == true)
    #expect(ContactKey.nearest(to: "телефн") == .phone && ContactKey.nearest(to: "nam") == nil)
  }

  @Test func `one thing has one value, the same said twice is one`() throws {
    var record = ContactRecord()
    for value in ["112", " 112 ", "113"] { try record.add(value, as: .phone) }
    #expect(record.phones == ["112", "113"])
    try record.add("Huda", as: .name)
    try record.add("Huda", as: .name)
    let refusal = #expect(throws: Refusal.self) { try record.add("Hind", as: .name) }
    #expect(refusal?.rule == .contactRepeated && record.name == "Huda")
  }

  @Test func `a value stays on its line and cannot turn the text around`() throws {
    var record = ContactRecord()
    try record.add("a\r\nphone: 1\u{2028}b\u{85}c\u{0}", as: .note, from: .stored)
    try record.add("\u{202E}112\u{202C} \u{200F}", as: .phone, from: .stored)
    #expect(record.note == "a phone: 1 b c")
    #expect(record.phones == ["112 \u{200F}"])
    try record.add("\u{200D}\u{200F} ", as: .name)
    #expect(record.name == nil)
  }

  @Test(arguments: [
    ("phone: 0944\u{202E} 123 456", "U+202E"), ("name: Huda\u{1B}[2J", "U+001B"),
    ("email: huda@example.org\u{2066}", "U+2066"), ("note: a\u{AD}b", "U+00AD"),
    ("other: Badge: 7\u{FEFF}", "U+FEFF"), ("place: \u{0}", "U+0000"),
  ])
  func `what nobody sees is named and not left out in silence`(_ text: String, _ code: String) {
    let refusal = #expect(throws: Refusal.self) { try ContactRecord(reading: text) }
    #expect(
      refusal?.rule.rawValue == "contact.character" && refusal?.message.text.contains(code) == true)
    #expect((try? ContactRecord(reading: text, from: .stored)) != nil || text.hasPrefix("place"))
  }

  @Test(arguments: ["2026-11-21", "21.11.2026", "11/21/2026", "٢٠٢٦-١١-٢١", "1.2.1999"])
  func `a date is no telephone number`(_ text: String) throws {
    let refusal = #expect(throws: Refusal.self) { try ContactRecord(reading: "phone: " + text) }
    #expect(
      refusal?.rule.rawValue == "contact.phone" && refusal?.message.text.contains("a date") == true)
    #expect(try ContactRecord(reading: "phone: " + text, from: .stored).phones.count == 1)
  }

  @Test(arguments: ["0944-12-30", "2026-13-41", "202-611-2100", "20261121", "2026-11-21-5"])
  func `what only resembles a date may be a number`(_ text: String) throws {
    #expect(try ContactRecord(reading: "phone: " + text).phones == [text])
  }

  @Test func `every key has a question of its own`() {
    #expect(ContactRecord.questions.map(\.key) == ContactKey.allCases)
    #expect(Set(ContactRecord.questions.map(\.question)).count == 10)
  }

  // MARK: - Columns

  @Test(arguments: [
    ("Respondent's phone number", ContactKey.phone), ("Phone / هاتف", .phone),
    ("contact_phone", .phone), ("اسم المشتكي", .name), ("Телефон заявителя", .phone),
    ("Name of complainant", .name), ("Caller name (full)", .name), ("Your e-mail", .email),
    ("MOBILE 2", .phone), ("May we leave a message?", .message), ("Home address", .place),
    ("Is it safe to leave a message?", .message), ("الوقت المناسب", .hours),
  ])
  func `the words of a header tell its key`(_ header: String, _ key: ContactKey) {
    #expect(ContactKey(header: header) == key)
  }

  @Test(arguments: [
    "Project name", "Village leader's name", "ID number", "Case no", "Complainant", "",
    "Mother's name",
    "رقم الملف", "Номер дела", "Phone or email", "Household",
  ])
  func `a header with a word of its own is no key`(_ header: String) {
    #expect(ContactKey(header: header) == nil)
  }

  @Test func `columns become a record, and nothing is lost`() throws {
    let record = ContactRecord(columns: [
      ("First name", "Huda"), ("Family name", "Khalil"), ("Mobile", "0944123456"),
      ("WhatsApp", "0933123456"), ("Message", "ask first"), ("Notes", "one"), ("Comment", "two"),
      ("Nick: name", "Hudhud"), ("Email", " "), ("", "x"),
    ])
    #expect(
      record.text == """
        name: Huda Khalil
        phone: 0944123456
        phone: 0933123456 (WhatsApp)
        message: no
        note: one
        other: Message: ask first
        other: Comment: two
        other: Nick name: Hudhud
        other: column: x

        """)
    #expect(try ContactRecord(reading: record.text) == record)
    #expect(ContactRecord(columns: [("Name", " "), ("Age", "")]).isEmpty)
  }

  @Test(arguments: Seeds.first(300))
  func `reading the text gives the same record`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func text() -> String {
      let pool = Array("aя ع:：\n\r\t\u{200F}\u{202E}\u{301}0٣\u{2028},-🙂\u{0}".unicodeScalars)
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...8, using: &generator) {
        scalars.append(pool.randomElement(using: &generator) ?? "a")
      }
      return String(scalars)
    }
    let headers = ContactKey.allCases.map(\.rawValue) + ["phone", "other", "Nick", ""]
    var columns = [(name: "phone", value: "112")]
    for _ in 0..<Int.random(in: 0...8, using: &generator) {
      let header = headers.randomElement(using: &generator) ?? ""
      columns.append((Bool.random(using: &generator) ? header : text(), text()))
    }
    let record = ContactRecord(columns: columns)
    let again = try ContactRecord(reading: record.text)
    #expect(again == record)
    #expect(Array(again.text.utf8) == Array(record.text.utf8))
  }
}
