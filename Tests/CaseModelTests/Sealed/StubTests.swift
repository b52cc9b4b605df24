import CaseFormat
import CaseModel
import TestSupport
import Testing

/// What everybody may know of a sensitive case, however many copies of it went on apart.
@Suite struct StubTests {
  private func reference(_ number: Int) throws -> SealReference {
    let name = try EventID.sample(number).description
    return SealReference(
      entry: try #require(EntryID(name)),
      commitment: String(repeating: "a", count: 64), digest: String(repeating: "b", count: 64))
  }

  private func step(
    _ kind: SealedStep.Kind, _ state: StubState, _ sensitivity: Sensitivity = .confidential,
    due: String? = "2026-04-01", actors: [String] = ["huda"], resealed: [EntryID: String] = [:]
  ) throws -> SealedStep {
    SealedStep(
      kind: kind, caseID: kind == .register ? try .sample() : nil, state: state,
      sensitivity: sensitivity, received: try #require(CalendarMonth("2026-03")),
      due: try due.map { try date($0) }, actors: actors, resealed: resealed)
  }

  private func adding(_ step: SealedStep, to history: History?, seal: Int) throws -> History {
    let event = Event.recorded(
      number: history?.nextNumber ?? 1, previous: history?.heads ?? [],
      at: try moment("2026-03-02T00:00:00Z"), by: "huda", action: .sealed(step),
      seal: try reference(seal))
    return try History((history?.events ?? []) + [try #require(event)])
  }

  @Test func `the last step tells where the case stands`() throws {
    var history = try adding(step(.register, .registered, actors: ["amal"]), to: nil, seal: 1)
    #expect(Stub.folding(history)?.state == .registered)
    history = try adding(step(.step, .open, .restricted), to: history, seal: 2)
    history = try adding(step(.close, .closed, .restricted, due: nil), to: history, seal: 3)
    let stub = try #require(Stub.folding(history))
    #expect(stub.state == .closed && !stub.isOpen && stub.due == nil)
    #expect(stub.sensitivity == .restricted && stub.actors == ["huda"])
    #expect(stub.id == (try .sample()) && stub.received.description == "2026-03")
  }

  @Test func `copies that went on apart are joined without order`() throws {
    let base = try adding(step(.register, .registered), to: nil, seal: 1)
    let closed = try adding(
      step(.close, .closed, due: "2026-04-01", actors: ["amal"]), to: base, seal: 2)
    let raised = try adding(
      step(.step, .open, .restricted, due: "2026-03-20", actors: ["karim"]), to: base, seal: 3)
    let (one, other) = (try closed.union(with: raised), try raised.union(with: closed))
    let stub = try #require(Stub.folding(one))
    #expect(Stub.folding(other) == stub)
    #expect(stub.state == .open && stub.sensitivity == .restricted)
    #expect(stub.due == (try date("2026-03-20")) && stub.actors == ["amal", "karim"])
    let again = try adding(step(.close, .closed, .restricted), to: one, seal: 4)
    #expect(Stub.folding(again)?.state == .closed)
  }

  @Test func `an entry sealed anew has the digest of the later step`() throws {
    let entry = try reference(1).entry
    let digest = String(repeating: "c", count: 64)
    var history = try adding(step(.register, .registered), to: nil, seal: 1)
    #expect(history.digests == [entry: String(repeating: "b", count: 64)])
    history = try adding(step(.step, .open, resealed: [entry: digest]), to: history, seal: 2)
    #expect(history.digests[entry] == digest)
    #expect(history.digests.count == 2)
  }

  @Test func `a raise takes the texts along that it knew of, and no others`() throws {
    let ledger = try Ledger(.sample(), text: "They were left out.")
    let raised = try adding(step(.step, .registered), to: ledger.history, seal: 1)
    let noted = try ledger.after(.note, text: "Written elsewhere meanwhile.").history
    let united = try raised.union(with: noted).withholdingTexts(digest: Digest.ofText)
    #expect(united.events.compactMap(\.text) == ["Written elsewhere meanwhile."])
    #expect(united.events.compactMap(\.withheldText) == [Digest.ofText("They were left out.")])
    // The copy that still has the text adds nothing to the one that has not.
    let again = try united.union(with: ledger.history).withholdingTexts(digest: Digest.ofText)
    #expect(again == united)
    let next = try adding(step(.step, .open), to: united, seal: 2)
      .withholdingTexts(digest: Digest.ofText)
    #expect(next.events.compactMap(\.text).isEmpty)
  }

  @Test func `an ordinary history is no stub and loses no text`() throws {
    let history = try Ledger.informed().history
    #expect(Stub.folding(history) == nil && !history.isSealed)
    #expect(history.withholdingTexts(digest: Digest.ofText) == history)
  }

  @Test(arguments: [
    ("2026-03", true), ("2026-13", false), ("2026-3", false), ("2026-03-01", false), ("", false),
  ])
  func `a month is read in one form`(text: String, isMonth: Bool) {
    #expect((CalendarMonth(text) != nil) == isMonth)
    if isMonth { #expect(CalendarMonth(text)?.description == text) }
  }
}
