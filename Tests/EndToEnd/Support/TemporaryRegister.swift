import Foundation
import Testing

/// A register in a folder of its own, with a home of its own, removed when nobody needs it.
///
/// Made once by `daftar init --demo` and `daftar adopt`, then copied for each test.
final class TemporaryRegister: Sendable {
  /// The moment of every command, unless it is told otherwise: a Saturday, noon in Damascus.
  static let now = "2026-11-21T09:00:00Z"

  /// The folder that holds everything, outside of the register too.
  let folder: String
  /// The register.
  let path: String
  /// The home folder of whoever runs the commands.
  var home: String { folder + "/home" }

  /// A copy of the prepared register: a team of eight, areas and units, English, Arabic, Russian.
  init() throws {
    folder = try Self.newFolder()
    path = folder + "/register"
    try FileManager.default.copyItem(atPath: try PreparedRegister.path.get(), toPath: path)
  }

  /// A copy of a register with one case at each stage.
  init(staged: Void) throws {
    folder = try Self.newFolder()
    path = folder + "/register"
    try FileManager.default.copyItem(atPath: try PreparedRegister.staged.get().path, toPath: path)
  }

  /// A folder without a register; `run` works in the folder until one is made at `path`.
  init(empty: Void) throws {
    folder = try Self.newFolder()
    path = folder + "/register"
  }

  deinit {
    if (try? FileManager.default.removeItem(atPath: folder)) != nil { return }
    // A test made folders read-only.
    _ = try? Execution.run(
      "/bin/chmod", ["-R", "u+rwX", folder], in: "/", environment: [:], scratch: "/tmp")
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Runs `daftar` in the register's folder.
  ///
  /// `line` is split at blanks ('…' keeps a word together); `more` are whole words. Unless `checked`
  /// is false: the work tree is as the commit says afterwards, and a failed command left no commit.
  @discardableResult
  func run(
    _ line: String, _ more: String..., as member: String? = nil,
    now: String? = TemporaryRegister.now, input: String = "", in place: String? = nil,
    with variables: [String: String] = [:], checked: Bool = true,
    at location: SourceLocation = #_sourceLocation
  ) throws -> Result {
    try run(
      words(line) + more, as: member, now: now, input: input, in: place, with: variables,
      checked: checked, at: location)
  }

  /// Runs `daftar` with whole words, for which nothing is checked.
  func run(
    words: [String], in place: String? = nil, with variables: [String: String] = [:],
    at location: SourceLocation = #_sourceLocation
  ) throws -> Result {
    try run(
      words, as: nil, now: Self.now, input: "", in: place, with: variables, checked: false,
      at: location)
  }

  /// Runs a command that must succeed.
  @discardableResult
  func done(
    _ line: String, _ more: String..., as member: String? = nil,
    now: String? = TemporaryRegister.now, input: String = "",
    at location: SourceLocation = #_sourceLocation
  ) throws -> Result {
    let result = try run(
      words(line) + more, as: member, now: now, input: input, in: nil, with: [:], checked: true,
      at: location)
    try #require(result.status == 0, "\(result)", sourceLocation: location)
    return result
  }

  /// Registers a complaint (a minor one by text message, unless told otherwise); returns its id.
  func new(
    _ options: String = "", _ more: String..., as member: String = "omar",
    now: String? = TemporaryRegister.now, at location: SourceLocation = #_sourceLocation
  ) throws -> String {
    var all = words(options) + more
    for (option, usual) in [
      ("--category", "minor"), ("--channel", "sms"), ("--language", "en"),
      ("--text", "The queue has no shade."),
    ] where !all.contains(option) {
      all += [option, usual]
    }
    let result = try run(
      ["new"] + all, as: member, now: now, input: "", in: nil, with: [:], checked: true,
      at: location)
    try #require(result.status == 0, "\(result)", sourceLocation: location)
    return result.word
  }

  /// The case as `show --json` says.
  func json(_ id: String, at location: SourceLocation = #_sourceLocation) throws -> JSON {
    try done("show --json", id, at: location).json
  }

  /// Runs git in the register's folder.
  @discardableResult
  func git(_ words: String..., in place: String? = nil) throws -> Result {
    try Execution.run(
      "/usr/bin/env", ["git"] + words, in: place ?? path,
      environment: Binary.environment(home: home), scratch: home + "/tmp")
  }

  /// Runs a shell script in the register's folder; `$DAFTAR` is the program.
  @discardableResult
  func shell(_ script: String, now: String? = TemporaryRegister.now) throws -> Result {
    var environment = Binary.environment(home: home)
    environment["DAFTAR"] = Binary.path
    environment["DAFTAR_NOW"] = now
    return try Execution.run(
      "/bin/sh", ["-c", script], in: path, environment: environment, scratch: home + "/tmp")
  }

  /// The commit at the head.
  func head() throws -> String {
    // Asked around every command: reading the branch's file is quicker than running git.
    let branch = try? String(contentsOfFile: path + "/.git/refs/heads/main", encoding: .utf8)
    if let branch, branch.utf8.count == 41 { return String(branch.dropLast()) }
    return try git("rev-parse", "HEAD").word
  }
}

extension TemporaryRegister {
  private func run(
    _ words: [String], as member: String?, now: String?, input: String, in place: String?,
    with variables: [String: String], checked: Bool, at location: SourceLocation
  ) throws -> Result {
    var environment = Binary.environment(home: home)
    environment["DAFTAR_MEMBER"] = member
    environment["DAFTAR_NOW"] = now
    environment.merge(variables) { $1 }
    let isThere = FileManager.default.fileExists(atPath: path + "/.git")
    let before = checked && isThere ? try head() : nil
    let result = try Call.run(
      words, in: place ?? (isThere ? path : folder), environment: environment, input: input)
    // An internal fault, or a signal other than a kill that the test asked for.
    let isFault = result.status == 70 || result.status > 128 && result.status != 128 + SIGKILL
    #expect(!isFault, "\(result)", sourceLocation: location)
    guard checked, isThere else { return result }
    #expect(try WorkTree.changes(of: path) == [], "after \(result)", sourceLocation: location)
    if result.status != 0 { #expect(try head() == before, "\(result)", sourceLocation: location) }
    return result
  }

  fileprivate static func newFolder() throws -> String {
    let place = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    let folder = place + "/daftar-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder + "/home/tmp", withIntermediateDirectories: true)
    return folder
  }
}

extension TemporaryRegister {
  /// What is left of folders in which an editor's file lay; words that are kept for the next time have
  /// one of their own.
  func editorFolders() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: home + "/tmp")
      .filter { !$0.hasSuffix("-drafts") }
  }
}
