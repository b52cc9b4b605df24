internal import CaseModel

extension Figure {
  /// Whether the figure reached a target in per cent; nil for one that is no share.
  package func meets(target: Int) -> Bool? {
    guard case .share(let part, let whole) = value else { return nil }
    return TargetRule.isMet(part, of: whole, target: target, lowerIsBetter: id == .overdue)
  }
}
