internal import CaseModel

/// A share as a fraction.
package struct Ratio: Hashable, Sendable {
  package let part: Int
  package let whole: Int

  /// Takes a fraction.
  package init(part: Int, whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// Whether the share reaches a target in per cent; nil for a share of nothing.
  package func meets(target: Int) -> Bool? { TargetRule.isMet(part, of: whole, target: target) }
}
