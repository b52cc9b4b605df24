import Foundation
import Testing

/// A file of git's store was cut off or changed, as a failing disk or stick leaves it.
@Suite struct DamagedObjectTests {
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
    let whole = try copy.run("list --all --format csv").output
    let file = try looseFile(of: target, in: copy)
    let original = try Data(contentsOf: URL(fileURLWithPath: file))
    for length in [0, 10, 50, original.count - 1] where length < original.count {
      try put(original.prefix(length), at: file)
      for line in ["list --all --format csv", "check", "stats", "search shade", "find --name Rima"]
      {
        let result = try copy.run(line)
        #expect(result.status == 0 || result.status == 1, "\(result)")
      }
      try put(original.prefix(length), at: file)
      let listed = try copy.run("list --all --format csv")
      #expect(listed.output == whole, "\(listed)")
      #expect(listed.errors.contains(file), "\(listed)")
      #expect(listed.status == (target == .commit ? 1 : 0), "\(listed)")
    }
    // What stands in the work tree is the object itself, and it is whole again.
    if target != .commit { #expect(try copy.git("fsck").contains("error") == false) }
  }

  @Test func `what nothing holds is named with its file, and the other cases are shown`() throws {
    let copy = Copy(try TemporaryRegister(staged: ()))
    let all = try copy.run("list --all --format csv").output.split(separator: "\n").count
    let path = try copy.caseFiles()[0]
    let file = try looseFile("HEAD:" + path, in: copy)
    try put(Data(contentsOf: URL(fileURLWithPath: file)).prefix(30), at: file)
    try FileManager.default.removeItem(atPath: copy.path + "/" + path)
    let listed = try copy.run("list --all --format csv")
    #expect(listed.status == 1)
    #expect(listed.errors.contains(file) && listed.errors.contains(path), "\(listed)")
    #expect(listed.errors.contains("--refetch"), "\(listed)")
    #expect(listed.output.split(separator: "\n").count == all - 1, "\(listed)")
    let checked = try copy.run("check")
    #expect(checked.status == 1 && (checked.errors + checked.output).contains(file), "\(checked)")
  }

  private func looseFile(of target: Target, in copy: Copy) throws -> String {
    try looseFile(
      target == .file ? "HEAD:" + (try copy.caseFiles()[0]) : target.rawValue, in: copy)
  }

  private func looseFile(_ name: String, in copy: Copy) throws -> String {
    let id = try copy.git("rev-parse", name).trimmingCharacters(in: .whitespacesAndNewlines)
    let file = copy.path + "/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
    try #require(FileManager.default.fileExists(atPath: file), "\(name) is not loose")
    return file
  }

  private func put(_ bytes: Data, at file: String) throws {
    try? FileManager.default.removeItem(atPath: file)
    try bytes.write(to: URL(fileURLWithPath: file))
  }
}
