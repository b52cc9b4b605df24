package import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore

extension Register {
  /// Takes back the member's own last event of a case that nobody else has seen yet.
  ///
  /// Recorded as a retraction; nothing is deleted. Returns what was recorded and the event that was
  /// taken back.
  package func undo(
    _ id: CaseID, as member: Team.Member
  ) throws -> (recorded: Recorded, takenBack: Event) {
    let opened = try opened(id, in: try head())
    let retracted = opened.history.retracted
    let target = opened.history.events.last { event in
      if case .retract = event.action { return false }
      return !retracted.contains(event.id)
    }
    guard let target else { throw CaseFault.noCase }
    if try isShared(opened.commonStep(of: target.id), of: id) {
      throw Refusal(
        "undo.shared", "the last step was sent to the others already",
        hint: "correct it with a new step, which everybody will see")
    }
    return (try record(in: id, as: member) { _ in [Step(.retract(target.id))] }, target)
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
