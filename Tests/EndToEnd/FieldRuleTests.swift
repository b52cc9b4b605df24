import Foundation
import Testing

/// A value is held to the rule of its field at the door, and a wrong one in force can be mended.
@Suite struct FieldRuleTests {
  private static let wrongEmails = [
    "huda@x ", " huda@x", "Huda <huda@example.org>", "<>", "huda", "a@b@c", "a b@c", "@", "huda@",
  ]
  private static let wrongNames = [
    "Huda ", " Huda", ".", "\u{A0}", "Huda\u{200B}", "--",
    "Huda <h@x>", "Huda > Mona",
  ]

  private func edited(_ key: String, _ value: String) throws -> TemporaryRegister {
    let register = try TemporaryRegister()
    try register.edit("cases/team.yml") { text in
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard let start = lines.firstIndex(where: { $0.contains("- id: huda") }) else { return text }
      if key == "name" || key == "email" {
        let place = lines[start...].firstIndex { $0.contains(key + ":") } ?? start
        lines[place] = "    \(key): \"\(value)\""
      } else {
        lines.insert("    \(key): \"\(value)\"", at: start + 1)
      }
      return lines.joined(separator: "\n")
    }
    return register
  }

  @Test(
    arguments: wrongEmails.map { ("email", $0, "team.email") }
      + wrongNames.map { ("name", $0, "team.name") } + [("deputies", "nobody", "team.deputy")])
  func `a wrong value is not adopted, is not sent, and hinders nobody in force`(
    key: String, value: String, rule: String
  ) throws {
    let register = try edited(key, value)
    let refused = try register.run("adopt team.yml", as: "huda", checked: false)
    #expect(refused.status == 1 && refused.errors.contains("hint:"), "\(refused)")
    let found = try register.run("check", checked: false)
    #expect(found.errors.contains("cases/team.yml"), "\(found)")
    // As an older program would have let it in:
    try register.commitByHand()
    let id = try register.done(
      "new --category minor --channel sms --language en --text 'No shade.'", as: "huda"
    ).word
    try register.done("assign \(id) rana", as: "huda")
    let author = try register.commit().author
    #expect(author.wholeMatch(of: /\S.*\S <\S+@\S+>/) != nil, "\(author)")
    #expect(try register.git("fsck", "--strict").status == 0)
    try register.edit("cases/team.yml") { text in
      key == "name"
        ? text.replacing("name: \"\(value)\"", with: "name: Huda")
        : text.replacing("    \(key): \"\(value)\"\n", with: "")
    }
    try register.done("adopt team.yml", as: "huda")
    #expect(try register.done("check").errors == "")
  }

  @Test func `a key to which nothing can be sealed is not adopted`() throws {
    let key = "age1" + String(repeating: "q", count: 58)
    let register = try edited("read", key)
    let refused = try register.run("adopt team.yml", as: "huda", checked: false)
    #expect(refused.status == 1 && refused.errors.contains("the public key of huda"), "\(refused)")
  }

  @Test(arguments: [
    ("holidays: [1405-09-08]", "2026-11-29 (Persian"),
    ("closures: [9999-12-31]", "look at the year"),
    ("holidays: [{date: 1448-06-09, labels: {en: Eid}}]", "2026-11-20 (civil Hijri"),
    ("closures: [{from: 1403-12-30, to: 2025-03-22}]", "2025-03-20 (Persian"),
    ("half-days: [1066-01-01]", "look at the year"), ("holidays: [soon]", "write it as 2026-11-21"),
  ])
  func `a day of the calendar that nobody means is not adopted and not sent`(
    line: String, hint: String
  ) throws {
    let register = try TemporaryRegister()
    try register.edit("cases/calendar.yml") { _ in line + "\n" }
    for command in ["adopt calendar.yml", "check"] {
      let refused = try register.run(command, as: "huda", checked: false)
      #expect(refused.status == 1 && refused.errors.contains("cases/calendar.yml:1:"), "\(refused)")
      #expect(refused.errors.contains(hint), "\(refused)")
    }
    let bare = register.folder + "/common.git"
    try register.git("clone", "--quiet", "--bare", ".", bare)
    try register.git("remote", "add", "origin", bare)
    try register.commitByHand()
    let unsent = try register.run("sync", as: "huda", checked: false)
    #expect(unsent.status == 1 && unsent.errors.contains("nothing was sent"), "\(unsent)")
    // What is in force already hinders nobody.
    try register.done("new --category minor --channel sms --language en --text Queue", as: "huda")
  }

