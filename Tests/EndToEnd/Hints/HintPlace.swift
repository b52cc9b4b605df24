import Foundation
import Testing

/// The folder in which a scene plays: a copy of a prepared one.
struct HintPlace {
  /// What lies around the register; kept, so that it is removed at the end.
  private let register: TemporaryRegister
  private let folder: String
  private let keys: String?
  let id: String
  private let isDemo: Bool

  /// Copies the place that a scene names.
  ///
  /// `staged`: one case at each stage. `empty`: a folder with nothing. `sealed`: members with keys.
  /// `pair`: two copies with keys, `here` and `there`, and one sensitive case. `team`: two copies
  /// without keys. `published`: four quarters of complaints, none of them closed.
  init(_ scene: HintScene) throws {
    var (keys, id, path): (String?, String, String?) = (nil, "", nil)
    switch scene.place {
    case "empty":
      register = try TemporaryRegister(empty: ())
      path = register.folder
    case "sealed":
      let team = try SealedTeam()
      (register, keys) = (team.register, team.keys)
    case "pair":
      let pair = try SealedPair()
      (register, keys) = (pair.team.register, pair.team.keys)
      (id, path) = (pair.id, pair.paths[0])
    case "team":
      let team = try TeamCopies(["here", "there"])
      register = team.register
      (id, path) = (team.case, team[0].path)
    case "published": register = try PublishingScene().register
    default:
      register = try TemporaryRegister(staged: ())
      let stage = Stage.allCases.first { "\($0)" == scene.stage }
      id = try #require(stage, "no stage \(scene.stage)").id
    }
    (self.keys, self.id, folder) = (keys, id, path ?? register.path)
    isDemo = scene.place != "empty"
    let bin = register.folder + "/bin"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: bin + "/daftar", withDestinationPath: Binary.path)
  }

  /// From where a script runs.
  enum Stand {
    /// The folder of the scene.
    case register
    /// The same, but each `daftar` of the script runs in the decoy, with `-C` and the folder.
    case named
    /// The decoy: a repository with commit, remote and settings of its own.
    case decoy
  }

  private var decoy: String { register.folder + "/decoy" }

  /// Makes the decoy.
  func makeDecoy() throws {
    let wrapper = register.folder + "/elsewhere"
    try FileManager.default.createDirectory(atPath: wrapper, withIntermediateDirectories: true)
    try "#!/bin/sh\nhere=$PWD\ncd \"$DECOY\" && exec \"$ROOT/bin/daftar\" -C \"$here\" \"$@\"\n"
      .write(toFile: wrapper + "/daftar", atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: wrapper + "/daftar")
    let made = try run(
      """
      set -e; git init -q --bare "$DECOY.git"; git init -q -b main "$DECOY"; cd "$DECOY"
      git remote add origin "$DECOY.git"; git config daftar.remote origin
      mkdir cases; echo one > cases/register.yml; git add -A; git commit -qm one; git push -q origin main
      echo two > cases/register.yml; git add -A; echo three > cases/register.yml
      """, as: "huda", at: TemporaryRegister.now)
    try #require(made.status == 0, "\(made)")
  }

  /// What the decoy and its remote hold, byte for byte.
  func lookAtDecoy() throws -> String {
    let seen = try run(
      "cd \"$DECOY\"; find . ../decoy.git | sort; find . ../decoy.git -type f -exec sha256sum {} + | sort",
      as: "huda", at: TemporaryRegister.now)
    try #require(seen.status == 0 && seen.output.contains("./.git/index"), "\(seen)")
    return seen.output
  }

  /// Runs a script as a member; `as NAME …` in it runs one command as another.
  func run(
    _ script: String, as member: String, at now: String, input: String = "",
    from stand: Stand = .register
  ) throws -> Result {
    var environment = Binary.environment(home: register.home)
    let bin = register.folder + (stand == .named ? "/elsewhere" : "/bin")
    environment["PATH"] = bin + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["HERE"] = folder
    environment["DECOY"] = decoy
    environment["GIT_CONFIG_GLOBAL"] = register.home + "/.gitconfig"
    environment["DAFTAR_MEMBER"] = member
    environment["DAFTAR_NOW"] = isDemo ? now : nil
    environment["ROOT"] = register.folder
    environment["CASE"] = id
    environment["KEYS"] = keys
    environment["DAFTAR_IDENTITY"] = keys.map { $0 + "/" + member }
    let prelude = """
      as() { who=$1; shift; DAFTAR_MEMBER=$who DAFTAR_IDENTITY=${KEYS:+$KEYS/$who} "$@"; }
      new() { as omar daftar new --channel sms --language en --text 'No shade.' "$@"; }
      file() { git ls-files "cases/*/$1.md"; }

      """
    let result = try Execution.run(
      "/bin/sh", ["-c", prelude + script], in: stand == .decoy ? decoy : folder,
      environment: environment, input: input, scratch: register.home + "/tmp")
    #expect(result.status != 70, "\(result)")
    return result
  }
}
