import Foundation
import Testing

/// A command is killed at a given point of its write.
@Suite(.durability, .builtProgram) struct InterruptedWriteTests {
  enum Point: String, CaseIterable {
    case objects, reference, worktree, index

    /// Whether the branch has moved by then.
    var isSaved: Bool { self != .objects }
  }

  @Test(arguments: Point.allCases)
  func `a killed registration is complete or absent, and the next command repairs`(
    point: Point
  ) throws {
    let copy = Copy(try TemporaryRegister())
    let before = try copy.caseFiles().count
    try kill(
      at: point, "new --category minor --channel sms --language en --text 'Words.'", in: copy)
    let after = try copy.caseFiles()
    #expect(after.count == before + (point.isSaved ? 1 : 0))
    let list = try copy.done("list")
    for id in after.compactMap({ $0.split(separator: "/").last?.dropLast(3) }) {
      #expect(list.output.contains(id))
    }
    try copy.expectInStep("after list")
    try copy.expectWhole()
  }

  @Test(arguments: Point.allCases)
  func `a killed note is complete or absent, and the next note stands too`(point: Point) throws {
    let copy = Copy(try TemporaryRegister())
    let id = try copy.new()
    try kill(at: point, "note \(id) --text 'First words.'", in: copy)
    try copy.done("note \(id) --text 'Second words.'")
    try copy.expectInStep("after the next note")
    let text = try copy.content(of: copy.register.file(of: id))
    #expect(text.contains("\nFirst words.\n") == point.isSaved)
    #expect(text.contains("\nSecond words.\n"))
    try copy.expectWhole()
  }

  @Test(arguments: Point.allCases)
  func `a killed import is complete or absent`(point: Point) throws {
    let copy = Copy(try TemporaryRegister())
    let count = isLongRun ? 500 : 5
    let import_ = try ImportFiles.write(rows: count, in: copy.register.folder)
    try kill(at: point, import_.command, in: copy)
    #expect(try copy.caseFiles().count == (point.isSaved ? count : 0))
    try copy.done("list")
    try copy.expectWhole()
    // A repetition takes in what is not there yet and nothing twice.
    try copy.done(import_.command)
    #expect(try copy.caseFiles().count == count)
    try copy.expectWhole()
  }

  @Test(arguments: [Point.worktree, .index])
  func `a killed sync that only takes in is finished by the next command`(point: Point) throws {
    let team = try TeamCopies(["here", "there"])
    let (here, there) = (team[0], team[1])
    let id = try there.new()
    try there.done("sync")
    try kill(at: point, "sync", in: here)
    try here.done("show \(id)")
    try here.expectInStep("after show")
    try here.expectWhole()
    #expect(try here.head() == there.head())
  }

  @Test(arguments: [Point.worktree, .index])
  func `a killed sync that unites is finished by the next command`(point: Point) throws {
    let team = try TeamCopies(["here", "there"])
    let (here, there) = (team[0], team[1])
    try there.done("note \(team.case) --text 'Words from there.'")
    try there.done("sync")
    try here.done("note \(team.case) --text 'Words from here.'")
    try kill(at: point, "sync", in: here)
    try here.done("list")
    try here.expectInStep("after list")
    try here.done("sync")
    try there.done("sync")
    #expect(try here.head() == there.head())
    let text = try there.content(of: team.file)
    #expect(text.contains("Words from here."))
    #expect(text.contains("Words from there."))
    try here.expectWhole()
  }

  @Test(
    arguments: [Point.objects, .reference], [true, false])
  func `sync can be killed around the move of the branch`(point: Point, unites: Bool) throws {
    let team = try TeamCopies(["here", "there"])
    let (here, there) = (team[0], team[1])
    try there.done("note \(team.case) --text 'Words from there.'")
    try there.done("sync")
    if unites { try here.new() }
    let before = try here.head()
    try kill(at: point, "sync", in: here)
    #expect((try here.head() != before) == point.isSaved)
    try here.done("list")
    try here.expectWhole()
  }

  private func kill(
    at point: Point, _ line: String, in copy: Copy, at location: SourceLocation = #_sourceLocation
  ) throws {
    let result = try copy.run(line, with: ["DAFTAR_CRASH_AT": point.rawValue])
    // A release build knows no such points; then there is nothing to test.
    try #require(result.status == 128 + SIGKILL, "\(result)", sourceLocation: location)
  }
}
