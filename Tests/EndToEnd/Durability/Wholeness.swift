import Foundation
import Testing

/// A copy of a register that a test works in: one of several clones, or the only one.
struct Copy: Sendable {
  let register: TemporaryRegister
  let path: String

  init(_ register: TemporaryRegister, at path: String? = nil) {
    self.register = register
    self.path = path ?? register.path
  }

  /// Runs `daftar` here without the harness's own checks, so that it may be killed: then the variables
  /// say so.
  @discardableResult
  func run(
    _ line: String, as member: String = "huda", now: String? = TemporaryRegister.now,
    with variables: [String: String] = [:]
  ) throws -> Result {
    try Call.run(
      words(line), in: path,
      environment: environment(as: member, now: now).merging(variables) { $1 })
  }

  /// The variables that a command sees here.
  func environment(as member: String, now: String? = TemporaryRegister.now) -> [String: String] {
    var environment = Binary.environment(home: register.home)
    environment["DAFTAR_MEMBER"] = member
    environment["DAFTAR_NOW"] = now
    return environment
  }

  /// Runs a command that must succeed.
  @discardableResult
  func done(
    _ line: String, as member: String = "huda", now: String? = TemporaryRegister.now,
    at location: SourceLocation = #_sourceLocation
  ) throws -> Result {
    let result = try run(line, as: member, now: now)
    try #require(result.status == 0, "\(result)", sourceLocation: location)
    return result
  }

  /// Registers a complaint; returns its id.
  @discardableResult
  func new(_ text: String = "The queue has no shade.") throws -> String {
    try done("new --category minor --channel sms --language en --text '\(text)'", as: "omar").word
  }

  /// Runs git here.
  @discardableResult
  func git(_ line: String) throws -> Result {
    try Execution.run(
      "/usr/bin/env", ["git"] + words(line), in: path,
      environment: Binary.environment(home: register.home), scratch: register.home + "/tmp")
  }

  func head() throws -> String { try git("rev-parse HEAD").word }

  /// The paths of the case files at the head.
  func caseFiles(at revision: String = "HEAD") throws -> Set<String> {
    let files = try git("ls-tree -r --name-only \(revision) -- cases/").lines
    return Set(files.filter { $0.hasSuffix(".md") })
  }

  /// The ids of all events at a commit.
  func events(at revision: String = "HEAD") throws -> Set<String> {
    let lines = try git("grep -h '^{\"id\":\"' \(revision) -- cases").lines
    return Set(lines.map { String($0.dropFirst(7).prefix(16)) })
  }

  func content(of file: String) throws -> String {
    try String(contentsOfFile: path + "/" + file, encoding: .utf8)
  }

  func write(_ text: String, to file: String) throws {
    try text.write(toFile: path + "/" + file, atomically: false, encoding: .utf8)
  }

  /// The work tree and git's index are as the head says.
  func expectInStep(_ comment: String = "", at location: SourceLocation = #_sourceLocation) throws {
    let status = try git("status --porcelain")
    #expect(status.status == 0, "\(comment) \(status)", sourceLocation: location)
    #expect(status.output == "", "\(comment) \(status)", sourceLocation: location)
  }

  /// git and `daftar check` find nothing wrong, and the files follow the head.
  func expectWhole(_ comment: String = "", at location: SourceLocation = #_sourceLocation) throws {
    let objects = try git("fsck --strict --no-dangling")
    #expect(objects.status == 0, "\(comment) \(objects)", sourceLocation: location)
    #expect(objects.output == "", "\(comment) \(objects)", sourceLocation: location)
    let check = try run("check")
    #expect(check.status == 0, "\(comment) \(check)", sourceLocation: location)
    try expectInStep(comment, at: location)
  }

  /// No file at the head holds a conflict marker.
  func expectNoConflictMarker(at location: SourceLocation = #_sourceLocation) throws {
    let found = try git("grep -lE '^(<<<<<<<|>>>>>>>|=======)' HEAD")
    #expect(found.output == "", "\(found)", sourceLocation: location)
  }
}
