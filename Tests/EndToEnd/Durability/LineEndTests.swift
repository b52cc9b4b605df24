import Foundation
import Testing

/// Copies in which git, or an editor, ends lines with CR LF.
@Suite(.durability) struct LineEndTests {
  @Test func `a new register keeps git from changing line ends`() throws {
    let team = try TeamCopies([])
    let copy = try windowsCopy(of: team)
    #expect(!(try copy.content(of: team.file)).utf8.contains(0x0D))
  }

  @Test func `a work tree in CR LF is no edit and is never recorded`() throws {
    let team = try TeamCopies([])
    try withoutRule(team)
    let copy = try windowsCopy(of: team)
    try #require(try copy.content(of: team.file).utf8.contains(0x0D))
    try copy.done("check")
    try copy.done("note \(team.case) --text 'Called.'")
    try copy.done("show \(team.case)")
    let edited = try copy.content(of: "cases/register.yml")
      .replacing("Valley Relief", with: "Valley Aid")
    try copy.write(edited, to: "cases/register.yml")
    try copy.done("adopt register.yml")
    for path in try copy.git("ls-tree -r --name-only HEAD").lines {
      #expect(!(try copy.git("show HEAD:\(path)").output).utf8.contains(0x0D), "\(path)")
    }
    try copy.done("sync")
    try copy.done("check")
  }

  @Test func `an older register gets the rule with the next exchange, in the member's name`() throws
  {
    let team = try TeamCopies(["a", "b"])
    try withoutRule(team)
    try team[0].git("pull --quiet")
    try team[1].git("pull --quiet")
    try team[0].done("sync", as: "omar")
    #expect(
      try team[0].git("log -1 --format=%an%n%s").lines == ["Omar Haddad", "register: line ends"])
    let before = try team[0].head()
    try team[1].done("sync", as: "rana")
    try team[0].done("sync", as: "omar")
    #expect(try team[0].head() == before)
    #expect(try team[1].head() == before)
    let file = try team[1].content(of: ".gitattributes")
    #expect(file.contains("* -text"))
  }

  @Test func `attributes that a team wrote themselves stay and count`() throws {
    let copy = Copy(try TemporaryRegister())
    try copy.write("*.png binary\n", to: ".gitattributes")
    try copy.git("commit --quiet --all --message Attributes")
    try copy.write(
      try copy.content(of: "cases/register.yml").replacing("Valley Relief", with: "Valley Aid"),
      to: "cases/register.yml")
    try copy.done("adopt register.yml")
    let lines = try copy.content(of: ".gitattributes").split(separator: "\n")
    #expect(lines.suffix(2) == ["* -text", "*.png binary"])
  }

  /// Takes the rule out of the common place, as registers of version 0.1.0 are.
  private func withoutRule(_ team: TeamCopies) throws {
    let copy = Copy(team.register, at: team.register.folder + "/older")
    try team.register.git("clone", "--quiet", team.common.path, copy.path)
    try copy.git("rm --quiet .gitattributes")
    try copy.git("commit --quiet --message Older")
    try copy.git("push --quiet origin HEAD")
  }

  private func windowsCopy(of team: TeamCopies) throws -> Copy {
    let path = team.register.folder + "/windows"
    try team.register.git(
      "clone", "--quiet", "--config", "core.autocrlf=true", team.common.path, path)
    return Copy(team.register, at: path)
  }
}
