package import CaseModel

/// Which cases come from one person, as far as the register says so without opening what is sealed.
///
/// A cell is judged by its persons (R2): links between cases are followed, and a repeated complaint
/// without a link counts as one of the same unknown person, which never overstates how many there
/// are.
package struct Complainants {
  private var roots: [CaseID: CaseID] = [:]
  private var linked: Set<CaseID> = []

  /// Follows the links between the cases.
  package init(_ cases: [Case]) {
    for theCase in cases {
      if let earlier = theCase.duplicateOf ?? theCase.follows { roots[theCase.id] = earlier }
    }
    for id in roots.keys { linked.formUnion([id, root(of: id)]) }
  }

  /// What cases of one person have in common; nil for one that stands alone.
  package func key(of theCase: Case) -> String? {
    if linked.contains(theCase.id) { return root(of: theCase.id).description }
    return theCase.isRepeated ? "repeated" : nil
  }

  /// The case that the links lead to; of links in a circle, as two copies can make them, the first of
  /// its cases, so that all of them stand for one person.
  private func root(of id: CaseID) -> CaseID {
    var trail = [id]
    while let last = trail.last, let next = roots[last] {
      if let start = trail.firstIndex(of: next) { return trail[start...].min() ?? next }
      trail.append(next)
    }
    return trail[trail.count - 1]
  }
}
