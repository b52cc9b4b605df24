internal import CaseVault
internal import Diagnostics
internal import GitStore
internal import Register
internal import Terminal

/// The notice at a command's end of which objects of git were damaged, and what was done about it.
enum DamageNotice {
  /// A pack that is lost may take thousands of objects with it.
  private static let most = 20

  /// Prints what was met; false when something is left out or uncertain.
  static func print() -> Bool {
    let notes = RepositoryNotes.current
    let files = notes.files
    Output.diagnostics(files.map(RepositoryDamage.diagnostic))
    let all = notes.objects
    let isHarmless: (ObjectDamage) -> Bool = { $0.remedy == .restored || $0.remedy == .borrowed }
    let sorted = all.filter { !isHarmless($0) } + all.filter(isHarmless)
    Output.diagnostics(sorted.prefix(most).map(RepositoryDamage.diagnostic))
    if sorted.count > most {
      Output.note("and \(sorted.count - most) more objects: `git fsck` names all of them")
    }
    return all.allSatisfy(isHarmless) && files.allSatisfy(\.isHarmless)
  }
}
