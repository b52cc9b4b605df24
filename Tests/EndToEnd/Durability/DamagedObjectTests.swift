import Foundation
import Testing

/// A file of git's store was cut off or changed, as a failing disk or stick leaves it.
@Suite(.durability, .builtProgram) struct DamagedObjectTests {
  /// Which object of the register is damaged.
  enum Target: String, CaseIterable, Sendable {
    case file = "HEAD:cases/2026"
    case folder = "HEAD:cases"
    case top = "HEAD^{tree}"
    case commit = "HEAD"
  }

  @Test(arguments: Target.allCases)
  func `a damaged object stops no reader and hides no case`(target: Target) throws {
    let copy = Copy(try TemporaryRegister(staged: ()))
    let lines = ["list --csv", "check", "stats", "search shade", "find --name Rima"]
    let whole = try lines.map { try copy.run($0) }
    let file = try looseFile(of: target, in: copy)
    let original = try Data(contentsOf: URL(fileURLWithPath: file))
    for length in [0, 10, 50, original.count - 1] where length < original.count {
      for (line, whole) in zip(lines, whole) {
        // Anew each time: the first command that meets the damage heals what can be healed.
        try put(original.prefix(length), at: file)
        let result = try copy.run(line)
        let said = "\(length) bytes: \(result)"
        #expect((result.errors + result.output).contains(file), "\(said)")
        if line != "check" { #expect(result.output == whole.output, "\(said)") }
        #expect(result.status == (target == .commit ? 1 : whole.status), "\(said)")
      }
    }
    // What stands in the work tree is the object itself, and it is whole again.
    if target != .commit {
      let checked = try copy.git("fsck --strict")
      #expect(checked.status == 0, "\(checked)")
    }
  }

  @Test func `what nothing holds is named with its file, and the other cases are shown`() throws {
    let copy = Copy(try TemporaryRegister(staged: ()))
    let all = try copy.run("list --csv").output.split(whereSeparator: \.isNewline).count
    let path = try #require(try copy.caseFiles().sorted().first)
    let file = try looseFile("HEAD:" + path, in: copy)
    try put(Data(contentsOf: URL(fileURLWithPath: file)).prefix(30), at: file)
    try FileManager.default.removeItem(atPath: copy.path + "/" + path)
    let listed = try copy.run("list --csv")
    #expect(listed.status == 1)
    #expect(listed.errors.contains(file) && listed.errors.contains(path), "\(listed)")
    #expect(listed.errors.contains("--refetch"), "\(listed)")
    #expect(listed.output.split(whereSeparator: \.isNewline).count == all - 1, "\(listed)")
    let checked = try copy.run("check")
    #expect(checked.status == 1 && (checked.errors + checked.output).contains(file), "\(checked)")
  }

  @Test func `a commit comes back from the common place with the command that is named`() throws {
    let team = try TeamCopies(["a"])
    try team[0].done("sync")
    let file = try looseFileAfterUnpacking(in: team[0])
    try put(Data([0x78]), at: file)
    let refused = try team[0].run("note \(team.case) --text 'Called.'")
    #expect(refused.status == 1 && refused.errors.contains(file), "\(refused)")
    #expect(refused.errors.contains("fetch --refetch --no-auto-gc origin"), "\(refused)")
    try FileManager.default.removeItem(atPath: file)
    let fetched = try team[0].git("fetch --refetch --no-auto-gc origin")
    #expect(fetched.status == 0, "\(fetched)")
    try team[0].done("note \(team.case) --text 'Called.'")
    try team[0].expectWhole()
  }

  /// The file of the newest commit, of which another copy has one too.
  private func looseFileAfterUnpacking(in copy: Copy) throws -> String {
    try copy.done("note \(try copy.new()) --text 'One more.'")
    try copy.done("sync")
    return try looseFile("HEAD", in: copy)
  }

  @Test(arguments: ["blob", "tree", "commit"])
  func `a damaged sealed entry is named with its file, never taken for absent`(kind: String) throws
  {
    let team = try SealedTeam()
    let huda = team.seat("huda")
    let id = try huda.sensitive()
    let vault = huda.path + "/.git/daftar/vault.git"
    let tip = try huda.copy.git("--git-dir=\(vault) rev-parse refs/daftar/vault/\(id)").word
    let tree = try huda.copy.git("--git-dir=\(vault) rev-parse \(tip)^{tree}").word
    let blob = try huda.copy.git("--git-dir=\(vault) ls-tree \(tree)").output
      .split(whereSeparator: \.isWhitespace).dropFirst(2).first.map(String.init)
    let object = kind == "commit" ? tip : kind == "tree" ? tree : try #require(blob)
    let file = "\(vault)/objects/\(object.prefix(2))/\(object.dropFirst(2))"
    let original = try Data(contentsOf: URL(fileURLWithPath: file))
    for length in [0, 30] {
      try put(original.prefix(length), at: file)
      for line in ["show \(id)", "vault check"] {
        let result = try huda.run(line)
        #expect(result.status == 1, "\(result)")
        #expect((result.errors + result.output).contains(String(object.dropFirst(2))), "\(result)")
      }
    }
    try put(original, at: file)
    try huda.done("show \(id)")
  }

  private func looseFile(of target: Target, in copy: Copy) throws -> String {
    try looseFile(
      target == .file
        ? "HEAD:" + (try #require(try copy.caseFiles().sorted().first)) : target.rawValue, in: copy)
  }

  private func looseFile(_ name: String, in copy: Copy) throws -> String {
    let id = try copy.git("rev-parse '\(name)'").word
    let file = copy.path + "/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
    try #require(FileManager.default.fileExists(atPath: file), "\(name) is not loose")
    return file
  }

  private func put(_ bytes: Data, at file: String) throws {
    try? FileManager.default.removeItem(atPath: file)
    try bytes.write(to: URL(fileURLWithPath: file))
  }
}
