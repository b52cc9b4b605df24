import Foundation
import Testing

/// Another branch than the register's, and an index that git cannot read: said at once, with the way
/// back.
@Suite(.durability) struct SideBranchTests {
  let copy: Copy
  let id: String

  init() throws {
    copy = Copy(try TemporaryRegister())
    id = try copy.new()
    try copy.done("note \(id) --text 'Said.'")
  }

  @Test func `an old branch is named by every command, and takes nothing`() throws {
    try copy.git("checkout -q -b side HEAD~1")
    for line in ["list", "stats", "show \(id)", "log"] {
      let read = try copy.run(line)
      #expect(read.status == 0, "\(read)")
      #expect(read.errors.contains("the branch “side” is checked out"), "\(read)")
      #expect(read.errors.contains("1 commit there is not seen here"), "\(read)")
      #expect(read.errors.contains("`git switch main`"), "\(read)")
    }
    let before = try copy.head()
    for line in ["note \(id) --text 'More.'", "sync"] {
      let refused = try copy.run(line)
      #expect(refused.status == 1 && refused.errors.contains("nothing was recorded"), "\(refused)")
    }
    #expect(try copy.head() == before)
    try copy.git("switch main")
    #expect(try copy.done("list").errors.isEmpty)
    try copy.done("note \(id) --text 'More.'")
  }

  @Test func `a branch beside the register's says that nothing of it arrives`() throws {
    try copy.git("checkout -q -b side")
    let noted = try copy.run("note \(id) --text 'More.'")
    #expect(noted.status == 0, "\(noted)")
    #expect(noted.errors.contains("what is recorded here does not reach it"), "\(noted)")
  }

  @Test func `the branch that a team exchanges is its register, whatever its name`() throws {
    let team = try TeamCopies(["here"])
    try team.common.git("branch -m main trunk")
    try team[0].git("branch -m main trunk")
    try team[0].done("sync")
    #expect(try team[0].done("list").errors.isEmpty)
    for name in ["main", "side"] {
      try team[0].git("checkout -q -b \(name)")
      #expect(try team[0].run("list").errors.contains("the register is kept on “trunk”"))
    }
  }

  @Test(arguments: ["list", "check"])
  func `a damaged index is named with the way to make it anew`(command: String) throws {
    try copy.write("junk\n", to: ".git/index")
    let told = try copy.run(command)
    #expect(told.errors.contains("git's index is damaged"), "\(told)")
    try follow(told)
    #expect(try copy.done(command).errors.isEmpty)
    try copy.expectWhole()
  }

  @Test func `a step over a damaged index is saved, and says what to do`() throws {
    try copy.write("junk\n", to: ".git/index")
    let noted = try copy.run("note \(id) --text 'More.'")
    #expect(noted.status == 0, "\(noted)")
    #expect(noted.errors.contains("git's index is damaged"), "\(noted)")
    #expect(!noted.errors.contains("disk full"), "\(noted)")
    try follow(noted)
    try copy.done("list")
    try copy.expectWhole()
    #expect(try copy.git("status --porcelain").output.isEmpty)
  }

  /// Runs the commands of a hint, as the person would type them.
  private func follow(_ result: Result) throws {
    let text = result.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let commands = text.matches(of: /`([^`]+)`/).map { String($0.output.1) }
    try #require(commands.count == 2, "\(result)")
    for command in commands {
      let done = try copy.register.shell(command)
      #expect(done.status == 0, "\(command): \(done)")
    }
  }
}
