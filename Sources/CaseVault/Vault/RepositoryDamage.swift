package import Diagnostics
package import GitStore
internal import Text

/// Words for objects of git that are damaged or missing.
package enum RepositoryDamage {
  /// What is wrong with an object, what is shown in its stead, and what to do.
  package static func diagnostic(_ damage: ObjectDamage) -> Diagnostic {
    let what = damage.content.map { " (it holds \($0))" } ?? ""
    let beginning = "the \(damage.kind) \(damage.id) in git's store is damaged or missing\(what)"
    let (severity, ending): (Diagnostic.Severity, String) =
      switch damage.remedy {
      case .restored:
        (.warning, "it was made anew from the work tree, whose bytes have the right checksum")
      case .borrowed:
        (.warning, "the work tree has the same bytes, which were used; nothing can be written here")
      case .assumed:
        (.error, "what is shown is as the work tree was last brought to it, and was not checked")
      case .earlier(let commit):
        (
          .error,
          "what is shown is as the earlier commit \(commit) had it, without what came since"
        )
      case .lost: (.error, "what it holds is left out")
      }
    return Diagnostic(
      severity, rule: "git.damaged", at: SourceLocation(path: damage.file),
      message: "\(beginning); \(ending)", hint: hint(damage))
  }

  /// What is wrong with a file of git's own, and the commands that make it anew.
  package static func diagnostic(_ damage: FileDamage) -> Diagnostic {
    Diagnostic(
      damage.isHarmless ? .warning : .error, rule: "git.damaged",
      at: SourceLocation(path: damage.file), message: damage.message, hint: damage.remedy)
  }

  private static func hint(_ damage: ObjectDamage) -> String {
    switch damage.remedy {
    case .restored, .borrowed:
      return "the disk may be failing: run `daftar sync` now, make a backup, then `git fsck`"
    case .assumed, .earlier, .lost:
      return remedy(file: damage.file, in: damage.gitDirectory, previous: damage.previous)
    }
  }

  /// The commands that bring an object back which could not be read.
  package static func remedy(_ lost: GitError.LostObject) -> String {
    remedy(file: lost.file, in: lost.gitDirectory, previous: lost.previous)
  }

  /// The commands that make git's index anew; no file of the work tree changes.
  package static let remedyOfIndex =
    "make it anew: `mv -f \"$(git rev-parse --path-format=absolute --git-path index)\" /tmp/`, then"
    + " `git reset`; what is recorded and what is in the folder stays as it is"

  /// What to do about settings of git that cannot be read.
  package static func remedy(settings file: String) -> String {
    let ending = "/.git/config"
    guard file.hasSuffix(ending) else { return "correct that line, or take it out" }
    let register = ShellWord.quoted(file.dropLast(ending.count))
    return "correct that line; or move the file away (`mv -f \(ShellWord.quoted(file)) /tmp/`) and "
      + "make it anew, `git init \(register)`; the address of the common place is in the old one"
  }

  /// What to do about a folder in the place of git's list of references.
  package static func remedy(folderOfReferences folder: String) -> String {
    let word = ShellWord.quoted(folder)
    return "move it away: `mv \(word) \(word).damaged`; what was in the list is fetched again by "
      + "`daftar sync`, or it comes from a backup"
  }

  /// The commands that bring an object back from the common place.
  private static func remedy(
    file: String, in gitDirectory: String, previous: ObjectID?
  ) -> String {
    if file.hasSuffix(".idx") {
      return "make the index of the pack anew: `rm -f \(ShellWord.quoted(file))`, then "
        + "`git index-pack \(ShellWord.quoted(file.dropLast(4))).pack`"
    }
    let vault = "/daftar/vault.git"
    let isPack = file.hasSuffix(".pack")
    let folder = ShellWord.quoted(gitDirectory)
    let files =
      isPack
      ? "\(ShellWord.quoted(file)) \(ShellWord.quoted(file.dropLast(5))).idx"
      : ShellWord.quoted(file)
    let move =
      "move the damaged file away (`mv -f \(files) /tmp/`) if it is there, "
      + (isPack
        ? "bring back what is whole in it (`git --git-dir=\(folder) unpack-objects -r < "
          + "/tmp/\(file.split(separator: "/").last ?? "")`), " : "")
    let fetch = "fetch --refetch --no-auto-gc"
    if gitDirectory.hasSuffix(vault) {
      let register = ShellWord.quoted(gitDirectory.dropLast(vault.count))
      return move
        + "then take the sealed entries again: `git --git-dir=\(folder) \(fetch) "
        + "\"$(git --git-dir=\(register) remote get-url origin)\" "
        + "'+refs/daftar/vault/*:refs/remotes/common/*'`; without a common place, from a backup"
    }
    let again = previous.map { previous in
      "; if it was sent nowhere, record what is in the folder anew on the commit before it, from the "
        + "top of the register: `git update-ref HEAD \(previous)`, then `git commit -m restored`"
    }
    return move + "then fetch everything again: `git --git-dir=\(folder) \(fetch) origin`"
      + (again ?? "; without a common place take the file from a backup")
  }
}
