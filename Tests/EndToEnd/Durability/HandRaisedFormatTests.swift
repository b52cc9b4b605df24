import Foundation
import Testing

/// A slip of the hand in the line `format` is no newer program.
@Suite(.durability) struct HandRaisedFormatTests {
  private func slip(in team: TeamCopies, to format: Int = 11) throws {
    for copy in team.copies { try copy.done("sync") }
    let file = team[0].path + "/cases/register.yml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try Data(text.replacing("format: 1\n", with: "format: \(format)\n").utf8)
      .write(to: URL(fileURLWithPath: file))
    try team.pushByHand(from: team[0])
  }

  @Test func `it is set aside where it comes in, and where it was made`() throws {
    let team = try TeamCopies(["a", "b"])
    try slip(in: team)
    let synced = try team[1].done("sync")
    #expect(synced.errors.contains("the format 11 was written by hand"), "\(synced)")
    try team[1].done("note \(team.case) --text 'Called.'")
    try team[1].done("sync")
    let refused = try team[0].run("note \(team.case) --text 'Mine.'")
    #expect(refused.status == 1 && !refused.errors.contains("newer"), "\(refused)")
    try team[0].done("sync")
    try team[0].done("note \(team.case) --text 'Mine.'")
    for index in [0, 1] { try team[index].done("sync") }
    #expect(try team[0].head() == team[1].head())
    try team[0].expectWhole()
  }

  /// Slips that spoil another line of the file too.
  @Test(arguments: [
    "s/^format: .*/format: 3/; s/^seal: .*/seal: somenew/",
    "s/^format: .*/format: 3/; /^time-zone/d", "s/^format: .*/format: 99/; /^format/!d",
  ])
  func `it is set aside whatever else the file holds`(edit: String) throws {
    let team = try TeamCopies(["a", "b"])
    for copy in team.copies { try copy.done("sync") }
    let file = team[0].path + "/cases/register.yml"
    let edited = try Execution.run(
      "/usr/bin/sed", ["-i", edit, file], in: team[0].path,
      environment: Binary.environment(home: team.register.home),
      scratch: team.register.home + "/tmp")
    try #require(edited.status == 0, "\(edited)")
    try team.pushByHand(from: team[0])
    let synced = try team[1].done("sync")
    #expect(synced.output.contains("1 set aside"), "\(synced)")
    try team[1].done("note \(team.case) --text 'Called.'")
    try team[1].done("sync")
    try team[0].done("sync")
    try team[0].done("note \(team.case) --text 'Mine.'")
    for index in [0, 1] { try team[index].done("sync") }
    try team[0].expectWhole()
  }

  @Test func `a format that this program knows is raised by an upgrade, and by no hand`() throws {
    let team = try TeamCopies(["a", "b"])
    try slip(in: team, to: 2)
    let synced = try team[1].done("sync")
    #expect(synced.errors.contains("the format 2 was written by hand"), "\(synced)")
    try team[1].done("note \(team.case) --text 'Called.'")
    #expect(try !team[1].content(of: team.register.file(of: team.case)).contains("\"format\":2"))
    for index in [0, 1, 0, 1] { try team[index].done("sync") }
    try team[0].done("upgrade --yes", as: "huda")
    for index in [0, 1] { try team[index].done("sync") }
    let settings = try String(
      contentsOfFile: team[1].path + "/cases/register.yml", encoding: .utf8)
    #expect(settings.contains("format: 2\nid: "), "\(settings)")
    try team[1].expectWhole()
  }

  @Test func `a copy in which it stands already takes it back`() throws {
    let team = try TeamCopies(["a", "b"])
    try slip(in: team)
    let synced = try team[0].done("sync")
    #expect(synced.output.contains("1 set aside"), "\(synced)")
    try team[0].done("note \(team.case) --text 'Mine.'")
    try team[0].expectWhole()
  }

  @Test func `without a common place the command that is named takes it back`() throws {
    let team = try TeamCopies(["a"])
    try slip(in: team)
    try team[0].git("remote remove origin")
    let refused = try team[0].run("note \(team.case) --text 'Mine.'")
    let advice = try #require(
      refused.errors.firstMatch(of: /`(git [^`]*checkout [^`]*)`, then `(git [^`]*commit[^`]*)`/),
      "\(refused)")
    for command in [advice.1, advice.2] {
      let done = try Execution.run(
        "/bin/sh", ["-c", String(command)], in: team[0].path,
        environment: Binary.environment(home: team.register.home),
        scratch: team.register.home + "/tmp")
      #expect(done.status == 0, "\(done)")
    }
    try team[0].done("note \(team.case) --text 'Mine.'")
  }

  @Test func `what a later program raised is taken in and not written`() throws {
    let team = try TeamCopies(["a", "b"])
    try slip(in: team)
    try team[0].git("commit --quiet --amend --message 'register: format 11'")
    try team[0].git("push --quiet --force origin HEAD")
    let synced = try team[1].done("sync")
    #expect(synced.output.contains("1 taken in"), "\(synced)")
    let refused = try team[1].run("note \(team.case) --text 'Called.'")
    #expect(refused.errors.contains("install a newer daftar"), "\(refused)")
  }
}
