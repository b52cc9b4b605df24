import Foundation
import Testing

/// What `sync` does not take over, and what it does then.
@Suite(.durability) struct SyncRefusalTests {
  @Test(arguments: ["ours", "theirs"])
  func `configuration changed on both sides is refused until somebody chooses`(
    choice: String
  ) throws {
    let team = try TeamCopies(["here", "there"])
    let (here, there) = (team[0], team[1])
    for (copy, name) in [(here, "Name from here"), (there, "Name from there")] {
      let text = try copy.content(of: "cases/register.yml")
      try copy.write(
        text.replacing("Valley Relief", with: name), to: "cases/register.yml")
      try copy.done("adopt register.yml")
      try copy.new(name)
    }
    try there.done("sync")
    let (before, sent) = (try here.head(), try team.common.head())
    let refused = try here.run("sync")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("Name from here"))
    #expect(refused.errors.contains("Name from there"))
    #expect(refused.errors.contains("--configuration ours"))
    #expect(try here.head() == before)
    #expect(try team.common.head() == sent)
    try here.expectWhole()

    try here.done("sync --configuration \(choice)")
    try there.done("sync")
    let wanted = choice == "ours" ? "Name from here" : "Name from there"
    for copy in team.copies {
      #expect(try copy.content(of: "cases/register.yml").contains(wanted))
    }
    #expect(try here.caseFiles().count == 3)
    try team.expectSame(holding: [])
  }

  @Test func `configuration changed on one side is taken over`() throws {
    let team = try TeamCopies(["here", "there"])
    let text = try team[0].content(of: "cases/register.yml")
    try team[0].write(
      text.replacing("Valley Relief", with: "New name"), to: "cases/register.yml")
    try team[0].done("adopt register.yml")
    try team[1].new()
    for copy in [team[0], team[1], team[0]] { try copy.done("sync") }
    #expect(try team[1].content(of: "cases/register.yml").contains("New name"))
    try team.expectSame(holding: [])
  }

  @Test func `without a connection everything stays saved and is counted`() throws {
    let team = try TeamCopies(["here"])
    let common = team.common.path
    try FileManager.default.moveItem(atPath: common, toPath: common + ".away")
    try team[0].new()
    try team[0].done("note \(team.case) --text 'Words.'")
    let result = try team[0].run("sync")
    #expect(result.status == 1)
    #expect(!result.errors.contains("error:"))
    let said = (result.output + result.errors).replacing(common, with: "PLACE")
      .replacing("`git remote set-url origin ADDRESS`", with: "COMMAND")
    #expect(said.contains("plug in the stick"), "\(result)")
    for word in ["git", "fatal", "repository", "remote", "branch", "commit"] {
      #expect(!said.lowercased().contains(word), "\(result)")
    }
    #expect(try team[0].done("sync --status").output == "2 waiting to send\n")
    try FileManager.default.moveItem(atPath: common + ".away", toPath: common)
    #expect(try team[0].done("sync").output == "2 sent\n")
    #expect(try team.common.head() == team[0].head())
  }

  @Test func `without a connection it says how much waits`() throws {
    let team = try TeamCopies(["here"])
    try team[0].git("remote set-url origin \(team.register.folder)/nowhere")
    try team[0].new()
    #expect(try team[0].run("sync").output == "saved here, 1 waiting to send\n")
  }

  @Test func `without a common place it says so`() throws {
    let copy = Copy(try TemporaryRegister())
    let result = try copy.run("sync")
    #expect(result.status == 1)
    #expect(result.errors.contains("git remote add origin"))
    try copy.expectWhole()
  }

  @Test func `a rewritten history is refused and nothing is lost here`() throws {
    let team = try TeamCopies(["here", "there"])
    let (here, there) = (team[0], team[1])
    let id = try here.new()
    try here.done("sync")
    // The other clone never saw it, and pushes over it.
    try team.pushByHand(from: there, force: true)
    let (before, sent) = (try here.head(), try team.common.head())
    try here.new()
    for _ in 0..<2 {
      let result = try here.run("sync")
      #expect(result.status == 1)
      #expect(result.errors.contains("rewritten"), "\(result)")
    }
    #expect(try team.common.head() == sent)
    #expect(try here.git("merge-base --is-ancestor \(before) HEAD").status == 0)
    try here.done("show \(id)")
    try here.expectWhole()
  }

  @Test func `a different register is refused`() throws {
    let team = try TeamCopies(["here"])
    let other = try TemporaryRegister(empty: ())
    try Copy(other, at: other.folder)
      .done("init other --name Other --languages en --demo --member o:O:intake")
    try team[0].git("remote remove origin")
    try team[0].git("remote add origin \(other.folder)/other")
    let before = try team[0].head()
    let result = try team[0].run("sync")
    #expect(result.status == 1)
    #expect(result.errors.contains("different register"), "\(result)")
    #expect(try team[0].head() == before)
    try team[0].expectWhole()
  }

  @Test(arguments: [true, false])
  func `a case that was deleted in the other place comes back`(isChangedHere: Bool) throws {
    let team = try TeamCopies(["here", "there"])
    try team[1].git("rm --quiet \(team.file)")
    try team.pushByHand(from: team[1])
    if isChangedHere { try team[0].done("note \(team.case) --text 'Words.'") }
    let events = try team[0].events()
    for copy in team.copies { try copy.done("sync") }
    try team.expectSame(holding: events)
    #expect(try team.common.caseFiles().contains(team.file))
  }

  @Test(arguments: [true, false])
  func `an event that was removed in the other place comes back`(isChangedHere: Bool) throws {
    let team = try TeamCopies(["here", "there"])
    let earlier = try team[1].content(of: team.file)
    try team[0].done("note \(team.case) --text 'Words.'")
    for copy in team.copies { try copy.done("sync") }
    try team[1].write(earlier, to: team.file)
    try team.pushByHand(from: team[1])
    if isChangedHere { try team[0].new() }
    let events = try team[0].events()
    for copy in team.copies { try copy.done("sync") }
    try team.expectSame(holding: events)
    #expect(try team[1].content(of: team.file).contains("\nWords.\n"))
  }

  @Test func `a place that takes nothing is named as such`() throws {
    let team = try TeamCopies(["here"])
    let hook = team.common.path + "/hooks/pre-receive"
    try "#!/bin/sh\nexit 1\n".write(toFile: hook, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
    try team[0].new()
    let result = try team[0].run("sync")
    #expect(result.status == 1)
    #expect(
      result.errors.contains("did not take what was sent and gave no reason"), "\(result)")
  }
}
