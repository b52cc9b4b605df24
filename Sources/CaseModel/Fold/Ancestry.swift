/// Which events of a history knew of which: two that did not know of each other are concurrent.
struct Ancestry {
  private let position: [EventID: Int]
  /// For each event the positions of all it knew, as bits; empty when the history is one line.
  private let known: [[UInt64]]

  init(_ history: History) {
    let events = history.events
    let isOneLine = zip(events, events.dropFirst()).allSatisfy { $1.previous == [$0.id] }
    guard !isOneLine else {
      position = [:]
      known = []
      return
    }
    var position: [EventID: Int] = [:]
    for (index, event) in events.enumerated() { position[event.id] = index }
    let words = (events.count + 63) / 64
    var known: [[UInt64]] = []
    for event in events {
      var bits = [UInt64](repeating: 0, count: words)
      for before in event.previous.compactMap({ position[$0] }) where before < known.count {
        for word in 0..<words { bits[word] |= known[before][word] }
        bits[before / 64] |= 1 << UInt64(before % 64)
      }
      known.append(bits)
    }
    self.position = position
    self.known = known
  }

  /// Whether every event knew of all before it, so that nothing is concurrent.
  var isOneLine: Bool { known.isEmpty }

  /// Whether the second event knew of the first.
  func isAncestor(_ first: EventID, of second: EventID) -> Bool {
    guard let before = position[first], let after = position[second] else { return false }
    return known[after][before / 64] & (1 << UInt64(before % 64)) != 0
  }

  /// Whether neither of two different events knew of the other.
  func areConcurrent(_ first: EventID, _ second: EventID) -> Bool {
    !isOneLine && first != second && !isAncestor(first, of: second)
      && !isAncestor(second, of: first)
  }
}
