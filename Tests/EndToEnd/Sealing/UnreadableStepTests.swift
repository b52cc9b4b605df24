import Foundation
import Testing

/// A step of a sensitive case that nobody can read shuts it for nobody else.
@Suite struct UnreadableStepTests {
  @Test(arguments: ["nothing", "junk"])
  func `the rest of the case is shown, and the step is set aside`(content: String) throws {
    let two = try SealedPair()
    try two.here("amal").done("assign \(two.id) rana")
    try two.settle()
    let step = try Self.forge(in: two, content)
    try two.here("amal").done("sync")
    let shown = try two.here("amal").run("show \(two.id)")
    #expect(shown.output.contains("brambleQ1"), "\(shown)")
    #expect(shown.errors.contains(step) && shown.errors.contains("the rest is shown"), "\(shown)")
    let refused = try two.here("amal").run("note \(two.id) -", input: "kelpieQ2.")
    #expect(refused.status == 1 && refused.errors.contains(step), "\(refused)")
    let line = "settle \(two.id) \(step) --reason -"
    let other = try two.here("rana").run(line, input: "It is nothing.")
    #expect(other.status == 1 && other.errors.contains("[settle.unreadable]"), "\(other)")
    try two.here("amal").done(line, input: "Karim knows nothing of it.")
    try two.here("rana").done("note \(two.id) -", input: "kelpieQ2.")
    try two.here("amal").done("assign \(two.id) sami")
    try two.settle()
    for seat in [two.there("huda"), two.there("sami"), two.here("karim")] {
      let seen = try seat.done("show \(two.id)")
      #expect(seen.output.contains("brambleQ1") && seen.output.contains("kelpieQ2"), "\(seen)")
      #expect(seen.output.contains("settle"), "\(seen)")
    }
    #expect(try two.there("huda").done("check").status == 0)
  }

  @Test func `of two such steps each is set aside by itself`() throws {
    let two = try SealedPair()
    let before = Set(try two.there("karim").entries(of: two.id).keys)
    for words in ["zephyrQ3.", "zephyrQ4."] {
      try two.there("karim").done("note \(two.id) -", input: words)
    }
    let entries = Set(try two.there("karim").entries(of: two.id).keys).subtracting(before)
    let steps = try two.there("karim").file(of: two.id).split(separator: "\n")
      .filter { line in entries.contains { line.contains($0) } }
      .map { String($0.dropFirst("{\"id\":\"".count).prefix(16)) }
    try #require(steps.count == 2)
    try two.there("karim").copy.git("push --quiet origin main")
    try two.here("amal").done("sync")
    for step in steps {
      let refused = try two.here("amal").run("note \(two.id) -", input: "kelpieQ2.")
      #expect(refused.status == 1, "\(refused)")
      try two.here("amal").done("settle \(two.id) \(step) --reason -", input: "Nothing.")
    }
    try two.here("amal").done("note \(two.id) -", input: "kelpieQ2.")
    // When the entries come after all, the steps count again.
    try two.settle()
    let shown = try two.here("amal").done("show \(two.id)").output
    for word in ["brambleQ1", "kelpieQ2", "zephyrQ3", "zephyrQ4"] {
      #expect(shown.contains(word), "\(shown)")
    }
  }

  /// Sends a step by git whose entry is nowhere, or junk; returns the step.
  private static func forge(in two: SealedPair, _ content: String) throws -> String {
    let karim = two.there("karim")
    let before = Set(try karim.entries(of: two.id).keys)
    try karim.done("note \(two.id) -", input: "zephyrQ3.")
    let entry = try #require(Set(try karim.entries(of: two.id).keys).subtracting(before).first)
    let text = try karim.file(of: two.id)
    let line = try #require(text.split(separator: "\n").last { $0.contains(entry) })
    let step = String(line.dropFirst("{\"id\":\"".count).prefix(16))
    try karim.copy.git("push --quiet origin main")
    let reference = "refs/daftar/vault/\(two.id)"
    let added =
      content == "nothing"
      ? ":" : "printf '100644 blob %s\\t\(entry)\\n' $(echo junk | git hash-object -w --stdin)"
    try two.inThere(
      """
      tree=$( (git ls-tree \(reference) | grep -v \(entry); \(added)) | git mktree)
      git update-ref \(reference) $(git commit-tree -m vault $tree)
      git push --quiet --force '\(two.team.register.folder)/common.git' \(reference)
      git reflog expire --expire=now --all; git prune --expire=now
      """)
    return step
  }
}

