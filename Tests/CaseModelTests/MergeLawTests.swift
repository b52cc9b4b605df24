import CaseModel
import TestSupport
import Testing
import Text

/// The laws of merging, on random histories of several copies that seldom learn of each other.
@Suite struct MergeLawTests {
  private func walk(_ seed: UInt64) throws -> RandomWalk {
    var walk = try RandomWalk(seed: seed, copies: 3)
    try walk.take(steps: 18)
    return walk
  }

  @Test(arguments: Seeds.first(40))
  func `union is commutative, associative and idempotent`(seed: UInt64) throws {
    let copies = try walk(seed).copies.map(\.history)
    let (a, b, c) = (copies[0], copies[1], copies[2])
    let ab = try a.union(with: b)
    #expect(try ab == b.union(with: a))
    #expect(try ab.union(with: c) == a.union(with: b.union(with: c)))
    #expect(try ab.union(with: a) == ab && a.union(with: a) == a)
  }

  @Test(arguments: Seeds.first(40))
  func `the fold is the same whatever the order of storage or merging`(seed: UInt64) throws {
    let walk = try walk(seed)
    let history = try walk.union()
    let folded = try #require(Case.folding(history, in: .utc))
    #expect(Case.folding(history, in: .utc) == folded)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<5 {
      let shuffled = try History(history.events.shuffled(using: &random))
      #expect(shuffled == history)
      #expect(Case.folding(shuffled, in: .utc) == folded)
      var merged = walk.copies.shuffled(using: &random)
      var last = merged.removeLast()
      for other in merged { try last.merge(other) }
      #expect(try last.folded == folded)
    }
  }

  @Test(arguments: Seeds.first(40))
  func `nothing is dropped, and everything without effect is named`(seed: UInt64) throws {
    let walk = try walk(seed)
    let history = try walk.union()
    let known = Set(history.events.map(\.id))
    for copy in walk.copies { #expect(known.isSuperset(of: copy.history.events.map(\.id))) }
    let folded = try #require(Case.folding(history, in: .utc))
    #expect(known.isSuperset(of: folded.attention))
    #expect(folded.attention.count == Set(folded.attention).count)
    #expect(Set(folded.promises).isSubset(of: known))
  }

  @Test(arguments: Seeds.first(40))
  func `a case alone never needs attention`(seed: UInt64) throws {
    var walk = try RandomWalk(seed: seed, copies: 1)
    try walk.take(steps: 25)
    #expect(try walk.copies[0].folded.attention.isEmpty)
    #expect(walk.copies[0].history.events.count > 8)
  }

  @Test(arguments: Seeds.first(40))
  func `sensitivity, priority and state agree with their evidence`(seed: UInt64) throws {
    let history = try walk(seed).union()
    let theCase = try #require(Case.folding(history, in: .utc))
    #expect((theCase.state == .closed) == (theCase.closed != nil) || theCase.heldFrom == .closed)
    #expect((theCase.state == .held) == (theCase.heldFrom != nil))
    #expect(
      (theCase.state == .waiting || theCase.heldFrom == .waiting) == (theCase.waitingFor != nil))
    #expect(theCase.closings.last.map { ($0.reopened == nil) == (theCase.closed != nil) } ?? true)
    let isRaised = history.events.contains { event in
      if case .raise(_, let sensitivity?) = event.action {
        return sensitivity == .restricted && !history.retracted.contains(event.id)
      }
      return false
    }
    let isLowered = history.events.contains { event in
      if case .amend(let amendment) = event.action { return amendment.field == "sensitivity" }
      return false
    }
    if isRaised, !isLowered { #expect(theCase.sensitivity == .restricted) }
  }

  @Test func `the walks see every state and every action`() throws {
    var states: Set<CaseState> = []
    var actions: Set<String> = []
    var concurrent = 0
    for seed in 1...UInt64(40) {
      let walk = try walk(seed)
      let history = try walk.union()
      let theCase = try #require(Case.folding(history, in: .utc))
      for copy in walk.copies { states.insert(try copy.folded.state) }
      actions.formUnion(history.events.map(\.action.name))
      if !theCase.attention.isEmpty { concurrent += 1 }
    }
    #expect(states.count >= 7, "\(states)")
    #expect(states.contains(.closed))
    #expect(actions.count >= 20, "\(actions.sorted())")
    #expect(concurrent >= 10, "only \(concurrent) walks have concurrent steps that contradict")
  }
}
