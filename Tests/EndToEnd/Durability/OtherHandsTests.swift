import Foundation
import Testing

/// A person with an editor, or git itself, works in the register at the same time.
@Suite(.durability, .builtProgram) struct OtherHandsTests {
  @Test func `an edit in the same file stops the command and stays`() throws {
    let copy = Copy(try TemporaryRegister())
    let id = try copy.new()
    let file = copy.register.file(of: id)
    let edited = try copy.content(of: file).replacing("priority: normal", with: "priority: high")
    try copy.write(edited, to: file)
    let before = try copy.head()
    let result = try copy.run("note \(id) --text 'Words.'")
    #expect(result.status == 1)
    #expect(result.errors.contains("daftar adopt \(id)"), "\(result)")
    #expect(result.errors.contains(file))
    #expect(try copy.head() == before)
    #expect(try copy.content(of: file) == edited)
  }

  @Test(arguments: [true, false])
  func `an edit in another file is left alone`(isStaged: Bool) throws {
    let copy = Copy(try TemporaryRegister())
    let (id, other) = (try copy.new(), try copy.new())
    let file = copy.register.file(of: other)
    let edited = try copy.content(of: file) + "stray words\n"
    try copy.write(edited, to: file)
    try copy.write("Notes of my own.\n", to: "own.txt")
    if isStaged { try copy.git("add --all") }
    let before = try copy.git("status --porcelain").output
    try copy.done("note \(id) --text 'Words.'")
    try copy.new()
    #expect(try copy.content(of: file) == edited)
    #expect(try copy.git("status --porcelain").output == before)
    #expect(try copy.git("log -2 --format= --name-only").lines.allSatisfy { $0 != file })
  }

  @Test func `an edit survives a sync that changes the same file`() throws {
    let team = try TeamCopies(["here", "there"])
    try team[1].done("note \(team.case) --text 'Words from there.'")
    try team[1].done("sync")
    let edited = try team[0].content(of: team.file) + "stray words\n"
    try team[0].write(edited, to: team.file)
    try team[0].run("sync")
    #expect(try team[0].content(of: team.file) == edited)
    #expect(try team[0].git("status --porcelain").output == " M \(team.file)\n")
    try team[0].git("checkout -- \(team.file)")
    try team[0].expectWhole()
  }

  @Test func `a file in the place of a taken-in case is left alone`() throws {
    let team = try TeamCopies(["here", "there"])
    let id = try team[1].new()
    try team[1].done("sync")
    let file = team.register.file(of: id)
    try team[0].write("My own words.\n", to: file)
    try team[0].run("sync")
    #expect(try team[0].content(of: file) == "My own words.\n")
  }

  @Test func `with git's lock on the index a step is saved and the files follow later`() throws {
    let copy = Copy(try TemporaryRegister())
    let id = try copy.new()
    let lock = copy.path + "/.git/index.lock"
    try Data().write(to: URL(fileURLWithPath: lock))
    try copy.done("note \(id) --text 'Words.'")
    let saved = try copy.git("show HEAD:\(copy.register.file(of: id))").output
    #expect(saved.contains("\nWords.\n"))
    removeIfThere(lock)
    try copy.done("list")
    try copy.expectWhole()
  }

  @Test func `with git's lock on the index reading goes on`() throws {
    let copy = Copy(try TemporaryRegister())
    let id = try copy.new()
    let lock = copy.path + "/.git/index.lock"
    try Data().write(to: URL(fileURLWithPath: lock))
    try copy.done("note \(id) --text 'Words.'")
    #expect(try copy.done("list").output.contains(id))
    #expect(try copy.done("show \(id)").output.contains("Words."))
    // A second step is saved too, and both files follow.
    let other = try copy.new()
    removeIfThere(lock)
    try copy.done("show \(other)")
    try copy.expectWhole()
  }

  /// On a busy machine ten seconds may have gone by, after which the program itself removes a lock
  /// that nobody holds.
  private func removeIfThere(_ lock: String) { _ = unsafe unlink(lock) }

  @Test(.timeLimit(.minutes(60)))
  func `commits by git itself at the same time lose nothing`() throws {
    let copy = Copy(try TemporaryRegister())
    let rounds = isLongRun ? 40 : 8
    let results = try inParallel(2) { hand in
      try (0..<rounds).compactMap { round -> String? in
        if hand == 0 { return try copy.new("Complaint \(round).") }
        let file = "own-\(round).txt"
        try copy.write("Words.\n", to: file)
        // git may find its index locked, or the branch moved, and refuse.
        guard try copy.git("add \(file)").status == 0,
          try copy.git("commit --quiet --message 'By hand' -- \(file)").status == 0
        else { return nil }
        return file
      }
    }
    for id in results[0] { try copy.done("show \(id)") }
    let files = Set(try copy.git("ls-tree --name-only HEAD").lines)
    #expect(files.isSuperset(of: results[1]))
    #expect(try copy.caseFiles().count == rounds)
    for file in try copy.git("ls-files --others --cached own-*").lines where !files.contains(file) {
      try copy.git("rm --quiet --force --cached --ignore-unmatch \(file)")
      try FileManager.default.removeItem(atPath: copy.path + "/" + file)
    }
    try copy.expectWhole()
  }

  @Test func `a commit of all by git between kill and repair loses no step`() throws {
    let copy = Copy(try TemporaryRegister())
    let id = try copy.new()
    try copy.run("note \(id) --text 'Words.'", with: ["DAFTAR_CRASH_AT": "reference"])
    let events = try copy.events()
    try copy.write("Words.\n", to: "own.txt")
    try copy.git("add own.txt")
    try copy.git("commit --quiet --message 'By hand'")
    let list = try copy.run("list")
    let found = try copy.events()
    #expect(list.status == 1 || found.isSuperset(of: events), "\(list)")
  }
}
