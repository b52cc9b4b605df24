import Foundation
import Testing

/// A member at a computer of their own: their key, their copy of the register.
struct Seat: Sendable {
  let team: SealedTeam
  let member: String
  /// The copy of the register.
  let path: String

  /// The copy without a person.
  var copy: Copy { Copy(team.register, at: path) }

  /// The same person at another copy.
  func at(_ path: String) -> Seat { team.seat(member, in: path) }

  /// The variables that a command of this person sees.
  var environment: [String: String] {
    copy.environment(as: member)
      .merging(["DAFTAR_IDENTITY": team.keys + "/" + member]) { $1 }
  }

  /// Runs a command; it must not end by a fault.
  @discardableResult
  func run(
    _ line: String, _ more: String..., input: String = "", now: String? = nil,
    with variables: [String: String] = [:], at location: SourceLocation = #_sourceLocation
  ) throws -> Result {
    try run(words(line) + more, input: input, now: now, with: variables, at: location)
  }

  /// Runs a command that must succeed.
  @discardableResult
  func done(
    _ line: String, _ more: String..., input: String = "", now: String? = nil,
    with variables: [String: String] = [:], at location: SourceLocation = #_sourceLocation
  ) throws -> Result {
    let result = try run(
      words(line) + more, input: input, now: now, with: variables, at: location)
    try #require(result.status == 0, "\(result)", sourceLocation: location)
    return result
  }

  /// Runs a command that a rule must refuse, and that must leave everything as it was.
  @discardableResult
  func refused(
    _ line: String, _ more: String..., by rule: String, input: String = "",
    at location: SourceLocation = #_sourceLocation
  ) throws -> Result {
    let before = try head()
    let result = try run(words(line) + more, input: input, now: nil, with: [:], at: location)
    #expect(result.status == 1, "\(result)", sourceLocation: location)
    #expect(result.errors.contains("[\(rule)]"), "\(result)", sourceLocation: location)
    #expect(try head() == before, "\(result)", sourceLocation: location)
    return result
  }

  /// Registers a sensitive complaint whose text comes by standard input; returns its id.
  func sensitive(
    _ options: String = "--category fraud", text: String = "He asked for money at the gate.",
    now: String? = nil, at location: SourceLocation = #_sourceLocation
  ) throws -> String {
    try done(
      "new --channel hotline --language en \(options) -", input: text, now: now, at: location
    ).word
  }

  /// Registers an ordinary complaint; returns its id.
  func ordinary(
    _ text: String = "The queue has no shade.", contact: String? = nil,
    at location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let options = "new --category minor --channel sms --language en"
    let source = try contact.map { ["--contact-from", try team.file("contact.txt", $0)] } ?? []
    let result = try run(
      words(options) + ["-"] + source, input: text, now: nil, with: [:], at: location)
    try #require(result.status == 0, "\(result)", sourceLocation: location)
    return result.word
  }

  /// Takes a case over and begins to work on it.
  func take(_ id: String, at location: SourceLocation = #_sourceLocation) throws {
    try done("assign \(id) \(member)", at: location)
    try done("start \(id)", at: location)
  }

  /// The case as `show --json` tells it to this person.
  func json(_ id: String, at location: SourceLocation = #_sourceLocation) throws -> JSON {
    try done("show --json \(id)", at: location).json
  }

  /// The case's file.
  func file(of id: String) throws -> String { try copy.content(of: team.register.file(of: id)) }

  /// The commit at the head: reading the branch's file is quicker than running git.
  func head() throws -> String {
    let branch = try? String(contentsOfFile: path + "/.git/refs/heads/main", encoding: .utf8)
    if let branch, branch.utf8.count == 41 { return String(branch.dropLast()) }
    return try copy.head()
  }

  /// Runs git in the vault of this copy.
  @discardableResult
  func vault(_ line: String) throws -> Result {
    try Execution.run(
      "/usr/bin/env", ["git"] + words(line), in: path + "/.git/daftar/vault.git",
      environment: Binary.environment(home: team.register.home),
      scratch: team.register.home + "/tmp")
  }

  /// Names and sizes of a case's entries in the vault of this copy.
  func entries(of id: String) throws -> [String: Int] {
    let lines = try vault("ls-tree -l refs/daftar/vault/\(id)").lines
    let pairs = lines.compactMap { line -> (String, Int)? in
      let words = line.split { $0 == " " || $0 == "\t" }
      guard words.count == 5, let size = Int(words[3]) else { return nil }
      return (String(words[4]), size)
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// Register and vault are whole: for git, for `check`, for `vault check`.
  func expectWhole(_ comment: String = "", at location: SourceLocation = #_sourceLocation) throws {
    try copy.expectInStep(comment, at: location)
    let common = try copy.git("fsck --strict --no-dangling")
    #expect(common.status == 0, "\(comment) \(common)", sourceLocation: location)
    #expect(common.output == "", "\(comment) \(common)", sourceLocation: location)
    let check = try run("check", at: location)
    #expect(check.status == 0, "\(comment) \(check)", sourceLocation: location)
    let vault = try run("vault check", at: location)
    #expect(vault.status == 0, "\(comment) \(vault)", sourceLocation: location)
    #expect(vault.errors == "", "\(comment) \(vault)", sourceLocation: location)
    guard FileManager.default.fileExists(atPath: path + "/.git/daftar/vault.git") else { return }
    let objects = try self.vault("fsck --strict --no-dangling")
    #expect(objects.status == 0, "\(comment) \(objects)", sourceLocation: location)
    #expect(objects.output == "", "\(comment) \(objects)", sourceLocation: location)
  }

  private func run(
    _ words: [String], input: String, now: String?, with variables: [String: String],
    at location: SourceLocation
  ) throws -> Result {
    var environment = self.environment
    if let now { environment["DAFTAR_NOW"] = now }
    environment.merge(variables) { $1 }
    let result = try Call.run(words, in: path, environment: environment, input: input)
    let isFault = result.status == 70 || result.status > 128 && result.status != 128 + SIGKILL
    #expect(!isFault, "\(result)", sourceLocation: location)
    return result
  }
}
