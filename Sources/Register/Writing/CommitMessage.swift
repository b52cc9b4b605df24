package import CaseModel

/// The message of a commit: built from codes only, because a message is for ever.
package enum CommitMessage {
  /// The message of one command's events in one case.
  package static func steps(_ events: [Event], of id: CaseID) -> String {
    var text = "\(id): " + events.map { subject(of: $0.action) }.joined(separator: ", ") + "\n\n"
    text += "Case: \(id)\n"
    for event in events { text += "Event: \(event.id) \(event.action.name)\n" }
    return text
  }

  /// The events that a commit says it recorded.
  static func events(in message: String) -> Set<EventID> {
    Set(
      message.split(separator: "\n").compactMap { line in
        guard line.hasPrefix("Event: ") else { return nil }
        return EventID(String(line.dropFirst(7).prefix { $0 != " " }))
      })
  }

  /// Whether a message is one that this program writes, by the trailer below its subject.
  static func isOwn(_ message: String) -> Bool {
    let lines = message.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false)
    guard lines.count > 2, lines[1].isEmpty else { return false }
    return ownTrailers.contains { lines[2].hasPrefix($0 + ": ") }
  }

  private static let ownTrailers = [
    "Case", "Import", "Register", "Configuration", "Site", "Block", "Merged", "Set-Aside",
    "Restored",
  ]

  /// The message of the closing of a block.
  package static func closing(_ period: String) -> String {
    "publish: close \(period)\n\nBlock: \(period)\n"
  }

  /// The block that a commit closed, as its message says; nil for every other commit.
  package static func closedBlock(in message: String) -> String? {
    let period = message.prefix { $0 != "\n" }.dropFirst("publish: close ".count)
    return period.allSatisfy { $0 != "/" } && message == closing(String(period))
      ? String(period) : nil
  }

  /// The message of one command in a sensitive case: that there was a step, and no more.
  package static func sealedStep(_ event: Event, of id: CaseID) -> String {
    "\(id): step\n\nCase: \(id)\nEvent: \(event.id) \(event.action.name)\n"
  }

  /// What an action is called in a subject, with the code that matters.
  private static func subject(of action: Action) -> String {
    switch action {
    case .assign(.member(let member)): "assign to \(member)"
    case .assign(.unit(let unit)): "assign to unit \(unit)"
    case .decide(let outcome, _): "decide \(outcome.rawValue)"
    case .approve(accept: false): "reject decision"
    case .inform(.tried): "tried to inform"
    case .inform(.waived(let waiver)): "inform waived \(waiver.rawValue)"
    case .close(let outcome?, _): "close \(outcome.rawValue)"
    case .review(let accept, _): accept ? "accept objection" : "reject objection"
    case .amend(let amendment): "amend \(amendment.field)"
    case .propose(.made(let amendment)): "propose \(amendment.field)"
    case .propose(.rejected(let proposal)): "propose rejected \(proposal)"
    case .link(let relation, let other): "link \(relation.rawValue) \(other)"
    case .retract(let event): "undo \(event)"
    default: action.name
    }
  }
}
