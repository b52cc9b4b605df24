import Foundation
import Synchronization
import Testing

/// A register whose members have keys, each in a file of their own as on computers of their own.
///
/// `zaki` has none. Made once by the program itself, then copied for each test.
final class SealedTeam: Sendable {
  /// What a register seals.
  enum Seal: String, CaseIterable {
    case sensitive, everything
  }

  static let members = [
    "omar:Omar Haddad:intake", "rana:Rana Khalil:handler", "sami:Sami Odeh:handler",
    "huda:Huda Mansour:manager", "amal:Amal Nasser:focal", "karim:Karim Saleh:focal",
    "nadia:Nadia Farah:reviewer", "zaki:Zaki Aziz:intake",
  ]

  let register: TemporaryRegister
  /// The folder of the secret keys: one file for each member, `recovery`, `restricted`, `outside`.
  var keys: String { register.folder + "/keys" }

  init(_ seal: Seal = .sensitive) throws {
    register = try TemporaryRegister(empty: ())
    let prepared =
      switch seal {
      case .sensitive: try Self.sensitive.get()
      case .everything: try Self.everything.get()
      }
    for name in ["register", "keys"] {
      try FileManager.default.copyItem(
        atPath: prepared + "/" + name, toPath: register.folder + "/" + name)
    }
  }

  /// A folder of its own into which something else copies a register and keys.
  init(_ empty: Void) throws { register = try TemporaryRegister(empty: ()) }

  /// A register that several tests share; removed when the tests end.
  static func shared() throws -> SealedTeam {
    let team = try SealedTeam()
    sharedFolders.withLock { $0.append(team.register.folder) }
    return team
  }

  /// A member at a computer: in the register, or in another copy of it.
  func seat(_ member: String, in path: String? = nil) -> Seat {
    Seat(team: self, member: member, path: path ?? register.path)
  }

  /// Writes a file beside the register and returns its path.
  func file(_ name: String, _ content: String) throws -> String {
    let path = register.folder + "/" + name
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// A bare repository in the middle and a clone for each name; nobody has synchronised yet.
  func clones(_ names: [String]) throws -> [String] {
    let bare = register.folder + "/common.git"
    try register.git("clone", "--quiet", "--bare", ".", bare)
    try register.git("remote", "add", "origin", bare)
    return try names.map { name in
      let path = register.folder + "/" + name
      try register.git("clone", "--quiet", bare, path)
      return path
    }
  }

  private static let sensitive = Swift.Result<String, any Error> { try make(.sensitive) }
  private static let everything = Swift.Result<String, any Error> { try make(.everything) }

  private static let sharedFolders = Mutex<[String]>([])

  /// Holds what is prepared; removed when the tests end.
  private static let place: String = {
    atexit {
      for folder in SealedTeam.sharedFolders.withLock({ $0 }) + [SealedTeam.place] {
        try? FileManager.default.removeItem(atPath: folder)
      }
    }
    return FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/daftar-sealed-\(ProcessInfo.processInfo.processIdentifier)"
  }()

  private static func make(_ seal: Seal) throws -> String {
    let folder = place + "/" + seal.rawValue
    for name in ["home/tmp", "keys"] {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + name, withIntermediateDirectories: true)
    }
    var publicKeys: [String: String] = [:]
    let owners = members.compactMap { $0.split(separator: ":").first.map(String.init) }
    for owner in owners.filter({ $0 != "zaki" }) + ["restricted", "outside"] {
      publicKeys[owner] = try daftar(["key", "new", "--out", "keys/" + owner], in: folder).word
    }
    let made = try daftar(
      [
        "init", "register", "--demo", "--name", "Valley Relief", "--languages", "en,ar,ru",
        "--time-zone", "Asia/Damascus", "--seal", seal.rawValue, "--restricted-recovery",
        publicKeys["restricted"] ?? "",
      ] + members.flatMap { ["--member", $0] }, in: folder)
    let recovery = made.output.split { $0 == "\n" || $0 == " " }
      .first { $0.hasPrefix("AGE-SECRET-KEY-1") }
    try FileManager.default.copyItem(
      atPath: folder + "/keys/outside", toPath: folder + "/keys/recovery")
    try Data(((recovery ?? "") + "\n").utf8)
      .write(to: URL(fileURLWithPath: folder + "/keys/recovery"))
    try configure(folder + "/register/cases/", publicKeys)
    for name in ["team.yml", "areas.yml"] {
      try daftar(["adopt", name, "--as", "huda"], in: folder + "/register")
    }
    return folder
  }

  private static func configure(_ cases: String, _ publicKeys: [String: String]) throws {
    var team = try String(contentsOfFile: cases + "team.yml", encoding: .utf8)
    for (owner, key) in publicKeys {
      team = team.replacing("  - id: \(owner)\n", with: "  - id: \(owner)\n    read: \(key)\n")
    }
    team += "outside-contact: {name: The board, read: \(publicKeys["outside"] ?? "")}\n"
    try Data(team.utf8).write(to: URL(fileURLWithPath: cases + "team.yml"))
    let areas = """
      areas:
        - code: A01
          labels: {en: Upper valley, ar: الوادي الأعلى, ru: Верхняя долина}
      units:
        - code: north
          labels: {en: North office, ar: مكتب الشمال, ru: Северное бюро}
      projects: []

      """
    try Data(areas.utf8).write(to: URL(fileURLWithPath: cases + "areas.yml"))
  }

  @discardableResult
  private static func daftar(_ words: [String], in folder: String) throws -> Result {
    let home = folder.replacing("/register", with: "") + "/home"
    var environment = Binary.environment(home: home)
    environment["DAFTAR_NOW"] = words.first == "key" ? nil : "2026-01-05T09:00:00Z"
    let result = try Call.run(words, in: folder, environment: environment)
    guard result.status == 0 else {
      throw PreparedRegister.Failure(description: result.description)
    }
    return result
  }
}

extension SealedTeam {
  /// Complaints received on 2 November 2026, of which the first ones are raised to confidential cases
  /// at the moments given; their ids.
  func complaints(_ count: Int, raisedAt moments: [String]) throws -> [String] {
    let ids = try (0..<count).map { _ in
      try seat("omar").done(
        "new --category minor --channel sms --language en --received 2026-11-02 -",
        input: "The queue has no shade.", now: "2026-11-03T09:00:00Z"
      ).word
    }
    for (id, now) in zip(ids, moments) {
      try seat("huda").done(
        "raise \(id) --sensitivity confidential --reason -", input: "W", now: now)
    }
    return ids
  }
}
