/// Which corrections would make a figure look better, so that two people have to make them.
///
/// One person could otherwise take overdue complaints out of the figures about complaints, by another
/// name or as duplicates, or give them a longer time. The rule is the writer's: what is in a history
/// already folds as ever.
package struct SecondPerson {
  private let configuration: Configuration

  /// Takes kinds and limits of a register.
  package init(_ configuration: Configuration) { self.configuration = configuration }

  /// What a correction would do that needs a second person; nil for one that needs none.
  package func effect(of amendment: Amendment, on theCase: Case, today: CalendarDate) -> String? {
    switch CaseField(amendment.field) {
    case .category: effect(ofCategory: amendment.value, on: theCase)
    case .received:
      CalendarDate(amendment.value).flatMap { effect(ofReceipt: $0, on: theCase, today: today) }
    case .due: effect(ofDeadline: CalendarDate(amendment.value), on: theCase)
    default: nil
    }
  }

  /// A later day gives more time; an earlier one takes a case that is late out of the six months sooner.
  private func effect(
    ofReceipt new: CalendarDate, on theCase: Case, today: CalendarDate
  ) -> String? {
    guard new <= theCase.received else {
      return "moves the day of receipt from \(theCase.received) to \(new), and with it the deadline"
    }
    var moved = theCase
    moved.received = new
    let wasInTime = theCase.closed(asOf: today).map { $0 - theCase.received <= ComplaintRule.days }
    guard new < theCase.received, wasInTime != true, !theCase.sensitivity.isSensitive,
      configuration.codebook.complaintRule.isLate(moved, asOf: today)
    else { return nil }
    return "moves a complaint that was not closed within \(ComplaintRule.days) days from "
      + "\(theCase.received) to \(new), out of the months that figures look at"
  }

  private func effect(ofCategory new: String, on theCase: Case) -> String? {
    let codebook = configuration.codebook
    let isComplaint = codebook.category(theCase.category)?.isComplaint == true
    if isComplaint, codebook.category(new)?.isComplaint != true {
      return "takes the case out of the complaints"
    }
    guard let old = configuration.targets.limits(of: theCase.category)?.close else { return nil }
    guard let limit = configuration.targets.limits(of: new)?.close else {
      return "takes the deadline away"
    }
    return limit > old ? "lengthens the limit from \(old) to \(limit) days" : nil
  }

  private func effect(ofDeadline new: CalendarDate?, on theCase: Case) -> String? {
    guard let old = theCase.due else { return nil }
    guard let new else { return "takes the deadline away" }
    return new > old ? "moves the deadline from \(old) to \(new)" : nil
  }

  /// What a step would do that needs a second person: set aside a complaint that is late already.
  ///
  /// Nil for one that needs none.
  package func effect(of action: Action, on theCase: Case, today: CalendarDate) -> String? {
    let kinds = configuration.codebook.complaintRule
    guard let amendment = Amendment(settingAside: action, in: theCase),
      !theCase.sensitivity.isSensitive, kinds.isLate(theCase, asOf: today)
    else { return nil }
    let isConfirmed =
      theCase.isSetAsideByTwo
      && theCase.duplicateOf.map { amendment.value.hasSuffix($0.description) } == true
    return isConfirmed
      ? nil
      : "takes a complaint out of the figures that was not closed within \(ComplaintRule.days) days"
  }

  /// Whether somebody may take a step that another one proposed.
  package func mayConfirm(_ action: Action, by member: Team.Member, in theCase: Case) -> Bool {
    let said = Amendment(settingAside: action, in: theCase)?.settingAside
    return said != nil
      && theCase.proposals.contains {
        $0.amendment.settingAside == said && member.mayJudge($0, in: theCase)
      }
  }

  /// Whether somebody may make a correction that another one proposed.
  package func mayConfirm(_ amendment: Amendment, by member: Team.Member, in theCase: Case) -> Bool
  {
    theCase.proposals.contains { proposal in
      proposal.amendment.field == amendment.field && proposal.amendment.value == amendment.value
        && member.mayJudge(proposal, in: theCase)
    }
  }
}