/// What has not arrived is told apart from what is sealed for others.
@Suite struct NotArrivedTests {
  @Test func `a fresh clone says that the sealed parts have not arrived yet`() throws {
    let two = try SealedPair()
    let id = try two.here("omar").ordinary(contact: "name: Salma\nphone: 0944 123 456\n")
    try two.settle()
    let path = two.team.register.folder + "/fresh"
    try two.team.register.git(
      "clone", "--quiet", two.team.register.folder + "/common.git", path)
    let rana = two.team.seat("rana", in: path)
    let contact = try rana.run("contact \(id)")
    #expect(contact.status == 1 && contact.errors.contains("has not arrived here yet"))
    #expect(contact.errors.contains("daftar sync"), "\(contact)")
    let shown = try rana.done("show \(id)").output
    #expect(shown.contains("has not arrived here yet") && !shown.contains("for others"), "\(shown)")
    let found = try rana.run("find --name -", input: "Salma")
    #expect(found.errors.contains("not arrived here"), "\(found)")
    try rana.done("sync")
    #expect(try rana.done("contact \(id)").output.contains("0944 123 456"))
    #expect(try rana.done("find --name -", input: "Salma").output.contains(id))
    let zaki = try two.team.seat("zaki", in: path).run("contact \(id)")
    #expect(zaki.errors.contains("[contact.others]"), "\(zaki)")
  }
}

/// `git worktree add` makes a second work tree of the same repository.
@Suite struct LinkedWorkTreeTests {
  @Test func `what was sealed in a second work tree outlives it`() throws {
    let team = try SealedTeam()
    let path = team.register.folder + "/second"
    try team.register.git("worktree", "add", "--quiet", path, "-b", "side")
    let id = try team.seat("omar", in: path).sensitive(text: "kelpieQ2.")
    #expect(try team.seat("amal", in: path).done("list").output.contains(id.suffix(4)))
    try team.register.git("merge", "--quiet", "--ff-only", "side")
    try team.register.git("worktree", "remove", "--force", path)
    #expect(try team.seat("amal").done("show \(id)").output.contains("kelpieQ2"))
    try team.seat("amal").done("note \(id) -", input: "Work goes on.")
    try team.seat("amal").expectWhole()
  }

  @Test func `a vault that an earlier version made for one work tree is taken over`() throws {
    let team = try SealedTeam()
    let path = team.register.folder + "/second"
    try team.register.git("worktree", "add", "--quiet", path, "-b", "side")
    let id = try team.seat("omar", in: path).sensitive(text: "kelpieQ2.")
    let git = team.register.path + "/.git"
    let own = git + "/worktrees/second/daftar"
    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      atPath: git + "/daftar/vault.git", toPath: own + "/vault.git")
    try team.register.git("merge", "--quiet", "--ff-only", "side")
    #expect(try team.seat("amal").done("show \(id)").output.contains("kelpieQ2"))
    try team.register.git("worktree", "remove", "--force", path)
    #expect(try team.seat("amal").done("show \(id)").output.contains("kelpieQ2"))
    try team.seat("amal").expectWhole()
  }

  @Test func `the files of each work tree follow its own branch`() throws {
    let team = try SealedTeam()
    let path = team.register.folder + "/second"
    try team.register.git("worktree", "add", "--quiet", path, "-b", "side")
    let omar = team.seat("omar", in: path)
    let killed = try omar.run(
      "new --category minor --channel sms --language en -", input: "Words.",
      with: ["DAFTAR_CRASH_AT": "reference"])
    try #require(killed.status == 128 + SIGKILL, "\(killed)")
    try team.seat("omar").done("list")
    try team.seat("omar").copy.expectInStep()
    try omar.done("list")
    try omar.copy.expectInStep()
  }
}
