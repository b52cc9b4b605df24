import Foundation
import Testing

/// A common place that lost something, or hides it, is told as that, in a folder and far away.
@Suite(.durability, .builtProgram) struct PlaceDamageTests {
  private let team: TeamCopies

  init() throws {
    team = try TeamCopies(["here", "there"])
    for copy in team.copies { try copy.done("sync") }
  }

  private func spoil(_ script: String) throws {
    let done = try Execution.run(
      "/bin/sh", ["-c", "set -e; cd common.git; " + script], in: team.register.folder,
      environment: Binary.environment(home: team.register.home),
      scratch: team.register.home + "/tmp")
    try #require(done.status == 0, "\(done)")
  }

  /// The variables with which git reaches the place as if it were another computer.
  private func farAway() throws -> [String: String] {
    let shell = team.register.folder + "/ssh"
    try "for a; do last=$a; done\nexec sh -c \"$last\"\n"
      .write(toFile: shell, atomically: false, encoding: .utf8)
    try team[0].git("remote set-url origin ssh://host\(team.common.path)")
    return ["GIT_SSH_COMMAND": "sh " + shell]
  }

  /// What was done to the place, and the words that tell it.
  private static let damages = [
    ("rm -r objects/*", "is not there any more"),
    ("rm -r objects/*; git config receive.unpackLimit 1", "is not there any more"),
    ("echo junk > refs/heads/main", "is damaged: its branch main names no commit"),
    (
      "git pack-refs --all; echo junk > packed-refs",
      "is damaged: its list of references (packed-refs) cannot be read"
    ),
    (
      "git pack-refs --all; head -c 40 /dev/zero > packed-refs",
      "is damaged: its list of references (packed-refs) cannot be read"
    ),
    (
      "git config core.repositoryformatversion 7",
      "is damaged: its settings name version 7 of git's format, and the git there knows no later one"
    ),
    (
      "git config core.repositoryformatversion 1; git config extensions.x y",
      "is damaged: its settings ask for something that the git there does not know"
    ),
    ("git config transfer.hideRefs refs/heads", "hides what the register keeps there"),
    ("git config uploadpack.hideRefs refs/heads", "hides what the register keeps there"),
    ("git config receive.hideRefs refs/heads", "hides what the register keeps there"),
  ]

  @Test(arguments: damages, [false, true])
  func `damage is told as what it is, with what to do`(
    damage: (script: String, words: String), isFar: Bool
  ) throws {
    try team[0].new()
    try spoil(damage.script)
    let head = try team[0].head()
    let result = try team[0].run("sync", with: isFar ? farAway() : [:])
    #expect(result.status == 1 && result.errors.contains(damage.words), "\(result)")
    #expect(result.errors.contains("nothing here is lost"), "\(result)")
    #expect(result.errors.contains("`git init --bare -b main FOLDER`"), "\(result)")
    #expect(!result.errors.contains("git says"), "\(result)")
    #expect(result.output.hasPrefix("saved here, "), "\(result)")
    #expect(try team[0].head() == head)
  }

  @Test func `a place without its objects is told where nothing is to be exchanged`() throws {
    #expect(try team[0].done("sync").output == "everything is up to date\n")
    try spoil("rm -r objects/*")
    for address in [team.common.path, "../common.git", "file://" + team.common.path] {
      try team[0].git("remote set-url origin \(address)")
      let result = try team[0].run("sync")
      #expect(result.status == 1 && result.errors.contains("place is damaged"), "\(result)")
    }
    // From far away only its names are seen, and no more is claimed.
    let result = try team[0].run("sync", with: farAway())
    #expect(result.status == 0 && result.output == "nothing new here or there\n", "\(result)")
  }

  @Test func `a copy that is behind is told what the place lost, and stays whole`() throws {
    try team[0].new()
    try team[0].done("sync")
    try spoil("rm -r objects/*")
    let before = try team[1].head()
    let result = try team[1].run("sync")
    #expect(result.status == 1 && result.errors.contains("common place is damaged"), "\(result)")
    #expect(try team[1].head() == before)
  }

  @Test func `a place to which one comes back after another is not told as a backup`() throws {
    let other = team.register.folder + "/other.git"
    try team.register.git("clone", "--quiet", "--bare", team.common.path, other)
    try team[0].git("remote set-url origin \(other)")
    try team[0].new()
    try team[0].done("sync")
    try team[0].git("remote set-url origin \(team.common.path)")
    let result = try team[0].run("sync")
    #expect(result.errors.contains("[sync.older]"), "\(result)")
    #expect(
      result.errors.contains("not the one of the last exchange: it lacks 1 commit"), "\(result)")
    #expect(!result.errors.contains("restored"), "\(result)")
    let advice = try #require(result.errors.firstMatch(of: /`git (push [^`]+)`/))
    try team[0].git(String(advice.1))
    for copy in team.copies { try copy.done("sync") }
    #expect(try team.common.head() == team[0].head())
  }

  @Test func `the log of a case leaves out where others' steps only came in`() throws {
    let (id, other) = (team.case, try team[0].new())
    try team[0].done("sync")
    try team[1].done("note \(id) --text One.", as: "omar")
    try team[1].done("sync")
    try team[0].done("note \(other) --text Two.", as: "omar")
    try team[0].done("sync")
    let all = try team[0].done("log").output
    #expect(all.contains("sync: 0 cases merged"), "\(all)")
    for copy in team.copies {
      try copy.done("sync")
      for name in [id, other] {
        let log = try copy.done("log \(name)").lines
        #expect(log.count == 2 && log.allSatisfy { !$0.contains("sync: ") }, "\(log)")
        #expect(try copy.done("log \(name) --limit 2").lines == log)
        #expect(try copy.done("log \(name) --json").json.list.count == 2)
      }
    }
    // Where a case was changed on both sides, the log shows who brought the steps together.
    try team[1].done("note \(id) --text Three.", as: "omar")
    try team[0].done("note \(id) --text Four.", as: "huda")
    try team[1].done("sync")
    try team[0].done("sync")
    let log = try team[0].done("log \(id)").output
    #expect(log.contains("sync: 1 cases merged"), "\(log)")
    #expect(log.split(separator: "\n").count == 5, "\(log)")
  }
}
