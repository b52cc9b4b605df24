package import Diagnostics
internal import Register

/// A hint whose git commands work where the person stands.
///
/// A finding knows the file and not the state of the repository: whether the damage was committed,
/// and from which folder the command was run.
package enum HintInPlace {
  /// The finding with its hint as it holds here.
  package static func improved(_ diagnostic: Diagnostic) -> Diagnostic {
    let environment = Environment.current
    guard let hint = diagnostic.hint, hint.contains("`git "), let path = environment.hintPlace.path,
      let restoration = FileRestoration(at: path)
    else { return diagnostic }
    var diagnostic = diagnostic
    var words = hint.replacing(/`git checkout HEAD -- ([^`]+)`/) { match in
      let file = String(match.output.1)
      // Without it git says of such a file that it knows none.
      let bits = restoration.isKeptOut(file) ? "--ignore-skip-worktree-bits " : ""
      let version = restoration.wholeVersion(of: file)
      let command = "`git checkout \(bits + (version ?? "HEAD")) -- \(file)`"
      return version == nil
        ? command
        : command + ", the last whole version, then `git commit -m restored -- \(file)`"
    }
    if let root = restoration.root, root != environment.folder {
      words = words.replacing(
        /`git (checkout|switch|reset|commit|merge|rebase|revert|cherry-pick|am|log)\b/
      ) {
        "`git -C \(quoted(root)) \($0.output.1)"
      }
    }
    diagnostic.hint = words
    return diagnostic
  }

  private static func quoted(_ path: String) -> String {
    path.contains(where: { " '\"$&()*;<>?[\\]`|".contains($0) })
      ? "'" + path.replacing("'", with: "'\\''") + "'" : path
  }
}
