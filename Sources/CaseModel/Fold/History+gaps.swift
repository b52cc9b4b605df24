extension History {
  /// Makes a history of which some events cannot be read: something stands in for what others build
  /// on, and has no effect.
  ///
  /// The numbers are those that the events after a gap ask for, so that whatever is recorded meanwhile
  /// fits also when the gap is closed. `author` names who made what an event builds on.
  package init(
    withGaps events: [Event], author: (Event) -> String
  ) throws(Fault) {
    let known = Set(events.map(\.id))
    var followers: [EventID: Event] = [:]
    for event in events.sorted(by: Event.inReplayOrder) {
      for id in event.previous where !known.contains(id) && followers[id] == nil {
        followers[id] = event
      }
    }
    var all = events
    let gaps = followers.sorted { ($0.value.number, $0.key) < ($1.value.number, $1.key) }
    for (id, follower) in gaps {
      let earlier = all.filter { $0.number < follower.number - 1 }
      guard var before = earlier.max(by: Event.inReplayOrder) else { throw .notOneRegistration }
      let author = author(follower)
      while before.number < follower.number - 1 {
        let number = before.number + 1
        let isLast = number == follower.number - 1
        guard let name = isLast ? id : Self.standIn(for: id, number) else { throw .empty }
        before = Event(
          id: name, number: number, previous: [before.id], at: before.at, by: author,
          action: .unknown("unreadable"))
        all.append(before)
      }
    }
    try self.init(all)
  }

  /// A name for an event before another that cannot be read either, of which nothing is known.
  private static func standIn(for id: EventID, _ number: Int) -> EventID? {
    let bytes = [UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
    return EventID(digest: id.description.utf8.prefix(8) + bytes)
  }
}
