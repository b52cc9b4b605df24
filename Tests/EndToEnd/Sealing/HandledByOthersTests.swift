import Foundation
import Testing

/// Who may not read a case learns from no command more than that others handle it.
@Suite struct HandledByOthersTests {
  /// Every command that takes a case; words by standard input.
  static let commands = [
    "show CASE", "show CASE --json", "note CASE -", "note CASE --from FILE", "assign CASE rana",
    "assign CASE --unit north --reason -", "assign CASE amal", "start CASE", "acknowledge CASE",
    "decide CASE --outcome upheld --root-cause conduct --reason -",
    "decide CASE --outcome withdrawn --reason -", "approve CASE",
    "approve CASE --reject --reason -",
    "inform CASE --via hotline", "inform CASE --waive anonymous", "close CASE",
    "close CASE --outcome withdrawn --reason -", "contact CASE", "contact CASE --json",
    "contact CASE --from CONTACT", "raise CASE --priority critical",
    "raise CASE --sensitivity restricted --reason -", "undo CASE", "amend CASE area A01 --reason -",
    "amend CASE title - --reason 'x'", "link CASE --same-issue OTHER",
    "hold CASE --until +5 --reason -",
    "release CASE", "wait CASE --for other --question - --until +3", "resume CASE",
    "extend CASE --until +40 --reason -", "promise CASE --what - --until +9",
    "refer CASE --to legal-aid --consent yes --text -", "settle CASE --reason -",
    "answer CASE - --via sms",
    "resolve CASE --outcome not-upheld --via sms --reason -", "object CASE --reason -",
    "review CASE --accept --reason -", "reopen CASE --reason -", "survey CASE --resolved yes",
  ]

  @Test(arguments: ["omar", "rana", "nadia", "zaki"])
  func `every command says the one sentence`(member: String) throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive()
    let other = try team.seat("omar").ordinary()
    let words = try team.file("words.md", "Some words.\n")
    let contact = try team.file("contact.txt", "phone: 0944 123 456\n")
    let head = try team.register.head()
    let seat = team.seat(member)
    // One member hears it from all commands, the others from every eighth.
    let commands = Self.commands.enumerated().filter { member == "omar" || $0.offset % 8 == 0 }
    for command in commands.map(\.element) {
      let line = command.replacing("CASE", with: id).replacing("OTHER", with: other)
        .replacing("FILE", with: words).replacing("CONTACT", with: contact)
      let result = try seat.run(line, input: "Some words.")
      #expect(result.status == 1, "\(result)")
      #expect(result.output == "", "\(result)")
      #expect(result.errors == "This case is handled by others.\n", "\(result)")
    }
    #expect(try team.register.head() == head)
  }

  @Test(arguments: [
    "note CASE --text 'Some words.'", "decide CASE --outcome withdrawn --reason 'Some words.'",
    "raise CASE --priority high --reason 'Some words.'",
    "amend CASE title 'Some words.' --reason -",
  ])
  func `it is said before anything about how the words were given`(command: String) throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive()
    let result = try team.seat("rana").run(command.replacing("CASE", with: id), input: "x")
    #expect(result.errors == "This case is handled by others.\n", "\(result)")
  }

  @Test func `the sentence is the same in every state of the case`() throws {
    let team = try SealedTeam()
    let (omar, amal) = (team.seat("omar"), team.seat("amal"))
    let id = try omar.sensitive()
    var said: Set<String> = []
    for line in [
      "assign CASE amal", "start CASE", "decide CASE --outcome not-upheld --reason -",
      "inform CASE --via sms", "close CASE",
    ] {
      let hold = try omar.run("hold \(id) --until +5 --reason -", input: "Stop.")
      said.formUnion([hold.errors, try omar.run("reopen \(id) --reason -", input: "New.").errors])
      try amal.done(line.replacing("CASE", with: id), input: "It was no fraud.")
      if line.hasPrefix("decide") { try team.seat("karim").done("approve \(id)") }
    }
    said.insert(try omar.run("close \(id)").errors)
    #expect(said == ["This case is handled by others.\n"])
  }

  @Test func `the log names steps, not what they were`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive()
    try team.seat("amal").done("assign \(id) amal")
    let log = try team.seat("rana").done("log \(id)").lines
    #expect(log.count == 2)
    #expect(log.allSatisfy { $0.hasSuffix("\(id): step") && $0.contains(" 00:00 ") }, "\(log)")
    let json = try team.seat("rana").done("log \(id) --json").output
    for word in ["assign", "fraud", "09:00"] { #expect(!json.contains(word), "\(word)") }
  }

  @Test func `the plain file is no more than the stub`() throws {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive()
    let raw = try team.seat("rana").done("show \(id) --raw").output
    #expect(try raw == team.seat("amal").file(of: id))
    #expect(StubFile(raw) != nil)
  }
}
