/// Which texts of an ordinary case leave its file once the case has become sensitive.
extension History {
  /// The events whose texts a sealed step has taken with it: all on which one builds.
  ///
  /// What somebody wrote at the same time elsewhere is not among them: it stays in the file until
  /// the next step seals it too, so that nothing is lost.
  package var covered: Set<EventID> {
    var covered: Set<EventID> = []
    for event in events where event.action.sealedStep != nil && !covered.contains(event.id) {
      covered.formUnion(predecessors(of: event))
    }
    return covered
  }

  /// The same history without the texts that a sealed step has taken with it.
  ///
  /// `digest` gives the digest that the event keeps of a text.
  package func withholdingTexts(digest: (String) -> String) -> History {
    guard isSealed else { return self }
    let covered = covered
    return replacingEvents { event in
      guard covered.contains(event.id), let text = event.text else { return event }
      var event = event
      event.text = nil
      event.withheldText = digest(text)
      return event
    }
  }
}

extension Event {
  /// Whether the person gave words with it, wherever they are now.
  package var hasWords: Bool { text?.isEmpty == false || withheldText != nil || seal != nil }

  /// Whether two events are the same although one copy may have lost its text to sealing.
  func isSame(as other: Event) -> Bool {
    guard self != other else { return true }
    var (one, two) = (self, other)
    one.text = nil
    two.text = nil
    one.withheldText = nil
    two.withheldText = nil
    return one == two
  }
}
