/// Where a case stands in the workflow.
package enum CaseState: String, Hashable, Sendable, CaseIterable {
  case registered
  case assigned
  case inProgress = "in-progress"
  case waiting
  case decided
  case informed
  case closed
  case objected
  case held
}
