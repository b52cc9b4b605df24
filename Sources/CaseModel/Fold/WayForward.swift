package import Text

/// What leads on from where a case stands: the commands that a refusal names.
///
/// A command that is refused in the same state is never named.
package struct WayForward {
  /// Days after its closing in which a case can be reopened.
  package static let daysToReopen = 90
  /// Days after the answer in which everybody can record an objection.
  package static let daysToObject = 30
  /// How often somebody can object in one case.
  package static let objections = 2

  private let theCase: Case
  private let day: CalendarDate
  /// A promise whose day is past, so that the case cannot be closed.
  private let overdue: EventID?

  /// Looks on from a case as it stands on a day.
  package init(from theCase: Case, on day: CalendarDate, overdue: EventID? = nil) {
    self.theCase = theCase
    self.day = day
    self.overdue = overdue
  }

  private static let assigning: Wording = "assign it first: `daftar assign CASE MEMBER`"
  private static let resuming: Wording = "resume it first: `daftar resume CASE`"
  private static let releasing: Wording = "release it first: `daftar release CASE`"
  private static let starting: Wording = "start work on it first: `daftar start CASE`"
  private static let reviewing: Wording =
    "somebody who had no part in it reviews the objection first: `daftar review CASE --accept "
    + "--reason …`, or --reject with --remedy"

  /// The next step to the end of the case.
  var next: Wording {
    switch theCase.state {
    case .registered: Self.assigning
    // Whoever is not of the unit could not start what only a unit holds.
    case .assigned: theCase.assignee == nil ? Self.assigning : Self.starting
    case .waiting: Self.resuming
    case .objected: Self.reviewing
    case .decided where needsApproval:
      "a second person confirms the decision first: `daftar approve CASE`"
    case .decided: "tell the complainant first: `daftar inform CASE --via …`"
    case .informed: closing
    case .closed: "it is closed already"
    case .held: Self.releasing
    case .inProgress: "decide it first: `daftar decide CASE --outcome … --reason …`"
    }
  }

  /// What makes a decision possible that is not possible now.
  var beforeDeciding: Wording {
    switch theCase.state {
    case .closed: reopening
    case .informed where mayObject:
      "\(closing); what they say against it is an objection: `daftar object CASE --reason …`"
    default: next
    }
  }

  /// How a complaint that was to end without a decision gets to its decision and its answer.
  package var toResolving: Wording {
    switch theCase.state {
    case .assigned, .inProgress, .decided:
      needsApproval || theCase.sensitivity.isSensitive
        ? toApprovedDecision
        : "decide and inform first: `daftar resolve CASE --outcome … --reason … --via …`"
    default: beforeDeciding
    }
  }

  /// How a sensitive case gets to a decision that a second person approves.
  package var toApprovedDecision: Wording {
    if theCase.state == .decided { return next }
    guard [.assigned, .inProgress].contains(theCase.state) else { return beforeDeciding }
    return "decide it, `daftar decide CASE --outcome … --reason …`, then ask for "
      + "`daftar approve CASE`"
  }

  /// How an ending that needs approval is decided from here.
  func deciding(_ outcome: Outcome?) -> Wording {
    guard [.assigned, .inProgress, .decided, .informed].contains(theCase.state) else {
      return beforeDeciding
    }
    let ending = outcome?.rawValue ?? "…"
    return "decide the ending first: `daftar decide CASE --outcome \(ending) --reason …`; then ask "
      + "for its approval"
  }

  /// How the approval comes about that an ending needs.
  func approving(_ outcome: Outcome?) -> Wording {
    if theCase.state == .objected { return Self.reviewing }
    return theCase.decidedBy == nil ? deciding(outcome) : "ask for `daftar approve CASE`"
  }

  /// What leads to the work on the case.
  var toWork: Wording {
    switch theCase.state {
    case .registered, .assigned: next
    case .waiting: "it waits already; when there is an answer: `daftar resume CASE`"
    case .closed: reopening
    default: "see how far it has come: `daftar show CASE`"
    }
  }

  /// How a closed case is opened again.
  var reopening: Wording {
    guard let closed = theCase.closed, day - closed > Self.daysToReopen else {
      return "a closed case must be reopened first: `daftar reopen CASE --reason …`"
    }
    return
      "it was closed more than \(Self.daysToReopen) days ago: register a new case and link it: "
      + "`daftar link NEW --follows \(theCase.id)`"
  }

  /// What comes before a review.
  var beforeReviewing: Wording {
    guard [.informed, .closed].contains(theCase.state) else {
      return "nobody has objected; see how far it has come: `daftar show CASE`"
    }
    guard theCase.objections < Self.objections else {
      return "it has had its two objections: name the outside remedy to the complainant"
    }
    let isLate = (theCase.informed ?? theCase.closed).map { day - $0 > Self.daysToObject } ?? false
    return (isLate ? "a manager can record a late objection" : "record the objection first")
      + ": `daftar object CASE --reason …`"
  }

  /// How a case ends whose complainant was told.
  var closing: Wording {
    if needsApproval { return approving(theCase.outcome) }
    if let overdue { return Self.keeping(overdue) }
    guard theCase.outcome == nil else { return "the complainant was told: `daftar close CASE`" }
    return ShortPath.categories.contains(theCase.category)
      ? "the complainant was told: `daftar close CASE --outcome answered`"
      : "it was answered before it was a complaint: record what they object to, `daftar object "
        + "CASE --reason …`, and decide it after the review"
  }

  /// What is recorded of a promise whose day is past.
  static func keeping(_ promise: EventID) -> Wording {
    "record it: `daftar promise CASE --kept \(promise)`, or move it with --move"
  }

  private var needsApproval: Bool { theCase.sensitivity.isSensitive && theCase.approvedBy == nil }

  private var mayObject: Bool {
    theCase.objections < Self.objections
      && theCase.informed.map { day - $0 <= Self.daysToObject } ?? false
  }
}

extension Replay {
  /// What leads on from a case, for an event that it refuses.
  func wayForward(_ theCase: Case, _ event: Event) -> WayForward {
    WayForward(from: theCase, on: event.date(in: zone), overdue: overduePromise(of: theCase, event))
  }

  /// The first open promise whose day is past.
  func overduePromise(of theCase: Case, _ event: Event) -> EventID? {
    theCase.promises.first { promise in
      promisedUntil[promise].map { $0 < event.date(in: zone) } ?? false
    }
  }
}
