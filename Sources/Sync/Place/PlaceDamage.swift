internal import GitStore
internal import Register
internal import Text

/// A common place that cannot be used as it is, and the way to another one, which every copy fills.
struct PlaceDamage {
  let remote: String
  /// The short name of the branch that holds the register.
  let branch: String

  /// The obstacle of a place that has lost something: what it is, as a sentence goes on.
  func obstacle(because what: String) -> SyncObstacle {
    .cause(
      "the common place is damaged: \(what); nothing here is lost",
      hint: "make a new one and use that: \(making), then \(using), then `daftar sync`; every copy "
        + "sends all it has")
  }

  /// The command that makes an empty place, in which a copy finds the register's branch.
  var making: String { "`git init --bare -b \(branch) FOLDER`" }

  /// The command that makes this copy use it.
  var using: String { "`git remote set-url \(remote) FOLDER`" }

  /// The settings of git by which a place keeps references to itself.
  private static let hidingSettings = [
    "transfer.hideRefs", "uploadpack.hideRefs", "receive.hideRefs",
  ]

  /// The obstacle of a place whose settings hide what the register keeps there.
  func hidden(at address: String?) -> SyncObstacle {
    let place = address.flatMap(RegisterLocks.folder)
    let set = place.map { place in
      Self.hidingSettings.filter { ((try? place.configuration($0)) ?? nil) != nil }
    }
    let folder = place.map { ShellWord.quoted($0.commonDirectory) } ?? "FOLDER"
    let name = set?.first ?? Self.hidingSettings[0]
    return .cause(
      "the common place hides what the register keeps there, by its git settings (hideRefs): nothing "
        + "can be taken from it, or sent to it; nothing here is lost",
      hint: "whoever keeps it takes the setting out: "
        + "`git --git-dir=\(folder) config --unset-all \(name)`"
        + (set == nil ? " (or uploadpack.hideRefs, receive.hideRefs)" : "")
        + "; or make a new one and use that: \(making), then \(using)")
  }
}

extension GitWords {
  /// Damage of the place that git names, and settings there that hide something.
  var placeDamage: SyncObstacle? {
    if says("deny updating a hidden ref") { return damage.hidden(at: folder) }
    let what = lostObject ?? unreadable
    return what.map(damage.obstacle(because:))
  }

  private var lostObject: String? {
    if text.contains(/not our ref 0{40}/) { return "its branch \(branch) names no commit" }
    if says("not our ref") { return "an object that it names is not there any more" }
    // The place lacks what the changes that it was sent begin from.
    if says("unresolved deltas") { return "what its branch led to is not there any more" }
    guard says("missing necessary objects") else { return nil }
    let name = text.firstMatch(of: /bad object (refs\/\S+)/).map { "its reference \($0.1)" }
    return "\(name ?? "a reference of it") names an object that is not there any more"
  }

  private var unreadable: String? {
    // Git names a file of the place from there.
    if text.contains(/(?:unexpected|unterminated) line in \.\/packed-refs/) {
      return "its list of references (packed-refs) cannot be read"
    }
    if let version = text.firstMatch(of: /xpected git repo version <= (\d+), found (\d+)/) {
      return "its settings name version \(version.2) of git's format, and the git there knows no "
        + "later one than \(version.1)"
    }
    if says("unknown repository extension") {
      return "its settings ask for something that the git there does not know"
    }
    return nil
  }
}
