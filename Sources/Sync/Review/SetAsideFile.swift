internal import CaseFormat
internal import CaseModel
package import Diagnostics
package import GitStore
internal import Register

/// A file that came with a commit and cannot stand in a register as it is.
package struct SetAsideFile: Sendable {
  /// The path, for people.
  package let path: String
  /// What is wrong with it, where.
  package let problem: Diagnostic
  /// The commit that brought it.
  package let commit: ObjectID
  /// Who made that commit.
  package let author: String
  /// What stands at its path now.
  package let outcome: Outcome

  /// What became of the path.
  package enum Outcome: Sendable {
    /// Nothing: no earlier version can be read, or the name is not one of a register.
    case removed
    /// What was recorded before, with every step that can be read.
    case restored
  }

  /// The first digits of the commit's name, as git shows them.
  private var shortCommit: String { String(commit.hex.prefix(10)) }

  /// The finding for whoever made the commit, before anything is sent.
  var beforeSending: Diagnostic {
    var finding = problem
    finding.message += "; it came with the commit \(shortCommit) by \(author) and was not sent"
    finding.hint =
      (adoptable.map { "record the edit with `daftar adopt \($0)`; or " } ?? "")
      + "run `daftar sync --set-aside`: \(fate), and all else is sent"
    return finding
  }

  /// The finding for whoever takes the commit in; nothing stops for it.
  package var afterTakingIn: Diagnostic {
    var finding = problem
    finding.severity = .warning
    finding.message += "; it was brought by \(author) with the commit \(shortCommit) and set aside"
    finding.hint = "\(fate); " + recovery
    return finding
  }

  private var fate: String {
    switch outcome {
    case .removed: "the file is taken out"
    case .restored: "what was recorded before stands again"
    }
  }

  private var recovery: String {
    switch problem.rule {
    case "sync.deleted", "sync.steps":
      "ask \(author) what was meant: cases end with `daftar close`, and a step is taken back with "
        + "`daftar undo`"
    case "name.refused", "file.kind", "file.litter", "adopt.fixed", "team.nobody",
      "publish.changed":
      "ask \(author) how it came there"
    case "file.twice": "what steps it alone held are in that one now"
    default:
      "a manager sees it with `git show \(shortCommit) -- '\(path)'` and records with the commands "
        + "what it should say"
    }
  }

  /// The case whose edit may be recorded as a step; nil for everything else.
  private var adoptable: String? {
    problem.rule == "file.edited" ? CasePath.id(of: path)?.description : nil
  }
}
