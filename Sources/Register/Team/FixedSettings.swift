internal import CaseFormat
package import CaseModel
package import Diagnostics
package import GitStore

/// What was chosen when the register was made and stays: events and paths rest on it.
package enum FixedSettings {
  private static let path = "cases/register.yml"

  package static func reading(_ bytes: [UInt8]) throws(Diagnostic) -> RegisterSettings {
    try RegisterSettings.reading(bytes, path: path)
  }

  /// The first setting that differs and must not; `byUpgrade`: the format may have been raised.
  package static func changed(
    from old: RegisterSettings, to new: RegisterSettings, byUpgrade: Bool = false
  ) -> String? {
    let isRaised = byUpgrade && new.format > old.format && old.registerID == nil
    let settings: [(String, Bool)] = [
      ("format", old.format == new.format || isRaised),
      ("layout", old.layout == new.layout), ("time-zone", old.timeZone == new.timeZone),
      ("seal", old.seal == new.seal), ("demo", old.isDemo == new.isDemo),
      ("id", old.registerID == new.registerID || isRaised),
    ]
    return settings.first { !$0.1 }?.0
  }

  /// The settings with which the register of a commit began; nil when they cannot be read any more.
  package static func founding(
    before commit: ObjectID, in repository: Repository
  ) throws -> RegisterSettings? {
    let first = try repository.root(of: commit)
    guard let bytes = try repository.blob(at: path, in: first) else { return nil }
    return try? reading(bytes)
  }

  /// The finding for a setting that was changed.
  package static func finding(_ setting: String) -> Diagnostic {
    Diagnostic(
      rule: "adopt.fixed", at: SourceLocation(path: path),
      message: "“\(setting)” was chosen when the register was made and stays")
  }
}
