import Foundation
import Testing

/// Objects below something that a copy holds are missing or damaged, and references lead to nothing.
@Suite(.durability, .builtProgram) struct MissingObjectTests {
  /// Runs a shell script in a copy, with the commit of the common place in `$T`.
  private func run(
    _ script: String, in copy: Copy, at location: SourceLocation = #_sourceLocation
  ) throws {
    let done = try Execution.run(
      "/bin/sh", ["-e", "-c", "T=$(git -C ../common.git rev-parse main)\n" + script], in: copy.path,
      environment: Binary.environment(home: copy.register.home),
      scratch: copy.register.home + "/tmp")
    try #require(done.status == 0, "\(done)", sourceLocation: location)
  }

  /// A team whose first copy sent two notes that the second has not fetched.
  private func team() throws -> TeamCopies {
    let team = try TeamCopies(["a", "b"])
    for copy in team.copies { try copy.done("sync") }
    for text in ["First.", "Second."] {
      try team[0].done("note \(team.case) --text '\(text)'")
    }
    try team[0].done("sync")
    return team
  }

  /// Both copies end with the same, and what the second recorded went out too.
  ///
  /// `isLeft`: an object that nothing names any more is still damaged.
  private func expectExchange(_ team: TeamCopies, isLeft: Bool = false) throws {
    try team[1].done("note \(team.case) --text 'Mine.'")
    let synced = try team[1].done("sync")
    #expect(synced.output.contains("sent"), "\(synced)")
    try team[0].done("sync")
    #expect(try team[0].head() == team[1].head())
    try team[1].done("check")
    let objects = try team[1].git("fsck --strict --no-dangling --no-reflogs")
    #expect(!objects.errors.contains("missing ") || isLeft, "\(objects)")
    #expect(!FileManager.default.fileExists(atPath: team[1].path + "/.git/daftar/anew.git"))
  }

  /// What a fetch that was stopped half way had unpacked, newest first.
  @Test(arguments: [
    "git -C ../common.git cat-file commit $T | git hash-object -t commit -w --literally --stdin",
    """
    git fetch -q origin; p=$(git rev-parse $T^); git update-ref refs/remotes/origin/main $p
    for o in $(git rev-parse $p^{tree} $p:cases $p); do rm -f .git/objects/$(echo $o | sed 's|..|&/|'); done
    """,
    """
    git fetch -q origin; for o in $(git rev-parse $T^ $T^{tree}); do
      rm -f .git/objects/$(echo $o | sed 's|..|&/|'); done
    """,
  ])
  func `what is missing below the newest commit is fetched again`(script: String) throws {
    let team = try team()
    try run(script, in: team[1])
    let synced = try team[1].done("sync")
    #expect(synced.output.contains("2 taken in"), "\(synced)")
    try expectExchange(team)
  }

  @Test(arguments: ["T", "T^", "T^{tree}"])
  func `what was fetched and is damaged comes anew`(object: String) throws {
    let team = try team()
    try run(
      """
      git fetch -q origin; f=.git/objects/$(git rev-parse $\(object) | sed 's|..|&/|')
      chmod u+w $f; truncate -s 30 $f
      """, in: team[1])
    let synced = try team[1].done("sync")
    #expect(synced.output.contains("2 taken in"), "\(synced)")
    #expect(!synced.errors.contains("damaged"), "\(synced)")
    try expectExchange(team)
  }

  @Test(arguments: ["refs/remotes/origin/main", "refs/daftar/seen/origin/main"])
  func `what is remembered of the place and names nothing is forgotten`(name: String) throws {
    let team = try team()
    try run(
      "mkdir -p .git/$(dirname \(name)); echo \(String(repeating: "1a", count: 20)) > .git/\(name)",
      in: team[1])
    try team[1].done("sync --status")
    #expect(try team[1].done("sync").output.contains("2 taken in"))
    try expectExchange(team)
  }

  @Test(arguments: ["rm -f", "chmod u+w $f; truncate -s 30"])
  func `another reference that leads to nothing stops no exchange, and is named`(
    damage: String
  ) throws {
    let team = try team()
    try run(
      """
      c=$(git commit-tree -m x HEAD^{tree} < /dev/null); git update-ref refs/heads/idea $c
      f=.git/objects/$(echo $c | sed 's|..|&/|'); \(damage) $f
      """, in: team[1])
    let synced = try team[1].done("sync")
    #expect(synced.output.contains("2 taken in"), "\(synced)")
    #expect(synced.errors.contains(".git/refs/heads/idea: warning"), "\(synced)")
    let advice = try #require(synced.errors.firstMatch(of: /`(git [^`]*update-ref[^`]*)`/))
    try run(String(advice.1), in: team[1])
    #expect(try team[1].done("sync").errors == "")
    try expectExchange(team, isLeft: true)
  }
}
