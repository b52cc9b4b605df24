internal import CaseFormat
internal import CaseModel
internal import CaseVault

/// Dates that a later export fills in become later steps.
extension CaseComparison {
  mutating func compareSteps() {
    for step in row.new.steps {
      switch step.action {
      case .acknowledge: compareAcknowledgement(step)
      case .assign(let assignee): compareAssignment(step, assignee)
      case .decide, .inform, .close: compareEnding(step)
      default: continue
      }
    }
    for field in [CaseField.acknowledged, .decided, .informed, .closed] {
      let (was, new) = (known.listed.text(of: .field(field)), next.text(of: .field(field)))
      guard !was.isEmpty, new.isEmpty else { continue }
      leave(field, was, new, "a step that is recorded stays as it is")
    }
  }

  private mutating func compareAcknowledgement(_ step: Step) {
    let (was, new) = (known.listed.acknowledged, next.acknowledged)
    guard new != was, new != known.now.acknowledged else { return }
    let (old, text) = (was?.description ?? "", new?.description ?? "")
    if let now = known.now.acknowledged, let other = known.lastWord(on: "acknowledged") {
      leave(.acknowledged, old, text, standing(now.description, other))
    } else if was != nil {
      leave(.acknowledged, old, text, "a step that is recorded stays as it is")
    } else {
      take(.acknowledged, old, text, step)
    }
  }

  private mutating func compareAssignment(_ step: Step, _ assignee: Assignee) {
    let field: CaseField = if case .member = assignee { .assignee } else { .unit }
    let column = CaseColumn.field(field)
    let (was, new) = (known.listed.text(of: column), next.text(of: column))
    guard known.imported.last(where: \.action.isAssignment)?.action != step.action else { return }
    if let move = known.lastMove {
      guard known.now.text(of: column) != new else { return }
      leave(field, was, new, standing(known.now.text(of: column), move))
    } else if known.now.state == .closed {
      leave(field, was, new, "the case is closed")
    } else {
      take(field, was, new, step)
    }
  }

  private mutating func compareEnding(_ step: Step) {
    guard let field = step.action.dateField else { return }
    let column = CaseColumn.field(field)
    let (was, new) = (known.listed.text(of: column), next.text(of: column))
    let outcome = CaseColumn.field(.outcome)
    let (oldOutcome, newOutcome) = (known.listed.text(of: outcome), next.text(of: outcome))
    guard new != was || (step.action.hasOutcome && newOutcome != oldOutcome) else { return }
    let isOnlyOutcome = new == was
    let (told, old, value) =
      isOnlyOutcome ? (CaseField.outcome, oldOutcome, newOutcome) : (field, was, new)
    guard value != known.now.text(of: .field(told)) else { return }
    if step.isDayUnknown, known.now.state == .closed { return }
    if let move = known.lastMove {
      leave(
        told, old, value,
        "the case is \(known.now.state.rawValue) since \(move.date(in: zone)) by \(move.by)")
    } else if let reason = reasonToLeave(step, was: was) {
      leave(told, old, value, reason)
    } else {
      take(told, old, value, step)
    }
  }

  /// Why a step that no person contradicts is not recorded all the same.
  private func reasonToLeave(_ step: Step, was: String) -> String? {
    let furthest = known.imported.map { $0.action.rank }.max() ?? 0
    if case .close = step.action, was == Case.unknownDay, !step.isDayUnknown { return nil }
    if furthest > step.action.rank {
      return "the case was \(known.now.state.rawValue) before: no step is put in between"
    }
    // A new decision may follow another one; what was told or closed stays as it is.
    if !was.isEmpty, step.action.rank > 1 { return "a step that is recorded stays as it is" }
    return nil
  }

  private mutating func take(_ field: CaseField, _ was: String, _ new: String, _ step: Step) {
    var change = change(of: .field(field), was, new)
    change.column = dateName(field)
    if let barred { change.fate = .left(barred) } else { steps.append(step) }
    changes.append(change)
  }

  private mutating func leave(_ field: CaseField, _ was: String, _ new: String, _ reason: String) {
    var change = change(of: .field(field), was, new)
    change.column = dateName(field)
    change.fate = .left(reason)
    changes.append(change)
  }

  /// The column that tells a step: where no date was given, the one that says that it was.
  private func dateName(_ field: CaseField) -> String {
    guard let column = ImportField(rawValue: field.name) else { return field.name }
    let isState = field == .closed && next.isClosedOnUnknownDay
    return name(isState ? .state : column)
  }
}

extension Action {
  /// The date that the step sets.
  fileprivate var dateField: CaseField? {
    switch self {
    case .decide: .decided
    case .inform: .informed
    case .close: .closed
    default: nil
    }
  }

  fileprivate var isAssignment: Bool { if case .assign = self { true } else { false } }

  fileprivate var hasOutcome: Bool {
    switch self {
    case .decide: true
    case .close(let outcome, _): outcome != nil
    default: false
    }
  }

  /// How far the step brings a case towards its end.
  fileprivate var rank: Int {
    switch self {
    case .decide: 1
    case .inform: 2
    case .close: 3
    default: 0
    }
  }
}
