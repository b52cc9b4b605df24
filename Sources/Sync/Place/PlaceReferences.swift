internal import GitStore
internal import Register
internal import Text

/// The references of a common place that is a folder here, when git stumbles over them: one that leads to
/// nothing stops everybody, and git does not say which.
enum PlaceReferences {
  /// The reference that leads to nothing, and how it is taken out; nil where all lead somewhere, or where
  /// the place is no folder here.
  ///
  /// The register's own branch is none of these: a place without it is damaged for good.
  static func obstacle(at address: String, besides branch: String) -> SyncObstacle? {
    guard let place = RegisterLocks.folder(at: address) else { return nil }
    let folder = place.commonDirectory
    let files = LooseReference.damaged(below: folder + "/refs")
    if let file = files.first(where: { $0 != folder + "/" + branch }) {
      return .cause(
        "a reference of the common place leads to nothing: the file \(file) names nothing",
        hint: "take it out: `rm -f \(ShellWord.quoted(file))`, then `daftar sync`; " + sentAgain)
    }
    guard let broken = place.brokenReferences(except: [branch]).first else { return nil }
    return .cause(
      "a reference of the common place leads to nothing: \(broken.name) names an object that is not "
        + "there",
      hint: "take it out: "
        + "`git --git-dir=\(ShellWord.quoted(folder)) update-ref -d \(broken.name)`, then `daftar sync`; "
        + sentAgain)
  }

  private static let sentAgain = "what the register keeps there every copy sends again"
}
