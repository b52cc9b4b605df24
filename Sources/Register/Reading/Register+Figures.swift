internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore

extension Register {
  /// Reads every case with all its closings and corrections, for figures on any day.
  ///
  /// The front matter tells how a case stands; the few that were opened again or corrected are folded
  /// from their events, because figures need every closing, and the category that was in force when
  /// the time was over. Sensitive cases are left out: the same figures for everybody, whoever can open
  /// what.
  package func casesForFigures() throws -> Summaries {
    var result = try WriteLock.whileShared(repository) { try readSummaries(notingAmended: true) }
    result.stubs = []
    let head = try head()
    var damaged: Set<CaseID> = []
    for index in result.cases.indices {
      let id = result.cases[index].id
      guard result.cases[index].reopened > 0 || result.amended.contains(id) else { continue }
      do {
        let file = try document(id, in: head).standing.ordinary
        result.cases[index].closings = file?.closings ?? []
        result.cases[index].corrections = file?.corrections ?? []
      } catch let problem as Diagnostic {
        result.problems.append(problem)
        damaged.insert(id)
      }
    }
    result.cases.removeAll { damaged.contains($0.id) }
    return result
  }
}
