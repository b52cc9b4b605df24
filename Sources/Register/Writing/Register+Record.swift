package import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore

extension Register {
  /// Records steps in one case as one commit; nothing is recorded when a rule refuses one of them.
  ///
  /// `plan` sees the case as it stands and says what to do; it is asked again when somebody else
  /// was faster. Throws `Refusal`, `Diagnostic` or `GitError`.
  package func record(
    in id: CaseID, as member: Team.Member, _ plan: (Case) throws -> [Step]
  ) throws -> Recorded {
    var result: Recorded?
    _ = try commit(as: member, at: clock.now) { head in
      let document = try document(id, in: head)
      if let difference = document.differences.first { throw difference }
      let steps = try plan(document.folded)
      guard !steps.isEmpty else { return nil }
      let (history, events) = try extend(document.history, by: steps, as: member, in: head)
      let changed = try CaseDocument(path: document.path, history: history, zone: zone)
      result = Recorded(
        events: events, before: document.folded, after: changed.folded,
        warnings: warnings(for: member, document.folded, events))
      return Change(
        files: [.init(path: document.path, content: try content(of: changed))],
        message: CommitMessage.steps(events, of: id))
    }
    guard let result else {
      throw Refusal("nothing", "nothing to do", hint: "see `daftar show \(id)`")
    }
    return result
  }

  /// Appends steps to a history, each under all guards.
  func extend(
    _ history: History, by steps: [Step], as member: Team.Member, in head: ObjectID
  ) throws -> (History, [Event]) {
    let rules = rules(in: head)
    var history = history
    var events: [Event] = []
    for step in steps {
      guard let file = Case.folding(history, in: zone) else { throw CaseFault.noCase }
      try rules.check(step, by: member, in: file)
      let on = step.on.flatMap { $0 == today ? nil : $0 }
      guard
        let event = Event.sealed(
          number: history.nextNumber, previous: history.heads, at: clock.now, by: member.id,
          action: step.action, on: on, text: step.text)
      else { throw CaseFault.noCase }
      _ = try Replay(history, appending: event, in: zone)
      history = try History(history.events + [event])
      events.append(event)
    }
    return (history, events)
  }

  /// The bytes of a case file; refuses the step that would make it larger than a reader accepts.
  func content(of document: CaseDocument) throws -> [UInt8] {
    let bytes = document.bytes(zone: zone)
    guard bytes.count <= CaseFileLayout.maximumSize else {
      throw Refusal(
        "file.size", "the case file would grow over 1 MiB",
        hint: "shorten the text; long documents belong outside the register")
    }
    // Nothing is recorded that could not be read again: every reader is tried before the commit.
    let again = try CaseDocument(reading: bytes, path: document.path, zone: zone)
    if let difference = again.differences.first { throw difference }
    return bytes
  }

  func rules(in head: ObjectID) -> StepRules {
    StepRules(configuration: configuration, today: today) { [self] id in
      try summary(of: id, in: head)
    }
  }

  /// What is allowed but unusual: somebody acts on another's case.
  private func warnings(
    for member: Team.Member, _ file: Case, _ events: [Event]
  ) -> [String] {
    let isHandling = events.contains { event in
      switch event.action {
      case .start, .wait, .resume, .decide, .close, .inform: true
      default: false
      }
    }
    guard isHandling, let assignee = file.assignee, assignee != member.id,
      !member.roles.contains("manager"),
      configuration.team.member(assignee)?.deputies.contains(member.id) != true
    else { return [] }
    return ["\(member.id) acts on a case that is assigned to \(assignee)"]
  }
}

/// A state of affairs that cannot come from honest use of the program.
enum CaseFault: Error {
  case noCase
}