  @Test func `a language that is there twice is not adopted`() throws {
    let register = try TemporaryRegister()
    try register.edit("cases/register.yml") {
      $0.replacing("languages: [en,", with: "languages: [en, en,")
    }
    let refused = try register.run("adopt register.yml", as: "huda", checked: false)
    #expect(refused.status == 1 && refused.errors.contains("“en” is there twice"), "\(refused)")
  }

  @Test func `an id that nobody sees is none`() throws {
    let register = try TemporaryRegister()
    let refused = try register.run(
      "new --category minor --channel sms --language en --text Queue --external", "\u{061C}",
      as: "huda")
    #expect(refused.status == 64, "\(refused)")
    #expect(refused.errors.contains("holds no letter and no digit"), "\(refused)")
    let other = try register.run(
      "new --category minor --channel sms --language ara --text Queue", as: "huda")
    #expect(other.status == 64 && other.errors.contains("did you mean “ar”?"), "\(other)")
  }

  @Test func `what looks like a date is kept as it was written, and only bands are spelled out`()
    throws
  {
    let register = try TemporaryRegister()
    try register.done(
      "new --category minor --channel sms --language en --text Queue --external 5-11 --title 5-11 "
        + "--age 5-11", as: "huda")
    let table = try register.done("list --csv").output
    #expect(table.split(separator: ",").count { $0 == "'5-11" } == 1, "\(table)")
    #expect(table.contains(",5 to 11,") && table.contains(",'5-11\r\n"), "\(table)")
  }

  @Test func `a wrong value is not sent`() throws {
    let register = try edited("email", "huda@x ")
    let bare = register.folder + "/common.git"
    try register.git("clone", "--quiet", "--bare", ".", bare)
    try register.git("remote", "add", "origin", bare)
    try register.commitByHand()
    let head = try register.head()
    let refused = try register.run("sync", as: "huda", checked: false)
    #expect(refused.status == 1 && refused.errors.contains("nothing was sent"), "\(refused)")
    #expect(try register.git("rev-parse", "main", in: bare).word != head)
    try register.edit("cases/team.yml") { $0.replacing("    email: \"huda@x \"\n", with: "") }
    try register.done("adopt team.yml", as: "huda")
    try register.done("sync", as: "huda")
  }

  @Test(arguments: [
    ("--member 'huda:Huda :manager'", "the name cannot stand in the history"),
    ("--member huda:Huda:manager:huda", "is no e-mail address"),
    ("--member huda:Huda:boss", "is no role"), ("--member Huda:Huda:manager", "is no member id"),
    ("--member huda:Huda", "3 or 4 parts"),
    ("--member huda:Huda:manager --languages english", "did you mean “en”?"),
    ("--member huda:Huda:manager --languages en,zz", "“zz” is no language code"),
    ("--member huda:Huda:manager --languages en,en", "“en” is there twice"),
    ("--member huda:Huda:manager --languages ara", "did you mean “ar”?"),
  ])
  func `init asks the same of every field`(options: String, words: String) throws {
    let register = try TemporaryRegister(empty: ())
    let refused = try register.run("init r --name Valley \(options)", checked: false)
    #expect(refused.status == 64 && refused.errors.contains(words), "\(refused)")
    #expect(!FileManager.default.fileExists(atPath: register.folder + "/r/.git"))
  }

  @Test(arguments: [
    "new --category minor --channel sms --language zz --text Queue",
    "amend CASE language english --reason Wrong", "inform CASE --via sms --language zz",
  ])
  func `a language is one that there is`(command: String) throws {
    let register = try TemporaryRegister(staged: ())
    let id = try (command.hasPrefix("inform") ? Stage.decided : .registered).id
    let refused = try register.run(command.replacing("CASE", with: id), as: "huda", checked: false)
    #expect(refused.status == 64 && refused.errors.contains("is no language code"), "\(refused)")
  }

