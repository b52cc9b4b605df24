import Foundation
import Testing

/// Two copies of a register and the bare one between them; all have one sensitive case.
struct SealedPair {
  let team: SealedTeam
  let paths: [String]
  /// The case: its text holds `brambleQ1`.
  let id: String

  init() throws {
    let prepared = try Self.prepared.get()
    team = try SealedTeam(Void())
    id = prepared.id
    let (old, new) = (prepared.team.register.folder, team.register.folder)
    paths = ["here", "there"].map { new + "/" + $0 }
    for name in ["register", "keys", "here", "there", "common.git"] {
      try FileManager.default.copyItem(atPath: old + "/" + name, toPath: new + "/" + name)
    }
    for path in paths + [team.register.path] {
      let file = path + "/.git/config"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try Data(text.replacing(old, with: new).utf8).write(to: URL(fileURLWithPath: file))
    }
  }

  /// A member at the first copy.
  func here(_ member: String) -> Seat { team.seat(member, in: paths[0]) }
  /// A member at the second copy.
  func there(_ member: String) -> Seat { team.seat(member, in: paths[1]) }

  /// Runs git in the place in between.
  func common(_ line: String) throws -> Result {
    try Copy(team.register, at: team.register.folder + "/common.git").git(line)
  }

  /// Runs a shell script in the vault of the first copy.
  func inVault(_ script: String, at location: SourceLocation = #_sourceLocation) throws {
    try run(script, in: paths[0] + "/.git/daftar/vault.git", at: location)
  }

  /// Runs a shell script in the vault of the second copy.
  func inThere(_ script: String, at location: SourceLocation = #_sourceLocation) throws {
    try run(script, in: paths[1] + "/.git/daftar/vault.git", at: location)
  }

  private func run(_ script: String, in folder: String, at location: SourceLocation) throws {
    let done = try Execution.run(
      "/bin/sh", ["-e", "-c", script], in: folder,
      environment: Binary.environment(home: team.register.home),
      scratch: team.register.home + "/tmp")
    try #require(done.status == 0, "\(done)", sourceLocation: location)
  }

  /// Synchronises back and forth until nothing is new.
  func settle(with variables: [String: String] = [:]) throws {
    for path in [paths[0], paths[1], paths[0]] {
      try team.seat("amal", in: path).done("sync", with: variables)
    }
  }

  /// Both copies and the place between them hold the same, whole.
  func expectSame(at location: SourceLocation = #_sourceLocation) throws {
    #expect(try here("amal").copy.head() == there("amal").copy.head(), sourceLocation: location)
    let list = "for-each-ref --format='%(refname) %(objectname)' refs/daftar/vault"
    let references = try paths.map { try team.seat("amal", in: $0).vault(list).output }
    #expect(references[0] == references[1], sourceLocation: location)
    #expect(try common(list).output == references[0], sourceLocation: location)
    #expect(references[0] != "", sourceLocation: location)
    // The second one holds the same: it is looked at as a whole only where there is time.
    try here("amal").expectWhole(paths[0], at: location)
    if isLongRun { try there("amal").expectWhole(paths[1], at: location) }
    try there("amal").copy.expectInStep(paths[1], at: location)
  }

  private static let prepared = Swift.Result<(team: SealedTeam, id: String), any Error> {
    let team = try SealedTeam.shared()
    let id = try team.seat("omar").sensitive(text: "Money at the brambleQ1 gate.")
    let paths = try team.clones(["here", "there"])
    try team.seat("omar").done("sync")
    for path in paths { try team.seat("amal", in: path).done("sync") }
    return (team, id)
  }
}
