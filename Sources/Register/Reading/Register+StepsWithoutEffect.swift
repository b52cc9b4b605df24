internal import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore

extension Register {
  /// The steps without effect of some cases, by their events, as far as that can be read without a
  /// key; a case that cannot be read has none.
  package func stepsWithoutEffect(
    in cases: some Sequence<CaseID>
  ) throws -> [EventID: LostStep] {
    let head = try head()
    var found: [EventID: LostStep] = [:]
    for id in Set(cases) {
      do {
        let document = try document(id, in: head)
        for step in document.history.lostSteps(in: zone) { found[step.event] = step }
      } catch let error as GitError {
        guard repository.noteLost(error, content: id.description) else { throw error }
      } catch is Diagnostic {
        continue
      } catch is Refusal {
        continue
      }
    }
    return found
  }
}
