import Foundation
import Testing

/// What lies in the folder of the site's template never keeps two copies from exchanging.
@Suite(.durability) struct TemplateFilesInSyncTests {
  private func run(_ script: String, in copy: Copy) throws {
    let done = try Execution.run(
      "/bin/sh", ["-e", "-c", "mkdir -p site-template/sub; cd site-template\n" + script],
      in: copy.path, environment: Binary.environment(home: copy.register.home),
      scratch: copy.register.home + "/tmp")
    try #require(done.status == 0, "\(done)")
  }

  @Test(arguments: ["site-template/page.html", "site-template/sub/page.html", "site-template"])
  func `a link that somebody commits is set aside in every copy`(path: String) throws {
    let team = try TeamCopies(["a", "b", "c"])
    for copy in team.copies.dropLast() { try copy.done("sync") }
    try run(
      "cd ..; rm -r site-template; mkdir -p $(dirname \(path)); ln -s /etc/hostname \(path)",
      in: team[0])
    try team.pushByHand(from: team[0])
    let synced = try team[1].done("sync")
    #expect(synced.errors.contains("\(path):1:1: warning: this is a symbolic link"), "\(synced)")
    try team[2].done("note \(team.case) --text 'Called.'")
    for copy in [team[2], team[0], team[1]] { try copy.done("sync") }
    #expect(try team[1].head() == team[0].head())
    for copy in team.copies {
      #expect(try copy.git("ls-tree -r HEAD site-template").output == "")
      try copy.expectWhole()
    }
  }

  @Test(arguments: [
    "ln -s somebody@host.1:2 .#page.html", "ln -s .. sub/link", "mkfifo fifo",
    "ln -s /etc/hostname page.html",
  ])
  func `what nobody recorded and nobody can read is named and stops nothing`(
    script: String
  ) throws {
    let team = try TeamCopies(["a"])
    try run(script, in: team[0])
    try team[0].done("note \(team.case) --text 'Called.'")
    let synced = try team[0].done("sync")
    #expect(synced.output == "1 sent\n")
    #expect(synced.errors.contains("warning: it is no file that can be read"), "\(synced)")
  }
}
