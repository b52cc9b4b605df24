/// Keeps, for each field, the writes that no later write knew of.
///
/// Of several, the stricter sensitivity, the higher priority and the earlier due date stand; of any
/// other field the one that comes last in replay order. The others are named for attention.
struct ConcurrentWrites {
  /// What is written; `decision` and `assignment` are written as a whole.
  enum Field: Hashable {
    case sensitivity
    case priority
    case due
    case decision
    case assignment
    case named(String)
  }

  private struct Write {
    let event: EventID
    let value: String
  }

  private var standing: [Field: [Write]] = [:]

  /// Records a write and says whether it stands and which events lost.
  mutating func record(
    _ field: Field, _ value: String, by event: EventID, in ancestry: Ancestry
  ) -> (stands: Bool, lost: [EventID]) {
    guard !ancestry.isOneLine else { return (true, []) }
    var writes = standing[field, default: []].filter {
      !ancestry.isAncestor($0.event, of: event)
    }
    writes.append(Write(event: event, value: value))
    standing[field] = writes
    let winner = Self.winner(of: writes, field)
    let lost = writes.filter { $0.value != writes[winner].value }.map(\.event)
    return (writes[winner].value == value, lost)
  }

  /// Whether a write of the field stands of which the author of an event did not know.
  func isContested(_ field: Field, by event: EventID, in ancestry: Ancestry) -> Bool {
    standing[field, default: []].contains { ancestry.areConcurrent($0.event, event) }
  }

  private static func winner(of writes: [Write], _ field: Field) -> Int {
    var best = writes.count - 1
    for (index, write) in writes.enumerated() where isStronger(write, than: writes[best], field) {
      best = index
    }
    return best
  }

  private static func isStronger(_ write: Write, than other: Write, _ field: Field) -> Bool {
    switch field {
    case .sensitivity:
      guard let left = Sensitivity(rawValue: write.value),
        let right = Sensitivity(rawValue: other.value)
      else { return false }
      return left > right
    case .priority:
      guard let left = Priority(rawValue: write.value), let right = Priority(rawValue: other.value)
      else { return false }
      return left > right
    case .due:
      guard let left = CalendarDate(write.value) else { return false }
      guard let right = CalendarDate(other.value) else { return true }
      return left < right
    case .decision, .assignment, .named: return false
    }
  }
}
