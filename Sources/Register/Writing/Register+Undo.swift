internal import CaseVault
internal import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore
internal import Text

extension Register {
  /// Takes back all that the member's last command recorded in a case and nobody else has seen yet.
  ///
  /// Recorded as retractions in one commit; nothing is deleted. A registration stays, because its id
  /// may stand on paper already: what was done with it is taken back and the case ends as invalid.
  /// Returns what was recorded and the events that were taken back, in their order.
  package func undo(
    _ id: CaseID, as member: Team.Member
  ) throws -> (recorded: Recorded, takenBack: [Event]) {
    let opened = try opened(id, in: try head())
    let retracted = opened.history.retracted
    let target = opened.history.events.last { event in
      if case .retract = event.action { return false }
      return !retracted.contains(event.id)
    }
    guard let target else { throw CaseFault.noCase }
    if try isShared(opened.commonStep(of: target.id), of: id) {
      throw Refusal(
        .undoShared, "the last step was sent to the others already",
        hint: "correct it with a new step, which everybody will see")
    }
    let recorded = try events(recordedWith: target, of: opened)
    guard !recorded.contains(where: Self.takesBack) else {
      throw Refusal(
        .undoRetract, "the last step is an undo, and an undo cannot be undone",
        hint: opened.folded.state == .closed
          ? "the case ended with it; if it is one after all: `daftar reopen CASE --reason …`"
          : "do again what was taken back")
    }
    let command = recorded.filter { event in
      if case .retract = event.action { return false }
      return !retracted.contains(event.id)
    }
    guard command.allSatisfy({ $0.by == member.id }) else {
      throw Refusal(
        .undoOwn, "the last event was recorded by \(target.by), not by \(member.id)",
        hint: "only its author can undo it; ask \(target.by), or correct it with a new step")
    }
    let steps = taking(back: command)
    try requireOnePerson(for: steps, in: opened.folded)
    return (try record(in: id, as: member) { _ in steps }, command)
  }

  /// Throws when taking a registration back would set a late complaint aside: two people do that.
  private func requireOnePerson(for steps: [Step], in theCase: Case) throws {
    let rule = SecondPerson(configuration)
    guard steps.contains(where: { rule.effect(of: $0.action, on: theCase, today: today) != nil })
    else { return }
    throw Refusal(
      .undoSecondPerson,
      "the complaint was not closed within \(ComplaintRule.days) days, so two people have to say "
        + "that it is none",
      hint: "propose it: `daftar close CASE --outcome invalid --reason …`; then a manager or focal "
        + "point who does not work on the case confirms it with `daftar approve CASE`")
  }

  /// Why a case ends whose registration was taken back.
  private static let reason = "Taken back by whoever registered it, before it was sent."

  /// Whether an event is part of an undo.
  private static func takesBack(_ event: Event) -> Bool {
    switch event.action {
    case .retract: true
    case .close(.invalid, _): event.text == reason
    default: false
    }
  }

  /// The steps that take events back, the last one first: none may be followed by another.
  private func taking(back events: [Event]) -> [Step] {
    var steps: [Step] = []
    var isNew = false
    for event in events.reversed() {
      if case .register = event.action {
        isNew = true
      } else {
        steps.append(Step(.retract(event.id)))
      }
    }
    guard isNew else { return steps }
    return steps + [Step(.close(outcome: .invalid, of: nil), text: Self.reason)]
  }

  /// The events of the command that recorded one of them, in their order.
  private func events(recordedWith target: Event, of opened: OpenedCase) throws -> [Event] {
    let step = opened.commonStep(of: target.id)
    let message = try repository.history(
      from: try head(), limit: .max, touching: opened.document.path
    )
    .first { CommitMessage.events(in: $0.message).contains(step) }?.message
    let steps = message.map(CommitMessage.events) ?? [step]
    return opened.history.events.filter { steps.contains(opened.commonStep(of: $0.id)) }
  }

  /// Whether an event has left this computer.
  private func isShared(_ event: EventID, of id: CaseID) throws -> Bool {
    for remote in try repository.remoteNames() {
      let branch = try repository.branchReferenceName
      guard let tip = try repository.tip(of: "refs/remotes/\(remote)/\(branch)"),
        let path = try path(of: id, in: tip), let bytes = try repository.blob(at: path, in: tip)
      else { continue }
      if String(decoding: bytes, as: UTF8.self).contains("{\"id\":\"\(event)\"") { return true }
    }
    return false
  }
}
