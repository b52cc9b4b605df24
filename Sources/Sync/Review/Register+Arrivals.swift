package import CaseModel
internal import CaseFormat
package import GitStore
package import Register

/// What came in and somebody should look at soon.
package struct Arrivals: Sendable {
  /// Open sensitive cases that are new or have new steps.
  package var sensitive: [CaseID] = []
  /// Ordinary cases in which a correction was proposed that the member may confirm.
  package var proposed: [CaseID] = []
}

extension Register {
  /// What came in since a commit for one member: of sensitive cases only those that the member may
  /// read by role or works on, as far as the clear part of their files tells.
  package func arrivals(since old: ObjectID, for member: Team.Member) throws -> Arrivals {
    let head = try head()
    var arrivals = Arrivals()
    for change in try repository.changedPaths(from: old, to: head, under: "cases") {
      guard let id = CasePath.id(of: change.path), let document = try? document(id, in: head)
      else { continue }
      switch document.standing {
      case .stub(let stub):
        let byRole: Authority =
          stub.sensitivity == .restricted ? .readRestricted : .readConfidential
        if stub.isOpen, member.has(byRole) || stub.actors.contains(member.id),
          isNews(document, since: old, for: member)
        {
          arrivals.sensitive.append(id)
        }
      case .ordinary(let theCase):
        let known = (try? self.document(id, in: old))?.standing.ordinary?.proposals ?? []
        let isNew = theCase.proposals.contains { proposal in
          !known.contains(proposal) && member.mayJudge(proposal, in: theCase)
        }
        if isNew { arrivals.proposed.append(id) }
      }
    }
    return arrivals
  }

  /// Whether others took a step: one's own, recorded while a slow exchange ran, is no news.
  private func isNews(
    _ document: CaseDocument, since old: ObjectID, for member: Team.Member
  ) -> Bool {
    let before = try? self.document(document.standing.id, in: old)
    let known = Set(before?.history.events.map(\.id) ?? [])
    return document.history.events.contains { !known.contains($0.id) && $0.by != member.id }
  }
}
