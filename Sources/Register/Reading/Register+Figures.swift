internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import GitStore

extension Register {
  /// Reads every case with all its closings, for figures on any day.
  ///
  /// The front matter tells the last closing; the few cases that were opened again are folded from
  /// their events, because figures of an earlier day need every closing. Sensitive cases are left
  /// out: the same figures for everybody, whoever can open what.
  package func casesForFigures() throws -> Summaries {
    var result = try summaries()
    result.stubs = []
    let head = try head()
    var damaged: Set<CaseID> = []
    for index in result.cases.indices where result.cases[index].reopened > 0 {
      let id = result.cases[index].id
      do {
        result.cases[index].closings = try document(id, in: head).standing.ordinary?.closings ?? []
      } catch let problem as Diagnostic {
        result.problems.append(problem)
        damaged.insert(id)
      }
    }
    result.cases.removeAll { damaged.contains($0.id) }
    return result
  }
}
