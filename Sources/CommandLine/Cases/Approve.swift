internal import ArgumentParser
internal import CaseModel
internal import Register
internal import Text

/// `daftar approve`: confirm somebody else's decision, or send it back.
struct Approve: CaseAction {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Confirm somebody else's decision or proposed correction, or send it back.",
    discussion: """
      By a second person: neither the one who handles the case nor the one who decided it. Sent \
      back, it is in progress again.

      A correction that `daftar amend` only proposed, or that a late complaint is a duplicate or \
      invalid, is confirmed the same way, by a manager or focal point who neither proposed it nor \
      works on the case; --proposal where a decision waits too.

      Examples:
        daftar approve BJV9
        daftar approve M8XR --reject --reason "The contractor was not heard."
      """)

  @OptionGroup var acting: ActingOptions

  @Argument(
    help: ArgumentHelp("A case: id, its beginning, or row of the last list.", valueName: "case"),
    completion: Completions.cases
  )
  var caseArgument: String

  @Flag(help: "Send it back; needs a reason.")
  var reject = false

  @Flag(help: "The proposed correction, not the decision.")
  var proposal = false

  @Option(
    name: .customLong("reason"), parsing: .unconditional,
    help: ArgumentHelp("Why it is sent back.", valueName: "text"))
  var why: String?

  func steps(for theCase: Case, in context: ActionContext) throws -> [Step] {
    let text = try why.map { try context.reason($0) }
    guard proposal || (!theCase.proposals.isEmpty && !theCase.awaitsApproval) else {
      return [context.step(.approve(accept: !reject), text: text)]
    }
    guard !theCase.proposals.isEmpty else {
      throw Refusal(
        .proposeNone, "no correction is proposed in this case", hint: "see `daftar show CASE`")
    }
    guard !reject || text != nil else {
      throw Refusal(
        .proposeReasons, "sending a proposal back needs reasons", hint: "give them with --reason")
    }
    return theCase.proposals.compactMap { proposal in
      if reject { return context.step(.propose(.rejected(proposal.event)), text: text) }
      // The reasons stand with the proposal.
      let reason = text ?? "As proposed by \(proposal.by) (\(proposal.event))."
      switch proposal.amendment.settingAside {
      case .link(let relation, let other): return context.step(.link(relation, other))
      case let step?: return context.step(step, text: reason)
      case nil: break
      }
      let (field, value) = (proposal.amendment.field, proposal.amendment.value)
      guard let was = CaseColumn(field).map(theCase.text), was != value else { return nil }
      return context.step(.amend(Amendment(field: field, value: value, was: was)), text: reason)
    }
  }
}

extension Case {
  /// Whether there is a decision that a second person may still approve.
  fileprivate var awaitsApproval: Bool {
    approvedBy == nil
      && (state == .decided || (state == .informed && sensitivity.isSensitive && decidedBy != nil))
  }
}