  @Test(arguments: [
    "--received 1926-11-05", "--received 1448-06-09", "--received ۱۴۰۵-۰۹-۰۸",
    "--received 0026-11-20", "--happened 1066-01-01", "--happened 1405-08-01",
  ])
  func `a year that nobody means is refused when a case is registered`(option: String) throws {
    let register = try TemporaryRegister()
    let refused = try register.run(
      "new --category minor --channel sms --language en --text Queue \(option)", as: "huda",
      checked: false)
    #expect(refused.status == 1 && refused.errors.contains("[date.year]"), "\(refused)")
    if option.contains("۱۴۰۵") { #expect(refused.errors.contains("2026-11-29"), "\(refused)") }
    if option.contains("1926") { #expect(!refused.errors.contains("four digits"), "\(refused)") }
  }

  @Test(arguments: [
    "note CASE --text Said --on 1448-05-01", "amend CASE received 1405-08-01 --reason Wrong",
    "extend CASE --until 9999-12-31 --reason Snow", "extend CASE --until 1405-10-01 --reason Snow",
    "amend CASE happened 1066-01-01 --reason Wrong", "promise CASE --what Call --until 9000-01-01",
    "stats --as-of 9999-12-31", "site build --as-of 9999-12-31",
    "site build --internal --as-of 9999-12-31", "site build --internal --as-of 1405-08-01",
    "list --received-from 1405-08-01", "list --where received=1405-09-08",
    "list --where due=1066-01-01",
  ])
  func `a year that nobody means is refused wherever a date is taken`(command: String) throws {
    let register = try TemporaryRegister(staged: ())
    let refused = try register.run(
      command.replacing("CASE", with: try Stage.inProgress.id), as: "huda", checked: false)
    #expect(refused.status == 1, "\(refused)")
    #expect(refused.errors.contains(/\[date\.(year|future)\]/), "\(refused)")
  }

  @Test(arguments: [
    ("5/11/2026", "write 2026-05-11 or 2026-11-05"), ("25/11/2026", "write it as 2026-11-25"),
    ("2026/11/5", "write it as 2026-11-05"), ("1405/9/8", "2026-11-29 (Persian"),
    ("8/9/1405", "2026-11-29 (Persian"), ("30/9/1405", "2026-12-21 (Persian"),
    ("8/9/1066", "look at the year again"), ("1066/9/8", "look at the year again"),
    ("soon", "write year, month and day"),
  ])
  func `what is no date is answered with the form to write`(text: String, hint: String) throws {
    let register = try TemporaryRegister(staged: ())
    let refused = try register.run(
      "note \(try Stage.inProgress.id) --text Said --on \(text)", as: "huda", checked: false)
    #expect(refused.status == 64 && refused.errors.contains(hint), "\(refused)")
  }

  @Test func `digits of other scripts are digits in a date`() throws {
    let register = try TemporaryRegister(staged: ())
    let id = try Stage.registered.id
    try register.done("amend \(id) received ٢٠٢٦-١١-٢٠ --reason Wrong", as: "huda")
    #expect(try register.json(id)["received"] == "2026-11-20")
  }

  @Test func `more keys than a sealed file holds are refused in words, at the door and in force`()
    throws
  {
    let team = try SealedTeam()
    let (register, huda) = (team.register, team.seat("huda"))
    let text = try String(contentsOfFile: register.path + "/cases/team.yml", encoding: .utf8)
    let key = try #require(text.firstMatch(of: /read: (age1[a-z0-9]+)/)?.output.1)
    let more = (1...1_023).map {
      "  - {id: m\($0), name: Member \($0)x, roles: [handler], read: \(key)}\n"
    }
    try register.edit("cases/team.yml") {
      $0.replacing("members:\n", with: "members:\n" + more.joined())
    }
    let refused = try huda.run("adopt team.yml")
    #expect(refused.status == 1 && refused.errors.contains("1022 at most"), "\(refused)")
    try register.commitByHand()
    let sealing = try huda.run(
      "new --channel hotline --language en --category fraud -", input: "He asked for money.")
    #expect(sealing.status == 1 && sealing.errors.contains("[sealing.too-many]"), "\(sealing)")
    // Those who have left give up their keys, as the hint says.
    try register.edit("cases/team.yml") {
      $0.replacing(", roles: [handler], read: \(key)}", with: ", roles: [handler]}")
    }
    try huda.done("adopt team.yml")
    _ = try huda.sensitive()
  }
}
