internal import Text

/// Corrections that two people have to make.
extension StepRules {
  /// Throws when one person alone would make a figure look better.
  func requireSecondPerson(
    _ amendment: Amendment, by member: Team.Member, _ theCase: Case
  ) throws {
    let rule = SecondPerson(configuration)
    guard let effect = rule.effect(of: amendment, on: theCase, today: today),
      !rule.mayConfirm(amendment, by: member, in: theCase)
    else { return }
    let isProposed = theCase.proposals.contains {
      $0.amendment.field == amendment.field && $0.amendment.value == amendment.value
    }
    throw Refusal(
      .amendSecondPerson,
      "this correction \(effect), so two people have to make it",
      hint: isProposed
        ? Self.isProposedAlready
        : "propose it: `daftar amend CASE \(amendment.field) … --reason …`; then a manager or focal "
          + "point who does not work on the case confirms it with `daftar approve CASE`")
  }

  private static let isProposedAlready: Wording =
    "it is proposed already: a manager or focal point who neither proposed it nor works on the case "
    + "confirms it with `daftar approve CASE`"

  /// Throws when one person alone would set a late complaint aside.
  func requireSecondPerson(_ action: Action, by member: Team.Member, _ theCase: Case) throws {
    // Nobody could confirm it: a closed case does not end again.
    if case .close = action, theCase.state == .closed { return }
    let rule = SecondPerson(configuration)
    guard let effect = rule.effect(of: action, on: theCase, today: today),
      !rule.mayConfirm(action, by: member, in: theCase)
    else { return }
    let said = Amendment(settingAside: action, in: theCase)?.settingAside
    let isProposed = theCase.proposals.contains { $0.amendment.settingAside == said }
    throw Refusal(
      .closeSecondPerson, "this step \(effect), so two people have to take it",
      hint: isProposed ? Self.isProposedAlready : Self.proposing(action))
  }

  /// How a step that sets a case aside is proposed; only an edit of the file comes here without that.
  private static func proposing(_ action: Action) -> Wording {
    let confirming: Wording =
      "then a manager or focal point who does not work on the case confirms it with "
      + "`daftar approve CASE`"
    if case .link(_, let other) = action {
      return "propose it: `daftar link CASE --duplicate-of \(other)`; " + confirming
    }
    var ending = "…"
    if case .close(let outcome?, let other) = action {
      ending = outcome.rawValue + (other.map { " --of \($0)" } ?? "")
    }
    return "propose it: `daftar close CASE --outcome \(ending) --reason …`; " + confirming
  }

  /// A proposal must be one that can be confirmed.
  func checkProposal(_ amendment: Amendment, by member: Team.Member, _ theCase: Case) throws {
    switch amendment.settingAside {
    case .close(let outcome, let other):
      guard theCase.state != .closed else {
        throw Refusal(
          .closeOpen, "a case that is closed cannot be set aside by closing it",
          hint: outcome == .duplicate
            ? "link it instead: `daftar link CASE --duplicate-of \(other?.description ?? "…")`"
            : WayForward(from: theCase, on: today).reopening)
      }
      if let other { try checkOther(other, isDuplicate: true, of: theCase) }
      return
    case .link(_, let other): return try checkOther(other, isDuplicate: true, of: theCase)
    case .some: return
    case nil: break
    }
    let follows = theCase.proposals.contains { proposal in
      CaseField(proposal.amendment.field).map(Correction.fields.contains) ?? false
    }
    // The deadline that follows from a proposed kind is judged when that kind is in force.
    guard CaseField(amendment.field) != .due || !follows else { return }
    try check(amendment, by: member, theCase)
  }

  func checkRejection(of id: EventID, by member: Team.Member, _ theCase: Case) throws {
    guard let proposal = theCase.proposals.first(where: { $0.event == id }) else {
      throw Refusal(
        .proposeOpen, "there is no open proposal \(id)", hint: "see `daftar show CASE`")
    }
    guard member.mayJudge(proposal, in: theCase) else {
      throw Refusal(
        .proposeSecondPerson,
        "\(member.id) cannot judge a proposal of \(proposal.by) in this case",
        hint: "a manager or focal point does who neither made it nor works on the case")
    }
  }
}
