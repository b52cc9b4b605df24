import Foundation
import Testing

/// What is lost of a state that nobody else has: it is named here, and the place is not blamed.
@Suite(.durability) struct UnsentDamageTests {
  @Test(arguments: [
    "HEAD~1:cases/2026/11/CASE.md", "HEAD~1:cases/2026/11", "HEAD~1:cases", "HEAD~1^{tree}",
    "HEAD~1",
  ])
  func `a lost part of a state between is named by check and sync`(object: String) throws {
    let team = try TeamCopies(["a", "b"])
    for copy in team.copies { try copy.done("sync") }
    for word in ["One.", "Two."] { try team[0].done("note \(team.case) --text \(word)") }
    let name = try team[0].git("rev-parse \(object.replacing("CASE", with: team.case))").word
    let file = ".git/objects/\(name.prefix(2))/\(name.dropFirst(2))"
    try FileManager.default.removeItem(atPath: team[0].path + "/" + file)
    for command in ["check", "sync", "sync"] {
      let told = try team[0].run(command)
      #expect(told.status == 1 && told.errors.contains(name), "\(told)")
      #expect(!told.output.contains("in order"), "\(told)")
      #expect(!told.errors.contains("the common place is damaged"), "\(told)")
    }
    let sent = try team[0].git("rev-parse origin/main").word
    try team[0].git("reset -q --soft \(sent)")
    try team[0].git("commit -qm restored")
    for index in [0, 1] { try team[index].done("sync") }
    let shown = try team[1].done("show \(team.case)").output
    #expect(shown.contains("One.") && shown.contains("Two."), "\(shown)")
    #expect(try team[0].head() == team[1].head())
    try team[1].expectWhole()
  }

  @Test(arguments: [
    "HEAD~1:cases/2026/11/CASE.md", "HEAD~1:cases/2026/11", "HEAD~1^{tree}", "HEAD~1", "HEAD~2",
    "HEAD~2:cases/2026/11/CASE.md", "HEAD~4",
  ])
  func `a lost part of a state that was sent is named by check and comes again`(
    object: String
  ) throws {
    let team = try TeamCopies(["a", "b"])
    for copy in team.copies { try copy.done("sync") }
    for word in ["One.", "Two.", "Three.", "Four."] {
      try team[0].done("note \(team.case) --text \(word)")
    }
    try team[0].done("sync")
    #expect(try team[0].done("check").output.contains("in order"))
    let name = try team[0].git("rev-parse \(object.replacing("CASE", with: team.case))").word
    let file = ".git/objects/\(name.prefix(2))/\(name.dropFirst(2))"
    try FileManager.default.removeItem(atPath: team[0].path + "/" + file)
    let told = try team[0].run("check")
    #expect(told.status == 1 && told.errors.contains(name), "\(told)")
    #expect(!told.output.contains("in order"), "\(told)")
    #expect(told.errors.contains("fetch --refetch"), "\(told)")
    // The day's work goes on.
    for (command, part) in [("list", team.case), ("show \(team.case)", "One."), ("stats", "K01")] {
      let done = try team[0].run(command)
      #expect(done.output.contains(part), "\(done)")
    }
    #expect(try team[0].done("sync --status").output.contains("nothing waiting to send"))
    // One more, so that both histories are walked.
    try team[0].done("note \(team.case) --text Five.")
    let status = try team[0].run("sync --status")
    #expect(status.output.contains("1 waiting to send"), "\(status)")
    #expect(status.status == 0 || status.errors.contains(name), "\(status)")
    try team[0].git("fetch --quiet --refetch --no-auto-gc origin")
    #expect(try team[0].done("check").output.contains("in order"))
    for index in [0, 1] { try team[index].done("sync") }
    #expect(try team[0].head() == team[1].head())
    try team[1].expectWhole()
  }
}
