import Foundation
import Testing

/// Copies that git made without all of a register, or keeps in a form of its own.
@Suite(.durability, .builtProgram) struct PartialCopyTests {
  /// How a copy is not whole: what makes it so, the word that names it, the commands that mend it.
  struct Kind: Sendable, CustomStringConvertible {
    let description: String
    let clone: String
    var afterwards: [String] = []
    let word: String
    let remedy: [String]
  }

  static let kinds = [
    Kind(
      description: "newest commits", clone: "--depth 1", word: "newest part of the history",
      remedy: ["git fetch --unshallow"]),
    Kind(
      description: "without contents", clone: "--filter=blob:none", word: "without all contents",
      remedy: [
        "git config --unset remote.origin.promisor",
        "git config --unset remote.origin.partialclonefilter", "git fetch --refetch origin",
      ]),
    Kind(
      description: "a part of the files", clone: "",
      afterwards: ["sparse-checkout set cases/2026"], word: "only a part of the files",
      remedy: ["git sparse-checkout disable"]),
    Kind(
      description: "a sparse index", clone: "",
      afterwards: ["sparse-checkout set cases/2026 --sparse-index"],
      word: "only a part of the files", remedy: ["git sparse-checkout disable"]),
    Kind(
      description: "no files", clone: "--no-checkout", word: "without its files",
      remedy: ["git checkout HEAD -- ."]),
    Kind(
      description: "a split index", clone: "", afterwards: ["update-index --split-index"],
      word: "index", remedy: ["git update-index --no-split-index"]),
  ]

  @Test(arguments: kinds)
  func `a copy that is not whole is told by the first command, with what mends it`(
    kind: Kind
  ) throws {
    let team = try TeamCopies([])
    try team.common.git("config uploadpack.allowFilter true")
    let path = team.register.folder + "/partial"
    let words = ["clone", "--quiet"] + kind.clone.split(separator: " ").map(String.init)
    let cloned = try Execution.run(
      "/usr/bin/env", ["git"] + words + ["file://" + team.common.path, path],
      in: team.register.folder, environment: Binary.environment(home: team.register.home),
      scratch: team.register.home + "/tmp")
    try #require(cloned.status == 0, "\(cloned)")
    let copy = Copy(team.register, at: path)
    for line in kind.afterwards { try copy.git(line) }
    for line in ["list", "check", "note \(team.case) --text 'Called.'"] {
      let refused = try copy.run(line)
      #expect(refused.status == 1 && refused.output.isEmpty, "\(refused)")
      #expect(refused.errors.contains(kind.word), "\(refused)")
      for command in kind.remedy { #expect(refused.errors.contains(command), "\(refused)") }
    }
    for command in kind.remedy {
      let mended = try copy.git(String(command.dropFirst(4)))
      #expect(mended.status == 0, "\(mended)")
    }
    try copy.done("note \(team.case) --text 'Called.'")
    try copy.expectWhole()
  }

  @Test func `whoever looks at an old commit is told so, and how to go back`() throws {
    let copy = Copy(try TemporaryRegister())
    let id = try copy.new()
    try copy.git("checkout --quiet HEAD~1")
    let listed = try copy.run("list")
    #expect(listed.errors.contains("no branch is checked out"), "\(listed)")
    #expect(listed.errors.contains("git switch main"), "\(listed)")
    try copy.git("switch main")
    #expect(try copy.done("show \(id)").errors.isEmpty)
  }
}
