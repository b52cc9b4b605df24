import Disclosure

/// A share as a bar of a whole, with a mark for the target; the number itself stands beside it.
enum Meter {
  static func svg(percent: PublishedValue, target: Int?, isMirrored: Bool) -> Markup {
    guard let percent = percent.number else { return Markup(trusted: "") }
    var svg = SVG(isMirrored: isMirrored)
    svg.rectangle("track", x: 0, width: SVG.fullWidth, y: 20, height: 60)
    let width = ChartScale.scaled(percent, of: 100, to: SVG.fullWidth)
    if width > 0 { svg.rectangle("bar", x: 0, width: width, y: 20, height: 60) }
    if let target, (1...99).contains(target) {
      svg.line("goal", x1: target * 100, y1: 0, x2: target * 100, y2: 100)
    }
    return Markup(
      trusted: "<svg class=\"meter\" aria-hidden=\"true\" width=\"100%\" height=\"1em\">"
        + "\(svg.body)</svg>")
  }
}
