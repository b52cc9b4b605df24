import Foundation
import Testing

/// What a new user does wrong, and what is said: what is wrong, and what to do instead.
///
/// `REG`, `PRO` and `DEC` are a case that was registered, one in progress and one that was decided.
@Suite struct MistakeTests {
  typealias Mistake = (line: String, status: Int32, words: String)

  static let asking: [Mistake] = [
    ("lsit", 64, "did you mean `daftar list`?"),
    ("help dicide", 64, "did you mean `daftar decide`?"),
    ("ls", 64, "`daftar list`"),
    ("status", 64, "`daftar sync --status`"),
    ("push", 64, "`daftar sync`"),
    ("site biuld", 64, "did you mean `daftar site build`?"),
    ("member remove rana", 64, "commands below member: add, key"),
    ("list --opne", 64, "did you mean “--open”?"),
    (
      "list --category 'Minor disatisfaction'", 64,
      "did you mean “minor” (Minor dissatisfaction)?"
    ),
    ("list --category complaint", 64, "known: “thanks” (Appreciation)"),
    ("list --area nowhere", 64, "“A02” (Lower valley)"),
    ("list --where colour=red", 64, "there is no field “colour”"),
    ("list --where sex=women", 64, "there is no sex “women”"),
    ("list --sort titel", 64, "did you mean “title”?"),
    ("list --limit many", 64, "“many” is invalid for “--limit <number>”"),
    ("list --state in_progress", 64, "did you mean “in-progress”?"),
    (
      "list --received-from 5/11/2026", 64,
      "day and month could be taken for each other: write 2026-05-11 or 2026-11-05"
    ),
    ("list --received-from 13/11/2026", 64, "write it as 2026-11-13"),
    ("list --received-from '5 Nov 2026'", 64, "write it as 2026-11-05"),
    ("list --received-from 20261105", 64, "write it as 2026-11-05"),
    ("list --received-from 5.11.26", 64, "write the year first and with four digits"),
    ("list --received-from lastweek", 64, "or today, yesterday, +7"),
    (
      "list --received-from 2026-11-20 --received-to 2026-11-01", 64,
      "give the earlier day first"
    ),
    ("list --json --csv", 64, "give one of --json and --csv"),
    ("list --as Omar", 64, "did you mean “omar”?"),
    ("show", 64, "missing expected argument “<case>”"),
    ("show 999", 1, "or a row of the last list"),
    ("show rana", 1, "four symbols or more"),
    ("adopt nonsense.yml --as huda", 1, "files: register.yml"),
    ("find '0944 123 456'", 64, "`daftar find --phone -`"),
    ("find --phone 12", 1, "give at least its last six digits"),
    ("init x", 64, "“--name <text>”"),
    ("member key set rana nonsense --as huda", 1, "as `daftar key new` prints it"),
    ("key show", 1, "`daftar key new`"),
    ("sync --as omar", 1, "git remote add origin"),
    ("list --on today", 64, "records no step, so --on says nothing"),
    ("import csv missing.csv", 1, "the file cannot be read"),
    ("import excel x.xlsx", 64, "commands below import: csv"),
    ("stats --as-of tomorrow", 1, "of today or of a day before"),
    ("codes chanels", 64, "did you mean “channels”?"),
    ("-C nowhere list", 1, "look at the path after -C"),
  ]

