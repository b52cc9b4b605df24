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

  /// Runs a script as a member; `as NAME …` in it runs one command as another.
  func run(
    _ script: String, as member: String, at now: String, input: String = ""
  ) throws -> Result {
    var environment = Binary.environment(home: register.home)
    environment["PATH"] = register.folder + "/bin:" + (environment["PATH"] ?? "/usr/bin:/bin")
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
      "/bin/sh", ["-c", prelude + script], in: folder, environment: environment, input: input,
      scratch: register.home + "/tmp")
    #expect(result.status != 70, "\(result)")
    return result
  }
}
