import Foundation
import Synchronization
import Testing

extension FaultScene {
  /// Steps of which every single call is spoilt.
  static let steps = Swift.Result<[FaultScene], any Error> {
    let staged = try ordinary()
    let sealed = try sensitive()
    return [
      FaultScene(
        description: "new", template: staged.folder, member: "omar",
        line: "new --category minor --channel sms --language en --text 'The brambleQ1 tap.'",
        words: "brambleQ1", look: ("search brambleQ1", "huda"), beside: staged.beside),
      FaultScene(
        description: "note", template: staged.folder, member: "rana",
        line: "note \(staged.id) --text 'The brambleQ1 tap.'",
        words: "brambleQ1", look: ("show \(staged.id)", "huda"), beside: staged.beside),
      FaultScene(
        description: "new, sensitive", template: sealed.folder, member: "omar",
        line: "new --category fraud --channel sms --language en -",
        input: "Money at the brambleQ1 gate.", words: "brambleQ1", look: ("list", "amal"),
        beside: sealed.beside, secret: "brambleQ1", hasKeys: true),
      FaultScene(
        description: "note, sensitive", template: sealed.folder, member: "amal",
        line: "note \(sealed.id) -", input: "He said brambleQ1.", words: "brambleQ1",
        look: ("show \(sealed.id)", "karim"), beside: sealed.beside, secret: "brambleQ1",
        hasKeys: true),
      try adopting(),
    ]
  }

  /// Long commands, of which each kind of call in each place is spoilt, and some others.
  static let longCommands = Swift.Result<[FaultScene], any Error> {
    [try importing(), try syncing(), try closing()]
  }

  private struct Prepared {
    let folder: String
    let id: String
    let beside: String
  }

  /// Keeps what is prepared as long as tests run.
  private static func keep(_ register: TemporaryRegister) -> String {
    let folder =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/daftar-scene-" + UUID().uuidString
    try? FileManager.default.copyItem(atPath: register.folder, toPath: folder)
    for name in ["register", "other"] {
      let file = folder + "/\(name)/.git/config"
      guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { continue }
      try? Data(text.replacing(register.folder, with: folder).utf8)
        .write(to: URL(fileURLWithPath: file))
    }
    kept.append(folder)
    return folder
  }

  private static let kept = KeptFolders()

  private static func ordinary() throws -> Prepared {
    let register = try TemporaryRegister()
    let id = try register.new()
    let other = try register.new("--text", "Another tap.")
    return Prepared(
      folder: keep(register), id: id, beside: "note \(other) --text 'The kelpieQ2 tap.'")
  }

  private static func sensitive() throws -> Prepared {
    let team = try SealedTeam()
    let id = try team.seat("omar").sensitive(text: "The first words.")
    let other = try team.seat("omar").ordinary("Another tap.", contact: nil)
    return Prepared(
      folder: keep(team.register), id: id, beside: "note \(other) --text 'The kelpieQ2 tap.'")
  }

  private static func adopting() throws -> FaultScene {
    let register = try TemporaryRegister()
    let other = try register.new("--text", "Another tap.")
    try register.edit("cases/team.yml") { $0.replacing("members:", with: "# brambleQ1\nmembers:") }
    return FaultScene(
      description: "adopt", template: keep(register), member: "huda", line: "adopt team.yml",
      words: "configuration: team.yml", look: ("log --limit 2", "huda"),
      beside: "note \(other) --text 'The kelpieQ2 tap.'", edited: ["cases/team.yml"])
  }

  private static func importing() throws -> FaultScene {
    let register = try TemporaryRegister()
    let other = try register.new("--text", "Another tap.")
    _ = try ImportFiles.write(rows: 12, in: register.folder)
    return FaultScene(
      description: "import", template: keep(register), member: "huda",
      line: "import csv FOLDER/log.csv --map FOLDER/log.map.yml", words: "The tap 11 is dry.",
      look: ("list --limit 50", "huda"), beside: "note \(other) --text 'The kelpieQ2 tap.'")
  }

  private static func syncing() throws -> FaultScene {
    let team = try SealedTeam()
    let omar = team.seat("omar")
    let id = try omar.sensitive(text: "The first words.")
    let other = try omar.ordinary("Another tap.", contact: nil)
    let paths = try team.clones(["other"])
    try omar.done("sync")
    let amal = team.seat("amal", in: paths[0])
    try amal.done("sync")
    try amal.done("note \(id) -", input: "He said brambleQ1.")
    try amal.done("sync")
    // Both sides have something new, in the same case too.
    try team.seat("karim").done("note \(id) -", input: "She said zephyrQ3.")
    return FaultScene(
      description: "sync", template: keep(team.register), member: "karim", line: "sync",
      words: "brambleQ1", look: ("show \(id)", "karim"),
      beside: "note \(other) --text 'The kelpieQ2 tap.'", secret: "brambleQ1", isGradual: true,
      hasKeys: true)
  }

  private static func closing() throws -> FaultScene {
    let scene = try PublishingScene()
    let id = try scene.register.new("--text", "Another tap.")
    return FaultScene(
      description: "publish close", template: keep(scene.register), member: "huda",
      line: "publish close", words: "publish: close 2026-Q3", look: ("log --limit 3", "huda"),
      beside: "note \(id) --text 'The kelpieQ2 tap.'", isGradual: true)
  }
}

/// Folders that are removed when the tests end.
private final class KeptFolders: Sendable {
  func append(_ folder: String) {
    Self.folders.withLock { folders in
      if folders.isEmpty {
        atexit {
          for folder in KeptFolders.folders.withLock({ $0 }) {
            try? FileManager.default.removeItem(atPath: folder)
          }
        }
      }
      folders.append(folder)
    }
  }

  private static let folders = Mutex<[String]>([])
}
