package import Disclosure

/// A small line of the past from zero; the number itself stands beside it.
package enum Sparkline {
  private static let height = 200

  /// Whether a line shows more than the words beside it.
  ///
  /// Two points are a difference, which "up from" says exactly. And a line that moves by no more than a
  /// quarter of its height from zero, which is 1.4 times the letter size, moves by twice its own
  /// thickness over the width of a tile: it looks flat, and whoever reads it learns nothing.
  package static func isTelling(_ values: [PublishedValue]) -> Bool {
    let numbers = values.compactMap(\.number)
    guard numbers.count > 2, let least = numbers.min(), let most = numbers.max() else {
      return false
    }
    return most - least > most / 4
  }

  /// Draws values of equally long periods, the oldest first; one that is not published breaks the line.
  package static func svg(_ values: [PublishedValue], isMirrored: Bool) -> Markup {
    var svg = SVG(isMirrored: isMirrored)
    let numbers = values.map(\.number)
    let largest = max(1, numbers.compactMap(\.self).max() ?? 1)
    let step = (SVG.fullWidth - 600) / max(1, values.count - 1)
    func x(_ index: Int) -> Int { 300 + index * step }
    func y(_ number: Int) -> Int {
      height - 30 - ChartScale.scaled(number, of: largest, to: height - 60)
    }
    svg.line("axis", x1: 0, y1: height - 5, x2: SVG.fullWidth, y2: height - 5)
    for (index, pair) in zip(numbers, numbers.dropFirst()).enumerated() {
      guard let one = pair.0, let two = pair.1 else { continue }
      svg.line("line", x1: x(index), y1: y(one), x2: x(index + 1), y2: y(two))
    }
    for (index, number) in numbers.enumerated() {
      guard let number else { continue }
      let isLast = index == numbers.count - 1
      svg.dot(isLast ? "dot now" : "dot", x: x(index), y: y(number), radius: isLast ? 26 : 14)
    }
    return Markup(
      trusted: "<svg class=\"spark\" aria-hidden=\"true\" width=\"100%\" height=\"2em\">"
        + "\(svg.body)</svg>")
  }
}
