import Disclosure

/// Whether there is anything to draw in the values of a chart.
extension [PublishedValue] {
  /// Whether a chart shows something: a value above zero and, where others are hidden, a second value to
  /// see it beside.
  ///
  /// One bar among hatches compares nothing, and hatches alone are no picture.
  var canBeDrawn: Bool {
    let numbers = compactMap(\.number)
    return numbers.contains { $0 > 0 } && (numbers.count > 1 || !contains(.hidden))
  }

  /// Whether it is what is hidden that leaves nothing to draw, so that the page says that it is not shown.
  var areHeldBack: Bool { !canBeDrawn && contains(.hidden) }
}
