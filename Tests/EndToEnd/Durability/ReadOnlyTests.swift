import Foundation
import Testing

/// A register that this person may read and not write.
@Suite(.durability) struct ReadOnlyTests {
  @Test(.enabled("the tests can run a program as somebody who may not write", { isPossible }))
  func `reading works and writing is refused clearly`() throws {
    let copy = Copy(try TemporaryRegister())
    let id = try copy.new("The tap is dry.")
    let before = try copy.head()
    try Self.close(copy)
    defer { try? Self.open(copy) }
    for line in ["list", "show \(id)", "log \(id)", "search tap", "stats", "check", "list --json"] {
      let result = try Self.runUnprivileged(line, copy)
      #expect(result.status == 0, "\(result)")
      #expect(result.output != "")
    }
    for line in [
      "new --category minor --channel sms --language en --text 'Words.'",
      "note \(id) --text 'Words.'", "assign \(id) rana", "site build",
    ] {
      let result = try Self.runUnprivileged(line, copy)
      #expect(result.status == 1, "\(result)")
      #expect(result.output == "")
      #expect(result.errors.contains("cannot be written"), "\(result)")
      #expect(result.errors.lowercased().contains("permission"), "\(result)")
    }
    try Self.open(copy)
    #expect(try copy.head() == before)
    try copy.expectWhole()
  }

  @Test(
    .enabled("the tests can run a program as somebody who may not write", { isPossible }))
  func `what a killed command left does not hinder reading`() throws {
    let copy = Copy(try TemporaryRegister())
    let id = try copy.new()
    try copy.run("note \(id) --text 'Words.'", with: ["DAFTAR_CRASH_AT": "reference"])
    try Self.close(copy)
    defer { try? Self.open(copy) }
    let result = try Self.runUnprivileged("show \(id)", copy)
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("Words."))
    #expect(try Self.runUnprivileged("check", copy).status == 0)
    try Self.open(copy)
    try copy.done("list")
    try copy.expectWhole()
  }

  @Test(
    .enabled("the tests can run a program as somebody who may not write", { isPossible }),
    arguments: ["", "/refs"])
  func `a common place without the right to write is named with what to do`(part: String) throws {
    let team = try TeamCopies(["here"])
    let (here, common) = (team[0], team.common)
    try here.new("The tap is dry.")
    if getuid() == 0 {
      for copy in [here, common] { try Self.shell("chown -R nobody", copy) }
    }
    try Self.shell("chmod -R a-w", Copy(common.register, at: common.path + part))
    defer { try? Self.open(common) }
    let result = try Self.runUnprivileged("sync", here)
    #expect(result.status == 1 && result.output.contains("1 waiting to send"), "\(result)")
    #expect(result.errors.contains(common.path), "\(result)")
    #expect(result.errors.contains("read and not write"), "\(result)")
    #expect(result.errors.contains("gives you the right to write there"), "\(result)")
  }

  /// Whether whoever runs the tests is stopped by permissions, or can become somebody who is.
  private static let isPossible: Bool =
    getuid() != 0
    || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")
      && FileManager.default.isExecutableFile(atPath: Binary.path)
      && (try? asNobody([Binary.path, "--version"], [:], "/").status) == 0

  private static func runUnprivileged(_ line: String, _ copy: Copy) throws -> Result {
    let environment = copy.environment(as: "huda")
    if getuid() != 0 {
      return try Execution.run(
        Binary.path, words(line), in: copy.path, environment: environment,
        scratch: copy.register.home + "/tmp")
    }
    return try asNobody([Binary.path] + words(line), environment, copy.path)
  }

  private static func asNobody(
    _ words: [String], _ environment: [String: String], _ folder: String
  ) throws -> Result {
    try Execution.run(
      "/usr/bin/setpriv", ["--reuid", "nobody", "--clear-groups"] + words, in: folder,
      environment: environment, scratch: FileManager.default.temporaryDirectory.path)
  }

  /// Takes the right to write away; git trusts only a folder of the person's own.
  private static func close(_ copy: Copy) throws {
    if getuid() == 0 { try shell("chown -R nobody", copy) }
    try shell("chmod -R a-w", copy)
  }

  private static func open(_ copy: Copy) throws {
    if getuid() == 0 { try shell("chown -R root", copy) }
    try shell("chmod -R u+w", copy)
  }

  private static func shell(_ command: String, _ copy: Copy) throws {
    let result = try copy.register.shell(command + " '\(copy.path)'")
    try #require(result.status == 0, "\(result)")
  }
}
