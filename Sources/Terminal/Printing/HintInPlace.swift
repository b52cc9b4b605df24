package import Diagnostics
internal import FileSystem

/// What a person is told, with commands that work where the person stands.
///
/// A finding knows the file and not the state of the repository: whether the damage was committed,
/// and from which folder the command was run.
package enum HintInPlace {
  /// The finding with its commands as they hold here.
  package static func improved(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    // There the message names what was typed.
    if diagnostic.rule != "usage" { diagnostic.message = words(diagnostic.message) }
    diagnostic.hint = diagnostic.hint.map { words(bringingBack($0)) }
    return diagnostic
  }

  /// A text with its commands as they act on the register of this call.
  package static func words(_ text: String) -> String {
    guard text.contains("`") else { return text }
    let environment = Environment.current
    return CommandsInPlace(
      git: text.contains("git ") ? folderForGit(environment) : nil,
      daftar: folderForDaftar(environment)
    ).applied(to: text)
  }

  /// The top of the register; nil where the person stands there.
  private static func folderForGit(_ environment: Environment) -> String? {
    guard let path = environment.hintPlace.path else { return nil }
    let root = FileRestoration(at: path)?.root ?? path
    return isCurrent(root, environment) ? nil : root
  }

  /// The folder as it was named on the command line; nil where it is the current one.
  private static func folderForDaftar(_ environment: Environment) -> String? {
    environment.hintPlace.named.flatMap {
      isCurrent(environment.place(of: $0), environment) ? nil : $0
    }
  }

  private static func isCurrent(_ folder: String, _ environment: Environment) -> Bool {
    folder == environment.folder
      || FileStatus(folder, followingLinks: true)?.identity
        == FileStatus(environment.folder, followingLinks: true)?.identity
  }

  /// A hint in which each file comes back from the newest commit that has it whole.
  private static func bringingBack(_ hint: String) -> String {
    guard hint.contains("`git checkout HEAD -- "),
      let path = Environment.current.hintPlace.path, let restoration = FileRestoration(at: path)
    else { return hint }
    return hint.replacing(/`git checkout HEAD -- ([^`]+)`/) { match in
      let file = String(match.output.1)
      // Without it git says of such a file that it knows none.
      let bits = restoration.isKeptOut(file) ? "--ignore-skip-worktree-bits " : ""
      let version = restoration.wholeVersion(of: file)
      let command = "`git checkout \(bits + (version ?? "HEAD")) -- \(file)`"
      return version == nil
        ? command
        : command + ", the last whole version, then `git commit -m restored -- \(file)`"
    }
  }
}
