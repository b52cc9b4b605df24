import CaseFormat
import CaseModel
import CaseVault
import Diagnostics
import Exchange
import Foundation
import GitStore
import Register
import Sealing

/// A register in a folder of its own, and tables and maps to import into it.
final class ImportScene {
  let folder: String
  private(set) var register: Register
  private(set) var omar: Team.Member

  /// Makes a register with a small codebook, or with the configuration files of a folder.
  ///
  /// Where it is `sealing`, managers and focal points have keys.
  init(
    configuration source: String? = nil, today: String = "2026-11-21T09:00:00Z",
    sealing: Bool = false, format: Int = 1
  ) throws {
    folder = NSTemporaryDirectory() + "import-" + UUID().uuidString
    let repository = try Repository.create(at: folder, bare: false)
    let files = try Configuration.fileNames.map { name in
      let content = try source.map { try Self.bytes($0 + "/" + name) } ?? Self.small(name, format)
      return CommitRequest.Replacement(path: "cases/" + name, content: content)
    }
    let author = Signature(
      name: "Omar", email: "omar@example.org", seconds: 1_700_000_000, offsetMinutes: 0)
    let commit = try repository.writeCommit(
      CommitRequest(
        parents: [], replacing: files, author: author, committer: author, message: "start"))
    try repository.moveReference(
      repository.branchReference, to: commit, expecting: nil, reflogMessage: "start")
    _ = try repository.synchronise(paths: files.map(\.path), from: nil, to: commit)
    guard let moment = Timestamp(today) else { throw SceneFailure.time }
    let clock = Clock.set(to: moment)
    register =
      sealing
      ? try Self.withKeys(folder, clock) : try Register.open(at: folder, clock: clock)
    guard let member = register.configuration.team.member("omar") else { throw SceneFailure.member }
    omar = member
  }

  /// Gives every manager and focal point one and the same key, and opens the register with it.
  private static func withKeys(_ folder: String, _ clock: Clock) throws -> Register {
    let identity = Identity()
    let team = try Register.open(at: folder, clock: clock).configuration.team.members
    for member in team where member.has(.readConfidential) {
      try Register.open(at: folder, clock: clock)
        .setKey(identity.recipient.text, of: member, as: member)
    }
    return try Register.open(at: folder, clock: clock, keys: Keyring { [identity] })
  }

  /// Gives a member a key, and opens the register with it or, for somebody else, without.
  func giveKey(to id: String, opening: Bool = true) throws {
    let clock = register.clock
    guard let member = register.configuration.team.member(id) else { throw SceneFailure.member }
    let identity = Identity()
    try Register.open(at: folder, clock: clock)
      .setKey(identity.recipient.text, of: member, as: member)
    register = try Register.open(
      at: folder, clock: clock, keys: Keyring { opening ? [identity] : [] })
    // The roster says something else of him now.
    omar = register.configuration.team.member(omar.id) ?? omar
  }

  /// Opens the register as somebody without a key.
  func openWithoutKey() throws {
    register = try Register.open(at: folder, clock: register.clock)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  enum SceneFailure: Error { case time, member, noCase }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  func plan(_ table: String, _ map: String) throws -> ImportPlan {
    try plan(Array(table.utf8), map)
  }

  func plan(_ table: [UInt8], _ map: String) throws -> ImportPlan {
    try CSVImport.plan(
      table, path: "log.csv", map: try ImportMap.reading(Array(map.utf8), path: "map.yml"),
      mapPath: "map.yml", register: register, member: omar)
  }

  @discardableResult
  func run(
    _ table: String, _ map: String = ImportScene.map, skippingBad: Bool = false,
    updating: Bool = false
  ) throws -> ImportReport {
    try plan(table, map).commit(
      in: register, as: omar, skippingBad: skippingBad, updating: updating)
  }

  /// The case of a row.
  func theCase(_ external: String) throws -> Case {
    guard let found = try cases().first(where: { $0.external == external }) else {
      throw SceneFailure.noCase
    }
    return found
  }

  /// Lets a member record steps in the case of a row, by hand.
  func record(_ steps: [Step], in external: String, as id: String) throws {
    guard let member = register.configuration.team.member(id) else { throw SceneFailure.member }
    _ = try register.record(in: try theCase(external).id, as: member) { _ in steps }
  }

  /// What happened in the case of a row, in order.
  func events(of external: String) throws -> [Event] {
    try document(external: external)?.history.events ?? []
  }

  func cases() throws -> [Case] { try register.summaries().cases }

  /// Every case file as committed.
  func files() throws -> [String] {
    try register.repository.entries(under: "cases", in: try register.head())
      .filter { CasePath.id(of: $0.path) != nil }
      .map { String(decoding: try register.repository.blob($0.id), as: UTF8.self) }
  }

  func document(external: String) throws -> CaseDocument? {
    guard let theCase = try cases().first(where: { $0.external == external }) else { return nil }
    return try register.document(theCase.id, in: try register.head())
  }

  func message() throws -> String {
    try register.repository.commit(try register.head()).message
  }

  /// A map for tables with the columns that most tests use.
  static let map = """
    defaults: {category: minor, channel: box, language: ar}
    external: {prefix: t-, column: No}
    columns:
      - {column: Date, as: coded, to: received, format: dd/MM/yyyy}
      - {column: Closed, as: coded, to: closed, format: dd/MM/yyyy}
      - column: Kind
        as: coded
        to: category
        values: {Water: major, Thanks: thanks, Abuse: seah, Typo: watr}
      - {column: Text, as: text, to: narrative}
      - {column: Phone, as: private}
    """

  private static func small(_ name: String, _ format: Int) -> [UInt8] {
    let text =
      switch name {
      case "register.yml":
        "format: \(format)\n" + (format > 1 ? "id: 0123456789abcdef\n" : "")
          + "name: Test\nlanguages: [en]\ntime-zone: Asia/Damascus\ndemo: yes\n"
      case "team.yml":
        """
        members:
          - id: omar
            name: Omar
            roles: [intake]
          - id: rana
            name: Rana
            roles: [handler]

        """
      case "categories.yml": codebook
      case "areas.yml":
        """
        areas: [{code: A1, labels: {en: North, ar: شمال, ru: Север}}]
        units: [{code: wash}]
        """
      case "targets.yml": "limits:\n  minor: {close: 15d}\n  major: {close: 15d}\n"
      default: ""
      }
    return Array(text.utf8)
  }

  private static let codebook = """
    categories:
      - {code: minor, group: c, complaint: yes, sensitivity: internal, priority: normal}
      - {code: major, group: c, complaint: yes, sensitivity: internal, priority: high}
      - {code: thanks, group: t, sensitivity: open, priority: low, labels: {en: Thanks, ru: Спасибо}}
      - {code: seah, group: s, complaint: yes, sensitivity: restricted, priority: critical}
    themes: [{code: delay}, {code: quality}, {code: other}]
    channels: [{code: box}, {code: hotline, in-person: yes}, {code: web}]
    bands:
      sex: [{code: female, labels: {en: Female, ar: أنثى, ru: Женский}}, {code: male}]
      age: [{code: 0-17}, {code: 18-59}, {code: 60+}]
    """
}
