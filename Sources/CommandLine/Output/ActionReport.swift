internal import CaseModel
internal import Diagnostics
internal import GitStore
internal import Register
internal import Views
internal import Terminal

/// The report in one line of what was recorded and how the case stands now.
enum ActionReport {
  static func print(_ recorded: Recorded, in register: Register) throws {
    note(recorded)
    warn(recorded, in: register)
    let theCase = recorded.after
    var parts = [ending(of: recorded) ?? words(for: theCase)]
    if theCase.state == .waiting, let until = theCase.waitingUntil {
      parts.append("until \(until)")
    }
    if theCase.state == .held, let until = theCase.heldUntil { parts.append("until \(until)") }
    if theCase.isOpen, let due = theCase.due {
      let days = due - register.today
      let ahead = days == 1 ? "tomorrow" : "in \(days) days"
      parts.append(
        days < 0 ? "was due \(due)" : days == 0 ? "due today" : "due \(due), \(ahead)")
    }
    if theCase.isOpen, theCase.due == nil,
      let limits = register.configuration.targets.limits(of: theCase.category)
    {
      parts.append(NoDeadline.words(for: theCase, limits))
    }
    for event in recorded.events {
      if case .promise(.made) = event.action { parts.append("promise \(event.id)") }
    }
    if !theCase.proposals.isEmpty {
      parts.append("proposed: " + theCase.proposals.map(\.words).joined(separator: ", "))
    }
    try Output.line("\(theCase.id) " + parts.joined(separator: " · "))
    guard recorded.events.contains(where: { $0.action.isProposal }) else { return }
    Output.note(
      "nothing is changed yet: a manager or focal point who neither proposed it nor works on the case "
        + "confirms it with `daftar approve \(theCase.id)`, or sends it back with --reject")
  }

  /// Notes that it was recorded, for the case that nothing can be printed.
  static func note(_ recorded: Recorded) {
    let id = recorded.after.id
    Output.isDone(
      "recorded as \(id)", hint: "do not run the command again; see `daftar show \(id)`")
  }

  /// Says on standard error what the author should know.
  static func warn(_ recorded: Recorded, in register: Register) {
    if register.filesAreLate {
      // A damaged index is told by itself, with its remedy.
      Output.note(
        register.repository.hasDamagedIndex
          ? "saved; the files in the folder follow when git's index is whole again"
          : "saved; the files in the folder follow later (is the disk full, is git busy?)")
    }
    for warning in recorded.warnings {
      Output.diagnostic(Diagnostic(.warning, rule: "recorded", message: warning))
    }
  }

  /// What a second person did, which the state of the case does not tell; nil for other steps.
  private static func ending(of recorded: Recorded) -> String? {
    let theCase = recorded.after
    for event in recorded.events {
      switch event.action {
      case .approve(accept: true):
        return "approved by \(event.by): \(theCase.outcome?.rawValue ?? "")"
      case .approve(accept: false): return "sent back by \(event.by), " + words(for: theCase)
      case .propose(.rejected): return "proposal sent back by \(event.by), " + words(for: theCase)
      default: continue
      }
    }
    return nil
  }

  private static func words(for theCase: Case) -> String {
    switch theCase.state {
    case .assigned:
      if let assignee = theCase.assignee { return "assigned to \(assignee)" }
      return "assigned to the unit \(theCase.unit ?? "")"
    case .inProgress: return "in progress" + (theCase.assignee.map { " with \($0)" } ?? "")
    case .waiting: return "waiting for \(theCase.waitingFor?.rawValue ?? "")"
    case .decided: return "decided: \(theCase.outcome?.rawValue ?? "")"
    case .informed:
      return theCase.waived.map { "informing waived: \($0.rawValue)" } ?? "complainant informed"
    case .closed: return "closed: \(theCase.outcome?.rawValue ?? "")"
    case .objected: return "objection under review"
    case .held: return "on hold"
    case .registered: return "registered"
    }
  }
}

extension Action {
  fileprivate var isProposal: Bool { if case .propose(.made) = self { true } else { false } }
}
