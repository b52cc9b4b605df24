internal import CaseFormat
package import CaseModel
internal import Diagnostics
internal import GitStore
internal import Text

/// What stands in the line of every proposal; a text that holds it costs time and nothing else.
private let proposalMark = BytePattern("\"do\":\"propose\"")

extension Register {
  /// The ordinary cases in which a correction waits for a second person, with what was proposed.
  ///
  /// Front matter does not tell it: the few cases that hold a proposal are folded. A damaged one is
  /// named by whoever lists the cases.
  package func waitingProposals() throws -> [CaseID: [Proposal]] {
    let files = try caseEntries().filter {
      CasePath.isInCaseFolder($0.path) && $0.kind.isRegularFile
    }
    let marked = try CaseScan(files, in: repository).gathering(GatheredList<CaseID>.self) {
      entry, span, result in
      if span.holds(proposalMark), let id = CasePath.id(of: entry.path) { result.items.append(id) }
    }
    let head = try head()
    return marked.items.reduce(into: [:]) { found, id in
      let theCase = try? document(id, in: head).standing.ordinary
      if let proposals = theCase?.proposals, !proposals.isEmpty { found[id] = proposals }
    }
  }
}
