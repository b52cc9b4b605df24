internal import CaseVault
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore

extension Register {
  /// Reads every case with all its closings and corrections, for figures on any day.
  ///
  /// The front matter tells how a case stands; the few that were opened again or corrected, or whose
  /// ending names an earlier day, are folded from their events, because figures need every closing,
  /// and the category that was in force when the time was over, and who set a case aside. Sensitive
  /// cases stand among the stubs only: the same figures for everybody, whoever can open what. Those
  /// that were ordinary ones before are told apart, by what stands in clear of them.
  package func casesForFigures() throws -> Summaries {
    var result = try WriteLock.whileShared(repository) { try readSummaries(forFigures: true) }
    let head = try head()
    for id in result.raisedStubs.sorted() {
      do {
        if let theCase = try document(id, in: head).caseUntilRaised(in: zone) {
          result.raised.append(theCase)
        }
      } catch let problem as Diagnostic {
        result.problems.append(problem)
      }
    }
    var damaged: Set<CaseID> = []
    for index in result.cases.indices {
      let (theCase, id) = (result.cases[index], result.cases[index].id)
      guard theCase.reopened > 0 || theCase.isSetAside || result.toldByEvents.contains(id) else {
        continue
      }
      do {
        let folded = try document(id, in: head).standing.ordinary
        result.cases[index].closings = folded?.closings ?? []
        result.cases[index].corrections = folded?.corrections ?? []
        result.cases[index].isSetAsideByTwo = folded?.isSetAsideByTwo ?? false
      } catch let problem as Diagnostic {
        result.problems.append(problem)
        damaged.insert(id)
      }
    }
    result.cases.removeAll { damaged.contains($0.id) }
    for damage in try handDamage() { result.take(damage, in: zone) }
    return result
  }
}

extension Summaries {
  /// Counts a case that was damaged by hand as it was recorded, and says so.
  fileprivate mutating func take(_ damage: HandDamage, in zone: TimeZoneRules) {
    let id = damage.whole.standing.id
    problems.removeAll { $0.location?.path == damage.path }
    problems.append(damage.diagnostic)
    cases.removeAll { $0.id == id }
    raised.removeAll { $0.id == id }
    if let theCase = damage.whole.standing.ordinary { cases.append(theCase) }
    if let theCase = damage.whole.caseUntilRaised(in: zone) { raised.append(theCase) }
  }
}

extension CaseDocument {
  /// The case as it was when it became sensitive, with what everybody may know of later closings; nil
  /// for a case that was sensitive from the beginning.
  fileprivate func caseUntilRaised(in zone: TimeZoneRules) -> Case? {
    guard history.registration != nil, let stub = standing.stub,
      var theCase = Case.folding(history, in: zone)
    else { return nil }
    for event in history.events {
      guard let step = event.action.sealedStep else { continue }
      let day = event.date(in: zone)
      if theCase.raised == nil { theCase.raised = day }
      theCase.note(isClosed: step.state == .closed, by: event, in: zone)
    }
    theCase.sensitivity = stub.sensitivity
    return theCase
  }
}

extension Case {
  /// Notes a closing or an opening that a sealed step tells.
  fileprivate mutating func note(isClosed: Bool, by event: Event, in zone: TimeZoneRules) {
    let wasClosed = closings.last.map { $0.reopened == nil } ?? false
    let day = event.date(in: zone)
    if isClosed, !wasClosed {
      closings.append(Closing(closed: day, recorded: event.recordingDay(in: zone)))
    }
    if !isClosed, wasClosed { closings[closings.count - 1].reopened = day }
  }
}
