import CaseFormat
import CaseModel
import TestSupport
import Testing

@Suite struct GuardTests {
  /// Rules that no history can trigger, each with the reason.
  private static let unreachable = [
    // Everything that is not allowed while held, a second hold too, is refused as `held` before.
    "hold.held"
  ]

  /// Rules about what an event is, not about whether the state allows it: imported ones obey too.
  private static let alsoForImported: Set<String> = [
    "raise.nothing", "amend.field", "amend.value", "link.self", "promise.open", "survey.score",
    "undo.unknown", "undo.register", "undo.retract", "undo.raise", "undo.own", "undo.followed",
    "event.history",
  ]

  @Test(arguments: GuardCases.all)
  func `a step against the rule is refused`(_ guarded: GuardCase) throws {
    let (ledger, event) = try guarded.story()
    let refusal = #expect(throws: Refusal.self) {
      try Replay(ledger.history, appending: event, in: ledger.zone)
    }
    #expect(refusal?.rule == guarded.rule)
    #expect(refusal?.message.isEmpty == false && refusal?.hint.isEmpty == false)
  }

  @Test(arguments: GuardCases.all.filter { $0.rule != "event.history" })
  func `a step against the rule that is in the file all the same is kept without effect`(
    _ guarded: GuardCase
  ) throws {
    let (ledger, event) = try guarded.story()
    let history = try History(ledger.history.events + [event])
    var expected = try ledger.file
    expected.attention.append(event.id)
    #expect(Case.folding(history, in: ledger.zone) == expected)
  }

  @Test(arguments: GuardCases.all)
  func `imported history takes the state that it names`(_ guarded: GuardCase) throws {
    let (ledger, event) = try guarded.story()
    let imported = try built(
      Event.recorded(
        number: event.number, previous: event.previous, at: event.at, by: event.by,
        action: event.action, on: event.on, isImported: true, text: event.text), "an event")
    let refusal: Refusal?
    do {
      _ = try Replay(ledger.history, appending: imported, in: ledger.zone)
      refusal = nil
    } catch {
      refusal = error
    }
    #expect((refusal?.rule == guarded.rule) == Self.alsoForImported.contains(guarded.rule))
    #expect(refusal == nil || Self.alsoForImported.contains(guarded.rule))
  }

  @Test func `every rule in the sources has a case here`() throws {
    var known: Set<String> = []
    // What contact data says, which years and languages there are, is judged before there is a step.
    for path in try SourceTree.swiftFiles(below: "Sources/CaseModel")
    where !["/Contact/", "/Time/", "/Vocabulary/"].contains(where: path.contains) {
      for match in try SourceTree.text(path).matches(of: /(?:Refusal\(\s*|rule:\s*)"([a-z.-]+)"/) {
        known.insert(String(match.output.1))
      }
    }
    #expect(known.count > 50, "the rules were not found in the sources")
    let tried = Set(GuardCases.all.map(\.rule))
    let untried = known.subtracting(tried).subtracting(Self.unreachable)
    #expect(untried.isEmpty, "no case triggers \(untried.sorted())")
    #expect(tried.isSubset(of: known), "not in the sources: \(tried.subtracting(known).sorted())")
    #expect(known.isSuperset(of: Self.unreachable))
    #expect(tried.isDisjoint(with: Self.unreachable))
  }
}
