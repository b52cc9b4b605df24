import Foundation
import Testing

/// What stands in the work tree is not always an edit, and never counts against what is committed.
@Suite(.durability) struct WorkTreeStateTests {
  @Test func `files that the program wrote while git's index was locked are no edits`() throws {
    let team = try TeamCopies(["a", "b"])
    let lock = team[1].path + "/.git/index.lock"
    try #require(FileManager.default.createFile(atPath: lock, contents: nil))
    for text in ["One.", "Two."] {
      try team[0].done("note \(team.case) --text '\(text)'")
      try team[0].done("sync")
      try team[1].done("sync")
    }
    try? FileManager.default.removeItem(atPath: lock)
    try team[1].done("note \(team.case) --text 'Three.'")
    try team[1].expectWhole()
    #expect(try team[1].git("status --porcelain").output.isEmpty)
  }

  @Test func `an older version of a file is no edit`() throws {
    let copy = Copy(try TemporaryRegister())
    let id = try copy.new()
    let path = copy.register.file(of: id)
    let old = try copy.content(of: path)
    try copy.done("note \(id) --text 'One.'")
    try copy.done("note \(id) --text 'Two.'")
    try copy.write(old, to: path)
    try copy.done("check")
    try copy.done("note \(id) --text 'Three.'")
    try copy.expectWhole()
  }

  @Test(arguments: ["half saved", "deleted", "a link", "a folder"])
  func `the committed case counts whatever stands in its place`(state: String) throws {
    let copy = Copy(try TemporaryRegister())
    let id = try copy.new()
    try copy.new("The gate is closed.")
    let whole = try copy.done("list --csv").output
    let figures = try copy.done("stats --as-of today").output
    let path = copy.register.file(of: id)
    let file = copy.path + "/" + path
    let text = try copy.content(of: path)
    try FileManager.default.removeItem(atPath: file)
    switch state {
    case "half saved": try copy.write(String(text.dropFirst(4)), to: path)
    case "a link":
      try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "/etc/hostname")
    case "a folder":
      try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    default: break
    }
    for line in ["list --csv", "stats --as-of today", "search shade"] {
      let result = try copy.run(line)
      #expect(state == "a folder" || result.errors.contains(path), "\(state): \(result)")
      if line.hasPrefix("list") { #expect(result.output == whole, "\(result)") }
      if line.hasPrefix("stats") { #expect(result.output == figures, "\(result)") }
      if line.hasPrefix("search") { #expect(result.output.contains(id), "\(result)") }
    }
  }
}
