import Foundation
import Testing

/// How to reach a complainant: sealed, and found again when the person calls.
@Suite struct ContactDataTests {
  static let record = """
    name: سلمى حداد
    phone: ٠٩٤٤ ١٢٣ ٤٥٦
    phone: +7 912 345-67-89
    email: salma@example.org
    language: ar
    hours: after six
    message: no

    """

  @Test func `contact data is taken in, shown, corrected and taken back`() throws {
    let team = try SealedTeam()
    let (omar, rana) = (team.seat("omar"), team.seat("rana"))
    let text = try team.file("text.md", "Left off the list.")
    let id = try omar.done(
      "new --category minor --channel sms --language ar --from \(text) --contact-from -",
      input: Self.record
    ).word
    let shown = try rana.done("contact \(id)").output
    for line in ["name: سلمى حداد", "hours: after six", "message: no"] {
      #expect(shown.contains(line), "\(shown)")
    }
    let json = try rana.done("contact \(id) --json").json
    #expect(json["name"] == "سلمى حداد")
    #expect(json["phone"].list.count == 2)
    #expect(json["email"] == "salma@example.org")
    try rana.done("contact \(id) --from -", input: "name: Salma\nphone: 0955 000 111\n")
    #expect(
      try omar.done("contact \(id)").output == """
        name: Salma
        phone: 0955 000 111
        email: salma@example.org
        language: ar
        hours: after six
        message: no

        """)
    #expect(try omar.done("find --phone 0955000111").output.contains(id))
    try rana.done("undo \(id)")
    #expect(try omar.done("contact \(id)").output == shown)
    #expect(try omar.run("find --phone 0955000111").output == "")
    try omar.expectWhole()
    let file = try omar.file(of: id)
    for word in ["سلمى", "٠٩٤٤", "912 345", "salma", "after six", "0955 000"] {
      #expect(!file.contains(word), "\(word)")
    }
    #expect(file.contains("*Sealed.*"))
  }

  @Test func `both words and contact data cannot come from standard input`() throws {
    let team = try SealedTeam()
    let result = try team.seat("omar").run(
      "new --category minor --channel sms --language ar - --contact-from -", input: Self.record)
    #expect(result.status == 64, "\(result)")
  }

  @Test(arguments: [
    "0944123456", "٠٩٤٤١٢٣٤٥٦", "۰۹۴۴۱۲۳۴۵۶", "+963 944 123 456", "00963944123456", "123456",
    "(0944) 123-456", "963944123456", "+٩٦٣ ٩٤٤ ١٢٣ ٤٥٦", "89123456789",
  ])
  func `a caller is found by any spelling of the number`(number: String) throws {
    let (team, id) = try Self.prepared.get()
    let result = try team.seat("omar").done("find --phone", number)
    #expect(result.output.contains(id), "\(result)")
  }

  @Test(arguments: [
    "سلمى حداد", "سلمي حدّاد", "حداد سلمى", "Salma Haddad", "SALMA HADAD", "Haddad, Salma",
    "Салма Хаддад",
  ])
  func `a caller is found by any spelling of the name`(name: String) throws {
    let (team, id) = try Self.prepared.get()
    let result = try team.seat("omar").done("find --name", name)
    #expect(result.output.contains(id), "\(result)")
  }

  @Test func `the question comes by standard input, the answer as JSON for programs`() throws {
    let (team, id) = try Self.prepared.get()
    for (option, words) in [("--phone", "0944123456\n"), ("--name", "سلمى حداد\n")] {
      let found = try team.seat("omar").done("find \(option) - --json", input: words).json[0]
      #expect(found["case"].text == id)
      #expect(found["contact"]["name"] == "سلمى حداد")
    }
  }

  @Test(arguments: [
    "--phone 0944123457", "--phone 654321", "--name Fatima", "--name 'Karim Saleh'",
  ])
  func `others are not found`(question: String) throws {
    let (team, _) = try Self.prepared.get()
    let result = try team.seat("omar").done("find \(question)")
    #expect(result.output == "", "\(result)")
    #expect(result.errors.contains("no contact data that you may read matches"))
  }

  @Test(arguments: ["--phone Salma", "--phone 12"])
  func `a question that nothing can answer is refused`(question: String) throws {
    let (team, _) = try Self.prepared.get()
    let result = try team.seat("omar").run("find \(question)")
    #expect(result.status == 1 && result.errors.contains("[find."), "\(result)")
  }

  @Test(arguments: ["find --name '؟'", "search '***'", "search ..."])
  func `a question without a letter or a digit is no question`(line: String) throws {
    let (team, _) = try Self.prepared.get()
    let result = try team.seat("omar").run(line)
    #expect(result.status == 64 && result.output.isEmpty, "\(result)")
    #expect(result.errors.contains("holds no letter and no digit"), "\(result)")
  }

  @Test func `contact data is for those who speak with complainants`() throws {
    let (team, id) = try Self.prepared.get()
    for member in ["omar", "rana", "sami", "huda", "amal", "karim"] {
      try team.seat(member).done("contact \(id)")
    }
    // The reviewer may not, and whoever has no key cannot.
    for member in ["nadia", "zaki"] {
      let seat = team.seat(member)
      try seat.refused("contact \(id)", by: "contact.others")
      #expect(try seat.run("find --phone 0944123456").output == "")
      #expect(try seat.done("show \(id)").output.contains("Left off the list."))
      #expect(try !seat.done("show \(id) --json").output.contains("0944 123"))
    }
    // Nobody's `show` holds it, so that it is not on the screen by chance.
    #expect(try !team.seat("omar").done("show \(id)").output.contains("سلمى"))
    #expect(try !team.seat("omar").run("search سلمى").output.contains(id))
  }

  @Test func `the contact data of a sensitive case is for its readers`() throws {
    let team = try SealedTeam()
    let source = try team.file("contact.txt", Self.record)
    let id = try team.seat("omar").sensitive("--category fraud --contact-from \(source)")
    for member in ["omar", "rana"] {
      #expect(
        try team.seat(member).run("contact \(id)").errors == "This case is handled by others.\n")
      #expect(try team.seat(member).run("find --phone 0944123456").output == "")
    }
    for member in ["huda", "amal"] {
      #expect(try team.seat(member).done("contact \(id)").output.contains("after six"))
      #expect(try team.seat(member).done("find --phone 0944123456").output.contains(id))
    }
    try team.seat("amal").done("contact \(id) --from -", input: "phone: 0955 000 111\n")
    #expect(try team.seat("huda").done("find --phone 0955000111").output.contains(id))
    try team.seat("amal").expectWhole()
  }

  @Test func `the one complained about does not read how to reach the complainant`() throws {
    let team = try SealedTeam()
    let source = try team.file("contact.txt", Self.record)
    let id = try team.seat("omar").done(
      "new --category minor --channel sms --language en --subject rana --contact-from \(source) -",
      input: "She was rude."
    ).word
    try team.seat("sami").done("contact \(id)")
    try team.seat("rana").refused("contact \(id)", by: "contact.others")
  }

  @Test func `a person who calls again is found in all their cases`() throws {
    let team = try SealedTeam()
    let omar = team.seat("omar")
    let one = try omar.ordinary(contact: "name: Salma\nphone: 0944 123 456\n")
    let two = try omar.ordinary(contact: "name: S. H.\nphone: 00963944123456\n")
    _ = try omar.ordinary(contact: "name: Salwa\nphone: 0944 999 999\n")
    let found = try omar.done("find --phone 0944123456 --json").json.list.compactMap {
      $0["case"].text
    }
    #expect(Set(found) == [one, two])
    // A row of this list names the case.
    try omar.done("find --phone 0944123456")
    #expect(try [one, two].contains(omar.json("1")["case"].text ?? ""))
  }

  @Test(arguments: [
    "colour: red\n", "", "just words\n", "phone: 1\nmessage: perhaps\n", "name: A\nname: B\n",
  ])
  func `what is no contact data is refused and nothing recorded`(text: String) throws {
    let (team, id) = try Self.prepared.get()
    let head = try team.register.head()
    let result = try team.seat("omar").run("contact \(id) --from -", input: text)
    #expect(result.status == 1 && result.errors.contains("[contact."), "\(result)")
    #expect(try team.register.head() == head)
  }

  /// One register with one case and contact data, for the tests that only read.
  static let prepared = Swift.Result<(team: SealedTeam, id: String), any Error> {
    let team = try SealedTeam.shared()
    return (team, try team.seat("omar").ordinary("Left off the list.", contact: record))
  }
}