  static let acting: [Mistake] = [
    ("delete REG", 64, "taken back with `daftar undo CASE`"),
    ("show REG DEC", 64, "unexpected argument"),
    ("new --as omar", 64, "missing: --category, --channel, --language"),
    (
      "new --as omar --category minor --channel phone --language en --text x", 64,
      "there is no channel “phone”"
    ),
    (
      "new --as omar --category minor --channel sms --language english --text x", 64,
      "did you mean “en”?"
    ),
    (
      "new --as omar --category minor --channel sms --language en", 64,
      "the words of the complaint are missing"
    ),
    (
      "new --as omar --category minor --channel sms --language en --text", 64,
      "missing value for “--text <text>”"
    ),
    (
      "new --as omar --category minor --channel sms --language en --text The queue has no shade",
      64,
      "was not expected"
    ),
    (
      "new --as omar --category minor --channel sms --language en --text 'Call me on 0944 123 456'",
      1,
      "with --contact-from or `daftar contact CASE --from -`"
    ),
    (
      "new --as omar --category minor --channel sms --language en --text x --age 200", 64,
      "there is no age “200”"
    ),
    (
      "new --as omar --category minor --channel sms --language en --text x --received tomorrow", 1,
      "lies in the future; today is 2026-11-21"
    ),
    (
      "new --as omar --category minor --channel sms --language en --text x --received 1405-09-08",
      1,
      "did you mean 2026-11-29"
    ),
    (
      "new --as omar --category seah --channel sms --language en --text x", 1,
      "makes a key, `daftar key new`"
    ),
    (
      "new --category minor --channel sms --language en --text x", 1,
      "add --as MEMBER or set DAFTAR_MEMBER"
    ),
    (
      "new --as yara --category minor --channel sms --language en --text x", 1,
      "not on the team today"
    ),
    ("assign rana REG --as omar", 1, "the case comes first"),
    ("assign REG --as omar", 64, "give a member, or a unit with --unit"),
    ("assign REG 'Rana Nobody' --as omar", 64, "there is no member “Rana Nobody”"),
    ("start REG --as rana", 1, "`daftar assign REG MEMBER`"),
    ("decide PRO --outcome great --reason x --as rana", 64, "give one of: upheld"),
    ("decide PRO --outcome upheld --reason x --as rana", 1, "add --root-cause CODE"),
    ("decide REG --outcome answered --reason x --as rana", 1, "assign it first"),
    ("close PRO --as rana", 1, "`daftar resolve PRO --outcome"),
    ("inform DEC --as rana", 64, "give one of --via, --tried and --waive"),
    ("approve DEC --as rana", 1, "cannot approve"),
    ("undo PRO --as omar", 1, "ask rana"),
    ("extend PRO --until 2026-11-01 --reason x --as huda", 1, "give a later day"),
    (
      "wait PRO --for other --question x --until +60 --as rana", 1,
      "give a day up to 2026-12-05"
    ),
    ("note PRO --text '' --as rana", 64, "--text holds no text"),
    ("note PRO -text x --as rana", 64, "A text goes with --text"),
    ("amend PRO priority urgent --reason x --as huda", 64, "“critical”"),
    ("amend PRO consent maybe --reason x --as huda", 64, "“not-asked”"),
    ("amend PRO colour red --reason x --as rana", 1, "fields: title, category"),
    ("amend PRO title '***' --reason x --as rana", 64, "the value holds no letter and no digit"),
    ("amend PRO area nowhere --reason x --as rana", 64, "there is no area “nowhere”"),
    ("contact REG --as omar", 1, "record it with `daftar contact REG --from -`"),
    ("note REG --text x --on tomorrow --as omar", 1, "give the day on which it was"),
  ]

  @Test func `there are enough of them`() {
    #expect(Self.asking.count + Self.acting.count >= 52)
  }

  @Test(arguments: asking)
  func `what is asked for wrongly is told, and what to do`(mistake: Mistake) throws {
    try expect(mistake, in: try TemporaryRegister(staged: ()))
  }

  @Test(arguments: acting)
  func `what is done wrongly changes nothing, and the way is told`(mistake: Mistake) throws {
    try expect(mistake, in: try TemporaryRegister(staged: ()))
  }

  private func expect(_ mistake: Mistake, in register: TemporaryRegister) throws {
    let named = { (text: String) throws in
      text.replacing("REG", with: try Stage.registered.id)
        .replacing("PRO", with: try Stage.inProgress.id)
        .replacing("DEC", with: try Stage.decided.id)
    }
    let result = try register.run(try named(mistake.line))
    #expect(result.status == mistake.status, "\(result)")
    #expect(result.output == "" || mistake.line.hasPrefix("sync"), "\(result)")
    // One style: what is wrong in a line, what to do in the next.
    #expect(result.errors.contains(try named(mistake.words)), "\(result)")
    #expect(mistake.line.hasPrefix("sync") || result.errors.contains("error: "), "\(result)")
    #expect(!result.errors.contains("Usage:"), "\(result)")
  }

  @Test func `outside of a register, and before there is a key, the first step is told`() throws {
    let place = try TemporaryRegister(empty: ())
    #expect(try place.run("list").errors.contains("daftar init"))
    let noName = try place.run("init register --member a:A:intake")
    #expect(noName.status == 64 && noName.errors.contains("--name"), "\(noName)")
    let noMember = try place.run("init register --demo --name x")
    #expect(noMember.status == 64 && noMember.errors.contains("at least one member"), "\(noMember)")
  }

  @Test func `a command that is named instead of one that is not there exists`() throws {
    let register = try TemporaryRegister(staged: ())
    for word in [
      "delete", "edit", "view", "ls", "add", "comment", "history", "push", "status", "reject",
      "give",
      "export", "report", "users", "areas", "phone", "finish", "escalate",
    ] {
      let said = try register.run(word).errors
      let commands = said.matches(of: /`daftar ([a-z]+)/).map { String($0.1) }
      #expect(!commands.isEmpty, "\(said)")
      for command in commands {
        #expect(try register.run("help \(command)").status == 0, "\(word): \(command)")
      }
    }
  }
}
