internal import FileSystem

/// What a person began with git and left in the middle, because files were in conflict.
package enum UnfinishedOperation: String, Sendable, CaseIterable {
  case rebase
  case mail = "am"
  case merge
  case revert
  case cherryPick = "cherry-pick"

  /// The command that brings back what was before.
  package var undoing: String { "git \(rawValue) --abort" }

  /// The files by which git itself knows it; a rebase may hold the marks of the others.
  fileprivate var marks: [String] {
    switch self {
    case .rebase: ["rebase-merge", "rebase-apply/rebasing"]
    case .mail: ["rebase-apply/applying"]
    case .merge: ["MERGE_HEAD"]
    case .revert: ["REVERT_HEAD"]
    case .cherryPick: ["CHERRY_PICK_HEAD"]
    }
  }
}

extension Repository {
  /// What is unfinished here; nil when nothing is.
  package var unfinishedOperation: UnfinishedOperation? {
    UnfinishedOperation.allCases.first { operation in
      operation.marks.contains { FileStatus.exists(gitDirectory + "/" + $0) }
    }
  }
}
