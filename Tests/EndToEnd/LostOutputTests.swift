import Foundation
import Testing

/// What becomes of a result that cannot be printed: a full disk, a closed stream, a reader gone.
@Suite struct LostOutputTests {
  private static let new =
    "new --category minor --channel sms --language en --text 'No shade.'"

  @Test(arguments: ["> /dev/full", ">&-", "| true"])
  func `a step that was recorded is told with its case, and with a status of its own`(
    output: String
  ) throws {
    let register = try TemporaryRegister()
    let result = try register.shell(
      "{ $DAFTAR --as omar \(Self.new); echo $? >status; } \(output); rm -f ../late; cat status")
    #expect(result.word == "74", "\(result)")
    try register.shell("rm status")
    let id = try #require(try register.done("list --json").json[0]["case"].text)
    #expect(result.errors.contains("recorded as \(id), but it could not be printed"), "\(result)")
    #expect(result.errors.contains("do not run the command again"))
    #expect(try register.git("status", "--porcelain").output == "")
    #expect(try register.git("fsck").status == 0)
  }

  @Test func `every command that changes something says so when it cannot be printed`() throws {
    let register = try TemporaryRegister(staged: ())
    let (fresh, decided) = (try Stage.registered.id, try Stage.decided.id)
    try register.git("config", "user.email", "huda@example.org")
    try register.edit("cases/targets.yml") { $0 + "# looked at\n" }
    for (line, said) in [
      ("adopt targets.yml", "recorded and in force"), ("assign \(fresh) rana", "recorded as"),
      ("undo \(fresh)", "recorded as"), ("inform \(decided) --via sms", "recorded as"),
      ("site eject assets/site.css", "is there"), ("sync", "saved here"),
      ("key new --out ../key", "the key is in"),
      ("init ../other --demo --name X --member a:A:intake", "delete the folder"),
    ] {
      let result = try register.shell("$DAFTAR \(line) > /dev/full")
      #expect(result.status == 74, "\(line) \(result)")
      #expect(result.errors.contains(said), "\(line) \(result)")
    }
  }

  @Test(arguments: [
    "list", "list --json", "list --csv", "stats", "stats --json", "check", "check --json", "log",
    "log --json", "show 1 --json", "show 1 --raw", "--help", "help new",
    "--version", "list --help", "publish plan", "site eject",
  ])
  func `what only reads says that it could not write`(line: String) throws {
    let register = try TemporaryRegister(staged: ())
    try register.done("list")
    for output in ["> /dev/full", ">&-"] {
      let result = try register.shell("$DAFTAR \(line) \(output)")
      #expect(result.status == 74, "\(output) \(result)")
      #expect(result.errors.contains("the output could not be written"), "\(output) \(result)")
    }
  }

  @Test func `a reader that has seen enough is left quietly`() throws {
    let register = try TemporaryRegister(staged: ())
    let result = try register.shell("$DAFTAR log | true; $DAFTAR --help | true")
    #expect(result.errors == "", "\(result)")
  }

  @Test func `a refusal stays a refusal when nothing can be printed`() throws {
    let register = try TemporaryRegister(staged: ())
    let result = try register.shell(
      "$DAFTAR --as omar close \(try Stage.registered.id) > /dev/full")
    #expect(result.status == 1, "\(result)")
    #expect(!result.errors.contains("could not be"))
  }

  @Test func `nothing is written into a file that takes the place of a closed stream`() throws {
    let register = try TemporaryRegister()
    let result = try register.shell(
      "$DAFTAR --as omar \(Self.new) <&- >&- 2>&-; echo $?; git fsck --strict; $DAFTAR check")
    #expect(result.lines.first == "74", "\(result)")
    #expect(result.output.contains("everything is in order"), "\(result)")
  }

  @Test func `a closed standard input is no empty text`() throws {
    let register = try TemporaryRegister(staged: ())
    let result = try register.shell("$DAFTAR --as omar note \(try Stage.registered.id) - <&-")
    #expect(result.status == 1, "\(result)")
    #expect(result.errors.contains("standard input cannot be read"), "\(result)")
  }
}
