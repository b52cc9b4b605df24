/// Within how many days answers are due, as the register's limits say.
package struct AnswerLimits: Hashable, Sendable {
  /// The longest limit of the kinds that are not sensitive; nil without any.
  package let ordinary: Int?
  /// The longest limit of the sensitive kinds; nil without any.
  package let sensitive: Int?
  /// Whether a sensitive kind has no limit, so that no inquiry is hurried.
  package let isOpenForSome: Bool

  /// Takes the limits of a register; no limits at all when nothing is given.
  package init(ordinary: Int? = nil, sensitive: Int? = nil, isOpenForSome: Bool = false) {
    self.ordinary = ordinary
    self.sensitive = sensitive
    self.isOpenForSome = isOpenForSome
  }

  /// Whether answers to reports of sensitive kinds may come later than after so many days.
  package func mayTakeLonger(than days: Int) -> Bool {
    isOpenForSome || sensitive.map { $0 > days } ?? false
  }
}
