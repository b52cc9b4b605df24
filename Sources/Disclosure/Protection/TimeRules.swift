internal import CaseModel

/// The rules of the proof that concern time and plan: closed blocks, levels, limits, membership.
struct TimeRules {
  let draft: ProtectedDraft
  let records: [Record]
  let plan: PublicationPlan
  let rules: RulesVersion
  let ledger: PublicationLedger
  let today: CalendarDate

  var findings: [ProofFinding] { closing + limits + levels + membership }

  private var closing: [ProofFinding] {
    var findings: [ProofFinding] = []
    let block = draft.block
    // The closing day is computed here and not believed: grace is what makes the numbers final.
    let closesOn = max(block.closesOn, block.end.adding(days: plan.graceDays))
    if today < closesOn { findings.append(.notClosedYet(block.period, closesOn: closesOn)) }
    if let finding = ledger.restatement(of: block) { findings.append(finding) }
    return findings
  }

  private var limits: [ProofFinding] {
    var findings = ledger.weakened(by: plan)
    if let before = ledger.entries.map(\.rules).max(), rules < before {
      findings.append(.olderRules(now: rules, before: before))
    }
    return findings
  }

  private var levels: [ProofFinding] {
    draft.choices.flatMap { choice -> [ProofFinding] in
      let name = CellKey.tableName(choice.planned)
      guard plan.tables.contains(choice.planned), choice.isWithinPlan else {
        return [.notPlanned(name)]
      }
      guard let recorded = ledger.level(of: choice.planned, in: draft.block.year),
        !TableChoice.isSameOrCoarser(choice.level, than: recorded)
      else { return [] }
      return [.finerThanRecorded(name)]
    }
  }

  private var membership: [ProofFinding] {
    var seen: Set<String> = []
    let days = BlockDays(draft.block, grace: plan.graceDays, rules: rules)
    return records.flatMap { record -> [ProofFinding] in
      var findings: [ProofFinding] = []
      if !seen.insert(record.id).inserted { findings.append(.repeatedRecord(record.id)) }
      if record.registered > draft.block.end { findings.append(.outsideBlock(record.id)) }
      if ledger.countedRecords.contains(record.id) { findings.append(.countedBefore(record.id)) }
      if !record.isPossible(on: days) { findings.append(.impossibleRecord(record.id)) }
      return findings
    }
  }
}
