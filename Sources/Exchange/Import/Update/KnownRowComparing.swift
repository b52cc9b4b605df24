internal import CaseFormat
internal import CaseModel
internal import CaseVault
internal import ContactData
internal import Register

/// The comparing of known rows with their cases, some hundred at a time: no more than these are open
/// in memory at once.
struct KnownRowComparing {
  private static let most = 500

  private let register: Register
  private let member: Team.Member
  private let rules: StepRules
  private let name: (ImportField) -> String
  private var waiting: [KnownRow] = []

  init(
    _ register: Register, _ configuration: Configuration, by member: Team.Member,
    name: @escaping (ImportField) -> String
  ) {
    self.register = register
    self.member = member
    self.name = name
    // No correction of a table names another case.
    rules = StepRules(
      configuration: configuration, today: register.today,
      isFarDayMeant: register.isFarDayMeant
    ) { _ in nil }
  }

  /// Takes a row; compares when there are enough.
  mutating func add(_ row: KnownRow, to plan: inout ImportPlan) throws {
    waiting.append(row)
    if waiting.count == Self.most { try compare(into: &plan) }
  }

  /// Compares all that wait.
  mutating func compare(into plan: inout ImportPlan) throws {
    let opened = try register.openedImports(waiting.compactMap(\.old.file))
    for row in waiting {
      guard let file = row.old.path, let found = opened[file],
        let known = ListedCase(found, zone: register.zone)
      else {
        skip(row, &plan)
        continue
      }
      compare(row, known, &plan)
    }
    waiting = []
  }

  /// A row of a case that does not open here: whether the open columns changed is known all the same.
  private func skip(_ row: KnownRow, _ plan: inout ImportPlan) {
    if row.new.contact != nil { plan.known.uncomparedContacts += 1 }
    if row.old.digest == row.new.registration.importDigest {
      plan.present += 1
    } else {
      plan.known.unopened += 1
    }
  }

  private func compare(_ row: KnownRow, _ known: ListedCase, _ plan: inout ImportPlan) {
    guard
      let next = ListedCase.folded(row.new, at: known.imported[0].at, zone: register.zone)
    else { return skip(row, &plan) }
    var comparison = CaseComparison(
      row: row, known: known, next: next, rules: rules, member: member, zone: register.zone,
      name: name)
    if row.old.isUpdated || row.old.digest != row.new.registration.importDigest {
      comparison.compare()
    }
    let added = take(comparison.contactVerdict(), of: row, into: &comparison, &plan)
    if comparison.changes.allSatisfy({ $0.fate == .added }) { plan.present += 1 }
    plan.known.changes += comparison.changes
    plan.known.add(row, added: added, taken: comparison.steps)
  }

  /// Notes what became of the contact data; returns what is recorded without `--update`.
  private func take(
    _ verdict: ContactVerdict, of row: KnownRow, into comparison: inout CaseComparison,
    _ plan: inout ImportPlan
  ) -> [Step] {
    func change(_ part: String, _ words: String, _ fate: RowChange.Fate) -> RowChange {
      RowChange(
        row: row.row, caseID: row.old.caseID, column: part, words: words, fate: fate)
    }
    switch verdict {
    case .same: return []
    case .unknown:
      plan.known.uncomparedContacts += 1
      return []
    case .added(let step):
      comparison.changes.append(change("contact data", "was left out before", .added))
      return [step]
    case .differs(let parts, let step, let reason):
      comparison.changes += parts.map { part in
        change(part.name, "differs from what the case holds", reason.map { .left($0) } ?? .taken)
      }
      comparison.steps += [step].compactMap(\.self)
      return []
    }
  }
}
