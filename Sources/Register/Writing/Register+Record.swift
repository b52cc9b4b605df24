internal import CaseVault
internal import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore
internal import Text

extension Register {
  /// Records steps in one case as one commit; nothing is recorded when a rule refuses one of them.
  ///
  /// `plan` sees the case as this person may read it and says what to do; it is asked again when
  /// somebody else was faster. `permission` is the reason for which words that reach a person may
  /// stand in clear. Throws `Refusal`, `Diagnostic` or `GitError`.
  package func record(
    in id: CaseID, as member: Team.Member, allowing permission: String? = nil,
    _ plan: (Case) throws -> [Step]
  ) throws -> Recorded {
    var result: Recorded?
    _ = try commit(as: member, at: clock.now) { head in
      let document = try document(id, in: head)
      if let difference = document.differences.first { throw difference }
      let opened = try opened(document)
      if let problem = opened.state.damaged.values.first { throw problem }
      let steps = try plan(opened.folded)
      try requireReadable(opened, but: steps, by: member)
      guard !steps.isEmpty else { return nil }
      let draft = try drafting(in: head, as: member, allowing: permission).draft(opened, steps)
      result = Recorded(
        events: draft.events, before: opened.folded, after: draft.folded,
        warnings: warnings(for: member, opened.folded, draft.events) + draft.warnings)
      return try change(draft, path: document.path)
    }
    guard let result else {
      throw Refusal(.nothing, "nothing to do", hint: "see `daftar show \(id)`")
    }
    return result
  }

  /// Throws unless every step of a sensitive case can be read, or is set aside by these steps.
  ///
  /// Setting aside is for those who answer for the case (`settle.unreadable`).
  private func requireReadable(
    _ opened: OpenedCase, but steps: [Step], by member: Team.Member
  ) throws {
    let settled = steps.flatMap { step -> [EventID] in
      if case .settle(let ids) = step.action { ids } else { [] }
    }
    // Of several such steps each is set aside by itself.
    let onlySettles = !steps.isEmpty && steps.allSatisfy { $0.action.settles(opened.unreadable) }
    let remaining =
      onlySettles ? [:] : opened.state.unreadable.filter { !settled.contains($0.key) }
    if let problem = remaining.min(by: { $0.key < $1.key })?.value { throw problem }
    guard !opened.unreadable.isEmpty else { return }
    guard member.has(.setAsideUnreadable) else {
      throw Refusal(
        .settleUnreadable, "a step that cannot be read is set aside by a manager or focal point",
        hint: "ask one of those who read the case")
    }
  }

  /// The commit that records a draft.
  func change(_ draft: CaseDraft, path: String) throws -> Change {
    let document = try CaseDocument(path: path, history: try History(draft.common), zone: zone)
    let id = draft.folded.id
    let message =
      draft.step.map { CommitMessage.sealedStep($0, of: id) }
      ?? CommitMessage.steps(draft.events, of: id)
    return Change(
      files: [.init(path: path, content: try document.recordable(in: zone))], message: message,
      sealed: draft.sealed, tellsOnlyTheDay: draft.step != nil)
  }

  /// What steps of a member become, on a commit.
  func drafting(
    in head: ObjectID, as member: Team.Member, allowing permission: String? = nil
  ) -> Drafting {
    Drafting(
      rules(in: head), in: zone, at: clock.now, as: member, allowing: permission
    ) { [self] in
      CaseOpening(
        vault: try Vault.open(of: repository), identities: try keys.identities, reader: reader)
    }
  }

  func rules(in head: ObjectID) -> StepRules {
    StepRules(
      configuration: configuration, today: today, isFarDayMeant: isFarDayMeant
    ) { [self] id in
      try standing(of: id, in: head)
    }
  }

  /// What is allowed but unusual: somebody acts on another's case.
  private func warnings(
    for member: Team.Member, _ theCase: Case, _ events: [Event]
  ) -> [String] {
    let isHandling = events.contains { event in
      switch event.action {
      case .start, .wait, .resume, .decide, .close, .inform: true
      default: false
      }
    }
    guard isHandling, let assignee = theCase.assignee, assignee != member.id,
      !member.has(.actForOthers),
      configuration.team.member(assignee)?.deputies.contains(member.id) != true
    else { return [] }
    return ["\(member.id) acts on a case that is assigned to \(assignee)"]
  }
}

extension Action {
  /// Whether it sets aside some of these events, and no others.
  fileprivate func settles(_ events: Set<EventID>) -> Bool {
    if case .settle(let ids) = self { !ids.isEmpty && events.isSuperset(of: ids) } else { false }
  }
}
