import Foundation
import Testing

/// Damage at which the work tree does not help: bare registers, commits, packs, and files of git's own.
@Suite(.durability) struct LostHistoryTests {
  /// A register with every object in a file of its own, bare or not.
  private func copy(bare: Bool = false) throws -> Copy {
    let register = try TemporaryRegister(staged: ())
    guard bare else { return Copy(register) }
    let path = register.folder + "/common.git"
    try register.git("clone", "--quiet", "--bare", "--no-local", ".", path)
    try register.shell(
      "cd ../common.git && mv objects/pack/*.pack .. && rm -f objects/pack/* "
        + "&& cat ../pack-*.pack | git unpack-objects -q")
    return Copy(register, at: path)
  }

  private func looseFile(_ name: String, in copy: Copy) throws -> String {
    let id = try copy.git("rev-parse '\(name)'").word
    let folder = copy.path.hasSuffix(".git") ? copy.path : copy.path + "/.git"
    return "\(folder)/objects/\(id.prefix(2))/\(id.dropFirst(2))"
  }

  private func cut(_ file: String, to length: Int = 20) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file)).prefix(length)
    try? FileManager.default.removeItem(atPath: file)
    try bytes.write(to: URL(fileURLWithPath: file))
  }

  @Test(arguments: ["HEAD:cases/2026/11", "HEAD:cases", "HEAD^{tree}", "HEAD"])
  func `a bare register shows the last state that can be read, and says so`(name: String) throws {
    let copy = try copy(bare: true)
    let all = try copy.run("list --csv").output.split(whereSeparator: \.isNewline).count
    let file = try looseFile(name, in: copy)
    try cut(file)
    let listed = try copy.run("list --csv")
    #expect(listed.status == 1 && listed.errors.contains(file), "\(listed)")
    #expect(listed.errors.contains("as the earlier commit"), "\(listed)")
    #expect(listed.output.split(whereSeparator: \.isNewline).count >= all - 1, "\(listed)")
    let logged = try copy.run("log")
    #expect(logged.lines.count > 5, "\(logged)")
    // Nothing is written over what nobody can read.
    let refused = try copy.run("note \(try Stage.registered.id) --text 'Called.'", as: "omar")
    #expect(refused.status == 1 && refused.errors.contains(file), "\(refused)")
  }

  @Test(arguments: ["HEAD~1", "HEAD~2", "HEAD~2^{tree}", "HEAD~3:cases"])
  func `what an earlier state lost hides no case of the newest`(name: String) throws {
    let copy = try copy()
    let commands = ["list --csv", "list --open --csv", "search the", "stats"]
    let whole = try commands.map { try copy.run($0).output }
    let file = try looseFile(name, in: copy)
    try cut(file)
    try? FileManager.default.removeItem(atPath: copy.path + "/.git/daftar/notable-commits")
    for (command, all) in zip(commands, whole) {
      let told = try copy.run(command)
      #expect(told.output == all, "\(command): \(told)")
      // What there is now does not stand for what an earlier state had.
      #expect(!told.errors.contains("work tree was last brought"), "\(command): \(told)")
    }
    let checked = try copy.run("check")
    #expect(checked.status == 1 && checked.errors.contains(file), "\(checked)")
  }

  @Test(arguments: [true, false])
  func `the log goes on behind a commit that is lost`(isNewest: Bool) throws {
    let copy = try copy()
    let all = try copy.run("log").lines
    let file = try looseFile(isNewest ? "HEAD" : "HEAD~3", in: copy)
    for isThere in [true, false] {
      if isThere { try cut(file) } else { try FileManager.default.removeItem(atPath: file) }
      let logged = try copy.run("log")
      #expect(logged.status == 1 && logged.errors.contains(file), "\(logged)")
      #expect(logged.errors.contains("--refetch"), "\(logged)")
      #expect(logged.lines.count == all.count - 1, "\(logged)")
      #expect(Set(logged.lines).isSubset(of: all))
    }
  }

  @Test(arguments: ["HEAD~2^{tree}", "HEAD~3:cases"])
  func `the log of a case goes on behind a folder that is lost`(name: String) throws {
    let copy = try copy()
    let log = "log \(try Stage.registered.id)"
    let all = try copy.run(log).lines
    let file = try looseFile(name, in: copy)
    try cut(file)
    let logged = try copy.run(log)
    #expect(logged.status == 1 && logged.errors.contains(file), "\(logged)")
    // Where it cannot be told whether a commit touched the case, it is shown.
    #expect(!all.isEmpty && Set(all).isSubset(of: logged.lines), "\(logged)")
  }

  @Test func `check says of nothing damaged that it is in order`() throws {
    let copy = try copy()
    #expect(try copy.run("check").output.contains("everything is in order"))
    try cut(try looseFile("HEAD", in: copy))
    let checked = try copy.run("check")
    #expect(checked.status == 1 && !checked.output.contains("in order"), "\(checked)")
    let forPrograms = try copy.run("check --json")
    #expect(try forPrograms.json.list.count == 1, "\(forPrograms)")
  }

  @Test(arguments: [100, 0, nil] as [Int?])
  func `a damaged index hides no case, and comes back with the command that is named`(
    length: Int?
  ) throws {
    let copy = try copy()
    let index = copy.path + "/.git/index"
    let whole = try copy.run("list --csv").output
    if let length {
      try cut(index, to: length)
    } else {
      var bytes = try Data(contentsOf: URL(fileURLWithPath: index))
      bytes[99] ^= 0x10
      try bytes.write(to: URL(fileURLWithPath: index))
    }
    let note = "note \(try Stage.registered.id) --text 'Called.'"
    for line in ["list --csv", "stats", "search shade", note] {
      let result = try copy.run(line, as: "omar")
      #expect(result.status == 0 && result.errors.contains(index), "\(result)")
      if line == "list --csv" { #expect(result.output == whole) }
    }
    let checked = try copy.run("check")
    #expect(checked.status == 1 && !checked.output.contains("in order"), "\(checked)")
    let advice = try #require(
      checked.errors.firstMatch(of: /`(rm -f [^`]+)`, then `(git reset)`/), "\(checked)")
    try copy.register.shell("\(advice.1) && \(advice.2) --quiet")
    try copy.done("note \(try Stage.registered.id) --text 'Called again.'", as: "omar")
    try copy.done("check")
  }

  @Test(arguments: [0, 20])
  func `a damaged branch shows where it stood, and comes back with the command that is named`(
    length: Int
  ) throws {
    let copy = try copy()
    let whole = try copy.run("list --csv").output
    let (file, head) = (copy.path + "/.git/refs/heads/main", try copy.head())
    try cut(file, to: length)
    let listed = try copy.run("list --csv")
    #expect(listed.status == 1 && listed.output == whole, "\(listed)")
    #expect(listed.errors.contains(file) && listed.errors.contains(head), "\(listed)")
    let advice = try #require(
      listed.errors.firstMatch(of: /`(rm -f [^`]+)`, then `(git [^`]+)`/), "\(listed)")
    try copy.register.shell("\(advice.1) && \(advice.2)")
    try copy.done("note \(try Stage.registered.id) --text 'Called.'", as: "omar")
    try copy.done("check")
  }

  @Test(arguments: ["", "ref: refs/hea", nil] as [String?])
  func `a damaged HEAD is no register that is not there`(content: String?) throws {
    let copy = try copy()
    let file = copy.path + "/.git/HEAD"
    try FileManager.default.removeItem(atPath: file)
    if let content { try content.write(toFile: file, atomically: false, encoding: .utf8) }
    let listed = try copy.run("list --csv")
    #expect(listed.status == 1 && listed.errors.contains(file), "\(listed)")
    #expect(!listed.errors.contains("daftar init"), "\(listed)")
    let advice = try #require(listed.errors.firstMatch(of: /`(echo [^`]+)`/), "\(listed)")
    try copy.register.shell(String(advice.1))
    try copy.done("check")
  }

  @Test func `a pack is named by its own file, and its index made anew as it is said`() throws {
    let copy = try copy()
    try copy.git("repack -adq")
    let folder = copy.path + "/.git/objects/pack/"
    let index = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".idx") })
    for length in [600, nil] as [Int?] {
      if let length {
        try cut(folder + index, to: length)
      } else {
        try FileManager.default.removeItem(atPath: folder + index)
      }
      let listed = try copy.run("list --csv")
      #expect(listed.status == 1 && listed.errors.contains(folder + index), "\(listed)")
      let advice = try #require(
        listed.errors.firstMatch(of: /`(rm -f [^`]+)`, then `(git index-pack [^`]+)`/), "\(listed)")
      try copy.register.shell("\(advice.1) && \(advice.2) >/dev/null")
      try copy.done("check")
    }
  }
}
