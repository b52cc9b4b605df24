internal import CaseFormat
internal import CaseModel
internal import CaseVault

/// A case that an import brought in: as the imports alone tell it, and as it stands.
struct ListedCase {
  let opened: OpenedCase
  /// The case as it stands, with what people did since.
  var now: Case { opened.folded }
  /// The case as its rows told it.
  let listed: Case
  /// What imports recorded, in order.
  let imported: [Event]
  /// What people recorded and did not take back, in order.
  let own: [Event]

  /// Nil for a case that no import began.
  init?(_ opened: OpenedCase, zone: TimeZoneRules) {
    self.opened = opened
    let retracted = opened.history.retracted
    imported = opened.history.events.filter(\.isImported)
    own = opened.history.events.filter { !$0.isImported && !retracted.contains($0.id) }
    guard let listed = Self.folded(imported, zone) else { return nil }
    self.listed = listed
  }

  /// The case that a row would become, as the import would leave it.
  static func folded(_ new: ImportedCase, at moment: Timestamp, zone: TimeZoneRules) -> Case? {
    let opening = Step(.register(new.registration), on: new.registration.received)
    let events = ([opening] + new.steps).enumerated().compactMap { index, step in
      Event.recorded(
        number: index + 1, previous: [], at: moment, by: "", action: step.action, on: step.on,
        isImported: true, isDayUnknown: step.isDayUnknown)
    }
    return folded(events, zone)
  }

  /// Folds events as if nothing had happened between them.
  private static func folded(_ events: [Event], _ zone: TimeZoneRules) -> Case? {
    var previous: [EventID] = []
    let chain = events.enumerated().map { index, event in
      var event = event
      event.number = index + 1
      event.previous = previous
      previous = [event.id]
      return event
    }
    return (try? History(chain)).flatMap { Case.folding($0, in: zone) }
  }

  /// What somebody recorded last that says where the case stands; nil while only imports said it.
  var lastMove: Event? {
    let move = own.last(where: \.action.movesCase)
    guard move == nil, now.state != listed.state else { return move }
    return own.last
  }

  /// What somebody recorded last about a field.
  func lastWord(on field: String) -> Event? {
    own.last { event in
      switch event.action {
      case .amend(let amendment): amendment.field == field
      case .assign: field == CaseField.unit.name || field == CaseField.assignee.name
      case .raise: field == CaseField.priority.name || field == CaseField.sensitivity.name
      case .acknowledge: field == CaseField.acknowledged.name
      default: false
      }
    }
  }

  /// Whether words of the case are sealed for others: they cannot be compared.
  var isShut: Bool { opened.history.events.contains { $0.seal != nil && $0.action != .contact } }
}

extension Action {
  /// Whether the step says where the case stands, so that no list says it otherwise afterwards.
  fileprivate var movesCase: Bool {
    switch self {
    case .assign, .start, .wait, .resume, .decide, .approve, .inform, .close, .object, .review,
      .reopen, .hold, .release:
      true
    default: false
    }
  }
}
