internal import CaseModel
internal import Diagnostics

/// What rows of an earlier import say otherwise now, in a few lines: by column and kind, not by row.
struct ChangeLines {
  /// So many lines tell the changes; the rest is counted.
  private static let most = 10
  /// So many different changes of one column are told one by one.
  private static let mostInColumn = 3

  private struct Kind: Hashable {
    let column: String
    let words: String
    let reason: String
  }

  /// The lines of some changes, those of one column together.
  static func lines(of changes: [RowChange]) -> [String] {
    let kinds = ordered(changes, by: kind)
    let lines = kinds.flatMap { kind, changes in Self.lines(kind, changes) }
    guard lines.count > most else { return lines }
    return lines.prefix(most - 1) + ["  and \(lines.count - most + 1) more: --json lists them all"]
  }

  private static func lines(_ kind: Kind, _ changes: [RowChange]) -> [String] {
    let each = ordered(changes, by: \.what)
    let reason = kind.reason.isEmpty ? "" : ": \(visible(kind.reason))"
    guard each.count > mostInColumn else {
      return each.map { what, changes in
        "  \(visible(kind.column)): \(visible(what)) (\(rows(changes)))" + reason
      }
    }
    return ["  \(visible(kind.column)): \(kind.words) (\(rows(changes)))" + reason]
  }

  private static func kind(_ change: RowChange) -> Kind {
    let words =
      change.words ?? (change.old == nil ? "filled in" : change.new == nil ? "emptied" : "changed")
    if case .left(let reason) = change.fate {
      return Kind(column: change.column, words: words, reason: reason)
    }
    return Kind(column: change.column, words: words, reason: "")
  }

  /// `row 7`, `rows 7, 9`, `rows 7, 9, 12 and 30 more`.
  static func rows(_ changes: [RowChange]) -> String { rows(changes.map(\.row)) }

  static func rows(_ numbers: [Int]) -> String { RefusedValues.words(numbers) }

  /// Groups in the order in which each was met first.
  private static func ordered<Key: Hashable>(
    _ changes: [RowChange], by key: (RowChange) -> Key
  ) -> [(Key, [RowChange])] {
    var places: [Key: Int] = [:]
    var groups: [(Key, [RowChange])] = []
    for change in changes {
      let key = key(change)
      if let place = places[key] {
        groups[place].1.append(change)
      } else {
        places[key] = groups.count
        groups.append((key, [change]))
      }
    }
    return groups
  }
}
