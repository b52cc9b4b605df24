internal import CaseFormat
internal import CaseModel
internal import Text

/// An edit of a case's front matter by hand, as the steps that say the same.
struct HandEdit {
  let from: Case
  let to: Case
  let reason: String

  init(from: Case, to: Case, reason: String) {
    self.from = from
    self.to = to
    self.reason = reason
  }

  /// The steps in the order of the workflow; throws for an edit that no step can say.
  func steps() throws(Refusal) -> [Step] {
    try refuseDerivedFields()
    var steps: [Step] = []
    if let date = to.acknowledged, from.acknowledged == nil {
      steps.append(Step(.acknowledge(via: to.channel), on: date))
    }
    steps += amendments()
    if let extended = to.due, to.extended != nil, from.extended == nil {
      steps.append(Step(.extend(due: extended), text: reason))
    }
    steps += assignment()
    if let state = try stateStep() { steps.append(state) }
    return steps
  }

  /// The keys of the front matter that the edit changed.
  var editedKeys: [String] {
    let (old, new) = (Self.texts(from), Self.texts(to))
    return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
  }

  /// Refuses an edit of which the steps leave something out: nothing edited is dropped silently.
  func requireSaid(by result: Case) throws(Refusal) {
    let (said, wanted) = (Self.texts(result), Self.texts(to))
    guard let key = editedKeys.first(where: { said[$0] != wanted[$0] }) else { return }
    throw Refusal(
      .adoptField, "no step says that “\(key)” becomes “\(wanted[key] ?? "empty")”",
      hint: "undo the edit and use the command for this step; see `daftar help`")
  }

  private static func texts(_ theCase: Case) -> [String: String] {
    var texts = ["title": theCase.title]
    for (key, value) in FrontMatterWriter.pairs(theCase) { texts[key] = value.yaml }
    return texts
  }

  private func amendments() -> [Step] {
    CaseColumn.correctable.compactMap { column in
      let (old, new) = (from.text(of: column), to.text(of: column))
      guard old != new else { return nil }
      if column == .field(.unit), to.assignee == nil, to.state == .assigned { return nil }
      if column == .field(.due), to.extended != nil, from.extended == nil { return nil }
      if column == .field(.priority), to.priority > from.priority {
        return Step(.raise(priority: to.priority, sensitivity: nil), text: reason)
      }
      if column == .field(.sensitivity), to.sensitivity > from.sensitivity {
        return Step(.raise(priority: nil, sensitivity: to.sensitivity), text: reason)
      }
      return Step(.amend(Amendment(field: column.name, value: new, was: old)), text: reason)
    }
  }

  private func assignment() -> [Step] {
    if let assignee = to.assignee, assignee != from.assignee {
      return [Step(.assign(.member(assignee)), text: reason)]
    }
    if to.assignee == nil, let unit = to.unit, to.state == .assigned,
      from.assignee != nil || from.state == .registered
    {
      return [Step(.assign(.unit(unit)), text: reason)]
    }
    return []
  }

  /// The step that leads from one state to the other, when one field says enough for it.
  private func stateStep() throws(Refusal) -> Step? {
    let isAssignment = to.state == .assigned && to.assignee != from.assignee
    guard to.state != from.state, !isAssignment else { return nil }
    switch (from.state, to.state) {
    case (.registered, .assigned) where to.assignee == nil && to.unit != nil: return nil
    case (.assigned, .inProgress): return Step(.start)
    case (.waiting, .inProgress): return Step(.resume)
    case (.held, _) where to.state == from.heldFrom: return Step(.release)
    case (_, .waiting):
      guard let party = to.waitingFor, let until = to.waitingUntil else { break }
      return Step(.wait(party, until: until), text: reason)
    case (_, .held):
      guard let until = to.heldUntil else { break }
      return Step(.hold(until: until), text: reason)
    case (_, .decided):
      guard let outcome = to.outcome else { break }
      return Step(.decide(outcome, rootCause: to.rootCause), text: reason, on: to.decided)
    case (.decided, .informed):
      if let waiver = to.waived { return Step(.inform(.waived(waiver)), on: to.informed) }
      return Step(.inform(.told(via: to.channel, language: to.language)), on: to.informed)
    case (_, .closed):
      let ending = to.outcome.flatMap { $0 != from.outcome ? $0 : nil }
      return Step(.close(outcome: ending, of: to.duplicateOf), text: reason, on: to.closed)
    case (.closed, .inProgress):
      guard let due = to.due else { break }
      return Step(.reopen(due: due), text: reason)
    default: break
    }
    throw Refusal(
      .adoptState,
      "a case does not go from \(from.state.rawValue) to \(to.state.rawValue) by an edit",
      hint: "undo the edit and use the command for this step; see `daftar help`")
  }

  /// Refuses edits of what only follows from other steps.
  private func refuseDerivedFields() throws(Refusal) {
    let derived: [(String, Bool)] = [
      ("case", from.id != to.id), ("registered", from.registered != to.registered),
      ("objections", from.objections != to.objections), ("external", from.external != to.external),
      ("reopened", from.reopened != to.reopened), ("attention", from.attention != to.attention),
      ("promises", from.promises != to.promises), ("referrals", from.referrals != to.referrals),
      ("approved-by", from.approvedBy != to.approvedBy),
      ("satisfaction", from.satisfaction != to.satisfaction),
    ]
    guard let field = derived.first(where: \.1)?.0 else { return }
    throw Refusal(
      .adoptField, "“\(field)” follows from what was done and cannot be edited",
      hint: "undo the edit and use the command for this step; see `daftar help`")
  }
}
