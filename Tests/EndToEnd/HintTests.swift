import Foundation
import Testing

/// The commands that a hint names are run in the state in which it is given, and help.
@Suite struct HintTests {
  let register: TemporaryRegister
  let id: String
  var file: String { register.file(of: id) }

  init() throws {
    register = try TemporaryRegister(staged: ())
    id = try Stage.inProgress.id
  }

  /// The commands between backticks of a message, without those that hold a gap to be filled.
  private func commands(in text: String) -> [String] {
    text.replacing("\n", with: " ").matches(of: /`((?:git|daftar|sed|iconv) [^`]+)`/)
      .map { Self.joined(String($0.output.1)) }.filter { !$0.contains("…") }
  }

  /// A command that a message broke over lines, on one.
  private static func joined(_ command: String) -> String {
    command.split(separator: " ").joined(separator: " ")
  }

  /// Runs what a hint says, as the person would type it in the same folder.
  private func follow(_ result: Result, in folder: String = ".") throws {
    let commands = commands(in: result.errors)
    try #require(!commands.isEmpty, "\(result)")
    for command in commands {
      let line = command.hasPrefix("daftar ") ? "\"$DAFTAR\"" + command.dropFirst(6) : command
      let done = try register.shell("cd '\(folder)' && DAFTAR_MEMBER=huda \(line)")
      #expect(done.status == 0, "\(command): \(done)")
    }
  }

  private enum Damage: String, CaseIterable {
    case cut, fence, conflict, state, event, empty
    func text(_ old: String) -> String {
      switch self {
      case .cut: String(old.prefix(300))
      case .fence: old.replacing("---\n", with: "", maxReplacements: 1)
      case .conflict: "<<<<<<< HEAD\n" + old + "=======\n>>>>>>> other\n"
      case .state: old.replacing("state: in-progress", with: "state: closed")
      case .event: old.replacing("\"do\":\"start\"", with: "\"do\":\"note\"")
      case .empty: ""
      }
    }
  }

  @Test(arguments: ["cut", "fence", "conflict", "state", "event", "empty"], [false, true])
  func `a damaged file comes back, whether or not the damage was committed`(
    damage: String, isCommitted: Bool
  ) throws {
    let damage = try #require(Damage(rawValue: damage))
    let whole = try String(contentsOfFile: register.path + "/" + file, encoding: .utf8)
    try register.edit(file) { damage.text($0) }
    if isCommitted { try register.commitByHand() }
    let found = try register.run("check", checked: false)
    #expect(found.status == 1, "\(found)")
    try follow(onlyGit(found))
    #expect(try String(contentsOfFile: register.path + "/" + file, encoding: .utf8) == whole)
    #expect(try register.done("check").errors == "")
  }

  /// Where a hint offers to record the edit or to undo it, the way back is the one that is tried.
  private func onlyGit(_ result: Result) -> Result {
    let commands = commands(in: result.errors).filter { $0.hasPrefix("git ") }
    return Result(
      command: result.command, status: result.status, output: "",
      errors: commands.map { "`\($0)`" }.joined(separator: " "))
  }

  @Test(arguments: [false, true])
  func `the way back works from another folder too`(isCommitted: Bool) throws {
    try register.edit(file) { String($0.prefix(300)) }
    if isCommitted { try register.commitByHand() }
    let found = try register.shell("cd cases && \"$DAFTAR\" check")
    try follow(onlyGit(found), in: "cases")
    try register.edit(file) { String($0.prefix(300)) }
    if isCommitted { try register.commitByHand() }
    let outside = try register.shell("cd / && \"$DAFTAR\" -C '\(register.path)' check")
    try follow(onlyGit(outside), in: "/")
    #expect(try register.done("check").errors == "")
  }

  @Test(arguments: ["team.yml", "register.yml"], ["", "members: [\n"])
  func `a configuration file that was committed in pieces comes back`(
    name: String, text: String
  ) throws {
    try register.edit("cases/" + name) { _ in text }
    try register.commitByHand()
    let found = try register.run("list", checked: false)
    #expect(found.status == 1, "\(found)")
    guard !commands(in: found.errors).isEmpty else { return }
    try follow(onlyGit(found))
    try register.done("list")
  }

  @Test(arguments: [
    ("merge", "git merge other"), ("rebase", "git rebase other"),
    ("cherry-pick", "git cherry-pick other"), ("revert", "git revert --no-edit HEAD~1"),
  ])
  func `what git left unfinished is undone by its own command`(
    name: String, command: String
  ) throws {
    let change = { (word: String) in
      "sed -i 's/^category: .*/category: \(word)/' \(file) && git commit -qam \(word)"
    }
    let made = try register.shell(
      """
      set -e
      git branch other; \(change("one")); \(change("two"))
      git checkout -q other; \(change("three")); git checkout -q main
      \(command) >/dev/null 2>&1 && exit 1 || exit 0
      """)
    try #require(made.status == 0, "\(made)")
    let found = try register.run("check", checked: false)
    #expect(found.errors.contains("git \(name) --abort"), "\(found)")
    #expect(!found.errors.contains("git merge --abort") || name == "merge", "\(found)")
    try register.shell("git \(name) --abort")
    #expect(try register.git("status", "--porcelain").output == "")
    #expect(try !register.run("check", checked: false).errors.contains("--abort"))
  }

  @Test(arguments: [
    ("printf '\\357\\273\\277' | cat - KEY > KEY.x", "byte order mark"),
    ("iconv -f UTF-8 -t UTF-16 KEY > KEY.x", "UTF-16"),
    ("iconv -f UTF-8 -t UTF-16LE KEY > KEY.x", "UTF-16"),
    ("iconv -f UTF-8 -t UTF-16BE KEY > KEY.x", "UTF-16"),
  ])
  func `a key file in another form is converted as the hint says`(
    script: String, words: String
  ) throws {
    let team = try SealedTeam()
    let seat = team.seat("huda")
    let key = team.keys + "/huda"
    let script = script.replacing("KEY", with: key) + " && cat \(key).x > \(key) && rm \(key).x"
    try #require(try team.register.shell(script).status == 0)
    let refused = try seat.run("key show")
    #expect(refused.status == 1 && refused.errors.contains(words), "\(refused)")
    #expect(!refused.errors.contains("key new"), "\(refused)")
    let command = try #require(commands(in: refused.errors).first)
    let done = try team.register.shell(command)
    #expect(done.status == 0, "\(command): \(done)")
    #expect(try seat.done("key show").output.hasPrefix("age1"))
  }

  @Test(arguments: Stage.allCases)
  func `closing says the step that comes next, and the step can be done`(stage: Stage) throws {
    let id = try stage.id
    guard stage != .informed, stage != .closed else { return }
    let refused = try register.run("close \(id)", as: "huda", checked: false)
    let command = try #require(
      refused.errors.replacing("\n", with: " ").firstMatch(of: /`daftar ([^`]+)`/)?.output.1)
    let filled = Self.joined(String(command)).replacing("MEMBER", with: "rana")
      .replacing("--outcome …", with: "--outcome not-upheld").replacing(
        "--via …", with: "--via sms"
      )
      .replacing("--reason …", with: "--reason 'As agreed.'")
    let member = stage == .objected ? "nadia" : stage == .registered ? "huda" : "rana"
    try register.done(filled, as: member)
  }

  @Test func `an extension never proposes a day that has passed`() throws {
    let now = "2027-02-21T09:00:00Z"
    let refused = try register.run(
      "extend \(id) --until 2027-03-01 --reason Snow", as: "rana", now: now, checked: false)
    #expect(refused.status == 1, "\(refused)")
    #expect(!refused.errors.contains("give a day up to"), "\(refused)")
  }

  @Test func `a folder that does not exist is named, with one beside it`() throws {
    let refused = try register.shell("cd .. && \"$DAFTAR\" -C registr list")
    #expect(refused.errors.contains("there is no folder “registr”"), "\(refused)")
    #expect(refused.errors.contains("did you mean “register”?"), "\(refused)")
    #expect(!refused.errors.contains("daftar init"), "\(refused)")
  }

  @Test(arguments: ["new/k", "cases/k", "a/b/c/k", "./k", "../register/x/k", ".git/k"])
  func `a secret key is not written into a register, whatever folders are missing`(
    place: String
  ) throws {
    let refused = try register.shell("\"$DAFTAR\" key new --out \(place)")
    #expect(refused.status == 1 && refused.errors.contains("is in a git repository"), "\(refused)")
    #expect(try register.git("status", "--porcelain").output == "")
    let outside = try register.shell("\"$DAFTAR\" key new --out ../outside/new/k")
    #expect(outside.status == 0, "\(outside)")
  }
}
