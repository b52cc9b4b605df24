import Foundation
import Testing

/// Files of git that name commits are damaged or gone: the register is read, and the way back works.
@Suite(.durability, .builtProgram) struct DamagedReferenceTests {
  static let zeros = "printf '\\0\\0\\0\\0\\0\\0\\0\\0' > "

  private func run(
    _ script: String, in copy: Copy, at location: SourceLocation = #_sourceLocation
  ) throws {
    let done = try Execution.run(
      "/bin/sh", ["-e", "-c", script], in: copy.path,
      environment: Binary.environment(home: copy.register.home),
      scratch: copy.register.home + "/tmp")
    try #require(done.status == 0, "\(done)", sourceLocation: location)
  }

  @Test(arguments: [zeros + "$F", "sed -i 's/^./x/' $F", "printf 'refs' >> $F"])
  func `a damaged list of references stops nothing`(damage: String) throws {
    let team = try TeamCopies(["a", "b"])
    for copy in team.copies { try copy.done("sync") }
    try run("F=.git/packed-refs; git pack-refs; \(damage)", in: team[0])
    let synced = try team[0].done("sync")
    #expect(synced.errors.contains(".git/packed-refs: warning"), "\(synced)")
    try team[0].done("check")
    try team[0].done("note \(team.case) --text 'Called.'")
    #expect(try team[0].done("sync").output == "1 sent\n")
    try team[0].expectWhole()
  }

  @Test func `without the list the branch comes back with the command that is named`() throws {
    let team = try TeamCopies(["a"])
    try team[0].done("note \(team.case) --text 'Mine.'")
    let head = try team[0].head()
    try run("git pack-refs --all; \(Self.zeros) .git/packed-refs", in: team[0])
    try followBranch(team, head)
  }

  @Test(arguments: ["rm .git/refs/heads/main", "git symbolic-ref HEAD refs/heads/nowhere"])
  func `a branch that is gone is no copy in which nothing arrived`(damage: String) throws {
    let team = try TeamCopies(["a"])
    try team[0].done("note \(team.case) --text 'Mine.'")
    let head = try team[0].head()
    try run(damage, in: team[0])
    try followBranch(team, head)
  }

  private func followBranch(_ team: TeamCopies, _ head: String) throws {
    let copy = team[0]
    let shown = try copy.run("show \(team.case)")
    #expect(shown.status == 1 && shown.output.contains("Mine."), "\(shown)")
    let refused = try copy.run("note \(team.case) --text 'Called.'")
    #expect(refused.status == 1 && refused.errors.contains("is not there"), "\(refused)")
    let advice = try #require(
      refused.errors.firstMatch(of: /`(git --git-dir=[^`]*(?:update-ref|symbolic-ref)[^`]*)`/),
      "\(refused)")
    try run(String(advice.1), in: copy)
    #expect(try copy.head() == head)
    #expect(try copy.done("sync").output == "1 sent\n")
    try copy.expectWhole()
  }

  @Test func `what a lost newest commit held is recorded anew as it is said`() throws {
    let team = try TeamCopies(["a"])
    try team[0].done("sync")
    try team[0].done("note \(team.case) --text 'Mine.'")
    try run(
      "f=.git/objects/$(git rev-parse HEAD | sed 's|..|&/|'); chmod u+w $f; : > $f", in: team[0])
    for line in ["note \(team.case) --text 'Called.'", "sync"] {
      let refused = try team[0].run(line)
      #expect(refused.status == 1, "\(refused)")
      let advice = try #require(
        refused.errors.firstMatch(of: /`(git update-ref HEAD [^`]*)`, then `(git [^`]* -m [^`]*)`/),
        "\(refused)")
      guard line == "sync" else { continue }
      try run("\(advice.1) && \(advice.2) --quiet", in: team[0])
    }
    #expect(try team[0].done("sync").output == "1 sent\n")
    #expect(try team[0].done("show \(team.case)").output.contains("Mine."))
    try team[0].done("check")
  }

  @Test func `a copy without its empty folders is read`() throws {
    let two = try SealedPair()
    try two.inVault("git pack-refs --all; find . -type d -empty -delete; ! test -d refs")
    #expect(try two.here("amal").done("show \(two.id)").output.contains("brambleQ1"))
    try two.inVault("cd ../..; git pack-refs --all; find . -type d -empty -delete; rm -rf refs")
    try two.here("amal").done("note \(two.id) -", input: "Another word.")
    try two.settle()
    try two.expectSame()
  }
}
