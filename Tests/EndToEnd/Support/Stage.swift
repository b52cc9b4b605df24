import Testing

/// How far a case has come when a test begins, told by who runs which command.
enum Stage: CaseIterable {
  case registered, assigned, inProgress, decided, informed, closed, objected

  /// The commands from registration to this stage.
  var commands: [(member: String, line: String)] {
    switch self {
    case .registered: []
    case .assigned: [("omar", "assign CASE rana")]
    case .inProgress: Stage.assigned.commands + [("rana", "start CASE")]
    case .decided:
      Stage.inProgress.commands
        + [("rana", "decide CASE --outcome not-upheld --reason 'The list was right.'")]
    case .informed: Stage.decided.commands + [("rana", "inform CASE --via sms")]
    case .closed:
      // One command instead of three.
      Stage.inProgress.commands
        + [("rana", "resolve CASE --outcome not-upheld --reason 'The list was right.' --via sms")]
    case .objected: Stage.closed.commands + [("omar", "object CASE --reason 'Still no tent.'")]
    }
  }
}

extension Stage {
  /// The case at this stage in a register made with `TemporaryRegister(staged:)`.
  var id: String { get throws { try PreparedRegister.staged.get().ids[self] ?? "" } }
}
