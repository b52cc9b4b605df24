import Foundation
import Testing

/// What names or reaches a person is kept out of words that stay readable for ever.
@Suite struct ClearTextTests {
  static let findings = [
    ("Call 0944 123 456 please.", "a telephone number", "0944 123 456"),
    ("اتصل على ٠٩٤٤١٢٣٤٥٦ من فضلك", "a telephone number", "٠٩٤٤١٢٣٤٥٦"),
    ("تماس با ۰۹۴۴ ۱۲۳ ۴۵۶ بگیرید", "a telephone number", "۰۹۴۴ ۱۲۳ ۴۵۶"),
    ("Звоните +7 912 345-67-89.", "a telephone number", "+7 912 345-67-89"),
    ("Write to salma.h@example.org.", "an e-mail address", "salma.h@example.org"),
    ("Paid to DE89 3704 0044 0532 0130 00.", "IBAN", "DE89 3704 0044 0532 0130 00"),
    ("His card says 29805123456789.", "identity card", "29805123456789"),
  ]

  @Test(arguments: findings)
  func `a text that reaches a person is refused with the words`(
    text: String, kind: String, words: String
  ) throws {
    let (team, id) = try Self.prepared.get()
    let omar = team.seat("omar")
    let new = "new --category minor --channel sms --language en"
    for result in [
      try omar.refused(new + " --text", text, by: "text.personal-data"),
      try omar.refused("note \(id) -", by: "text.personal-data", input: "As told.\n\n" + text),
    ] {
      #expect(result.errors.contains(kind) && result.errors.contains("“\(words)”"), "\(result)")
      #expect(result.errors.contains("--allow REASON"))
    }
    // In the register nothing is left, in no object either.
    let objects = try team.register.shell(
      "git cat-file --batch-all-objects --unordered --batch | grep -ac '\(words)' || true")
    #expect(objects.word == "0")
  }

  @Test func `every way for words to come in is guarded`() throws {
    let (team, id) = try Self.prepared.get()
    let omar = team.seat("omar")
    let new = "new --category minor --channel sms --language en"
    for line in [
      new + " --text Words. --title 'Call 0944123456'",
      new + " --text Words. --wanted 'Call 0944123456'",
      "assign \(id) rana --reason 'Call 0944123456'",
      "amend \(id) title 'Call 0944123456' --reason Clearer.",
      "amend \(id) area A01 --reason 'Call 0944123456'",
      "raise \(id) --priority high --reason 'Call 0944123456'",
      "close \(id) --outcome withdrawn --reason 'Call 0944123456'",
      "hold \(id) --until +5 --reason 'Call 0944123456'",
    ] {
      let seat = line.hasPrefix("hold") || line.hasPrefix("assign") ? team.seat("huda") : omar
      try seat.refused(line, by: "text.personal-data")
    }
    let file = try team.file("story.md", "A story.\nCall 0944123456.\n")
    try omar.refused(new + " --from \(file)", by: "text.personal-data")
  }

  @Test func `a remedy is guarded too`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").ordinary()
    try team.seat("huda").done("assign \(id) rana")
    try team.seat("rana").done("start \(id)")
    try team.seat("rana").done(
      "resolve \(id) --outcome not-upheld --reason 'The list was right.' --via sms")
    try team.seat("omar").done("object \(id) --reason 'Still no tent.'")
    try team.seat("huda").refused(
      "review \(id) --reject --remedy 'Directorate 0944123456' --reason 'It was right.'",
      by: "text.personal-data")
    try team.seat("huda").done(
      "review \(id) --reject --remedy 'Directorate 0944123456' --reason 'It was right.'",
      "--allow", "A public number.")
    let file = try team.seat("huda").file(of: id)
    #expect(file.contains("**Allowed:** A public number."), "\(file)")
  }

  @Test func `with a reason it is recorded, and the reason with it`() throws {
    let team = try SealedTeam()
    let omar = team.seat("omar")
    let id = try omar.done(
      "new --category minor --channel sms --language en --text 'The hotline 0944 123 456 is silent.'",
      "--allow", "It is our own number."
    ).word
    #expect(try omar.json(id)["text"].text?.hasSuffix("**Allowed:** It is our own number.") == true)
    try omar.done("note \(id) --text 'Wrote to info@example.org.' --allow 'A public address.'")
    let text = try omar.json(id)["sections"].list.last?["text"].text
    #expect(text == "Wrote to info@example.org.\n\n**Allowed:** A public address.")
    // Where nothing was found the reason is not needed and not recorded.
    try omar.done("note \(id) --text 'Nothing new.' --allow 'In case.'")
    #expect(try omar.json(id)["sections"].list.last?["text"] == "Nothing new.")
    try omar.expectWhole()
  }

  @Test(arguments: ["0944123456", "+963944123456", "٠٩٤٤١٢٣٤٥٦", "salma@example.org"])
  func `a coded field never takes it`(value: String) throws {
    let (team, _) = try Self.prepared.get()
    for more in [[], ["--allow", "It must be there."]] {
      let line = "new --category minor --channel sms --language en --text Words. --external"
      let result =
        more.isEmpty
        ? try team.seat("omar").refused(line, value, by: "code.personal-data")
        : try team.seat("omar").refused(line, value, more[0], more[1], by: "code.personal-data")
      #expect(!result.errors.contains(value))
    }
  }

  @Test func `ordinary numbers pass`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").ordinary()
    for text in [
      "On 2026-11-02 at 14:30, 12 households, 350 kg; see 2611-7KQ4-M2XC and SY0203.",
      "The coupon was for 150000 pounds, 3 times.", "Lane 4, tents 12-18, since 1.10.2026.",
      "بعد ٣ أيام استلمنا ٢ كرتونة", "GPS 36.20124, 37.16117.",
    ] {
      try team.seat("sami").done("note \(id) --text", text)
    }
  }

  @Test func `in sealed words nothing is refused`() throws {
    let team = try SealedTeam()
    let all = Self.findings.map(\.0).joined(separator: "\n")
    let id = try team.seat("omar").sensitive(text: all)
    try team.seat("amal").done("note \(id) -", input: all)
    #expect(try team.seat("amal").json(id)["text"].text == all)
    let sealed = try SealedTeam(.everything)
    let ordinary = try sealed.seat("omar").ordinary(all)
    #expect(try sealed.seat("rana").json(ordinary)["text"].text == all)
  }

  /// One register with one case, for the tests whose words are refused.
  static let prepared = Swift.Result<(team: SealedTeam, id: String), any Error> {
    let team = try SealedTeam.shared()
    return (team, try team.seat("omar").ordinary())
  }
}
