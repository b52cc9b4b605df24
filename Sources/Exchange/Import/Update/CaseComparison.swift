internal import Text
internal import CaseFormat
internal import CaseModel
internal import CaseVault

/// The comparison of a row with the case that it became: what the list says otherwise than before.
///
/// What somebody recorded since the import wins, and a rule that would refuse the same correction by
/// hand refuses it here.
struct CaseComparison {
  let row: KnownRow
  let known: ListedCase
  let next: Case
  let rules: StepRules
  let member: Team.Member
  let zone: TimeZoneRules
  /// How a field's column is called.
  let name: (ImportField) -> String
  var changes: [RowChange] = []
  /// What `--update` records.
  var steps: [Step] = []

  private static let fields: [CaseField] =
    [.category, .themes, .channel, .language] + Concern.fields
    + [.received, .happened, .sensitivity, .priority, .consent, .repeat]

  /// Compares everything but contact data.
  mutating func compare() {
    // Where the row assigns the case to a unit, the step says it.
    let isAssigned = row.new.steps.contains {
      if case .assign(.unit) = $0.action { true } else { false }
    }
    for field in Self.fields where field != .unit || !isAssigned { compare(.field(field)) }
    if !known.isShut {
      compare(.field(.title))
      for fact in Complainant.Fact.allCases { compare(.fact(fact)) }
    }
    compareSteps()
    if !known.isShut { compareTexts() }
  }

  private mutating func compare(_ column: CaseColumn) {
    let (was, now, new) = (
      known.listed.text(of: column), known.now.text(of: column), next.text(of: column)
    )
    guard new != was, new != now else { return }
    var change = change(of: column, was, new)
    let amendments = amendments(column, was: was, new: new)
    if let other = known.lastWord(on: column.name), now != was {
      change.fate = .left(standing(now, other, isPrivate: column == .field(.title)))
    } else if let reason = refusal(of: amendments) {
      change.fate = .left(reason)
    } else {
      steps += amendments.map { Step(.amend($0)) }
    }
    changes.append(change)
  }

  /// A change that is taken unless something speaks against it.
  func change(of column: CaseColumn, _ was: String, _ new: String) -> RowChange {
    let field = ImportField(rawValue: column == .field(.themes) ? "theme" : column.name)
    var change = RowChange(
      row: row.row, caseID: row.old.caseID, column: field.map(name) ?? column.name,
      old: was.isEmpty ? nil : was, new: new.isEmpty ? nil : new, fate: .taken)
    // A title is made of words, which may name somebody.
    if column == .field(.title) {
      (change.words, change.old, change.new) = ("other words", nil, nil)
    }
    return change
  }

  /// The correction, and that of the deadline which follows from it.
  private func amendments(_ column: CaseColumn, was: String, new: String) -> [Amendment] {
    let correction = Amendment(field: column.name, value: new, was: was)
    guard column == .field(.category) || column == .field(.received), known.now.extended == nil,
      let due = rules.configuration.targets.due(category: next.category, received: next.received),
      due != known.now.due
    else { return [correction] }
    let old = known.now.due?.description ?? ""
    return [
      correction, Amendment(field: CaseField.due.name, value: due.description, was: old),
    ]
  }

  /// Why a rule does not allow a correction; nil when all do.
  private func refusal(of amendments: [Amendment]) -> String? {
    if let barred { return barred }
    do {
      var standing = known.now
      for amendment in amendments {
        try rules.check(Step(.amend(amendment)), by: member, in: standing)
        // The deadline belongs to the kind and the day that are corrected with it.
        (standing.category, standing.received) = (next.category, next.received)
      }
      return nil
    } catch let refusal as Refusal {
      return refusal.message.text
    } catch {
      return "it cannot be checked"
    }
  }

  /// Why nothing of the row is recorded in the case.
  var barred: String? {
    if known.now.isSubject(member.id) {
      return "\(member.id) is complained about in this case"
    }
    // What the list calls confidential by now must not come into a history that everybody reads.
    guard next.sensitivity.isSensitive, !known.now.sensitivity.isSensitive else { return nil }
    return "the list makes it \(next.sensitivity.rawValue): raise the case first"
  }

  /// What stands because somebody recorded it.
  func standing(_ value: String, _ event: Event, isPrivate: Bool = false) -> String {
    let said = isPrivate ? "something else" : value.isEmpty ? "nothing" : value
    return "the case says \(said) since \(event.date(in: zone)) by \(event.by)"
  }
}
