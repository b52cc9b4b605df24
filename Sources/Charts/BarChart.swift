import Disclosure

/// Bars of the first series, with their names above them: long names fit a phone, and no bar meets
/// a word.
///
/// The track behind a bar is the whole, so that 38 % of it fill 38 % of the width.
struct BarChart {
  let spec: ChartSpec
  /// What the track stands for; the largest value where nobody knows the whole.
  let whole: Int

  private static let lettersPerLine = 40
  private static let firstBaseline = 100
  private static let lineHeight = 135
  private static let barHeight = 80
  /// Between the last line of a name and its bar: room for letters that reach down.
  private static let descent = 38
  private static let gap = 75

  func svg() -> Markup {
    var svg = SVG(isMirrored: spec.isMirrored)
    var y = 0
    for row in spec.rows {
      let lines = ChartText.lines(row.label, atMost: letters(beside: row))
      let value = row.values.first ?? .missing
      for (index, line) in lines.enumerated() {
        svg.text("", x: 0, y: y + Self.firstBaseline + index * Self.lineHeight, line)
      }
      svg.text(
        value.number == nil ? "faint" : "value", x: SVG.fullWidth, y: y + Self.firstBaseline,
        row.texts.first ?? "", anchor: .end, faint: row.share)
      y += Self.firstBaseline + (lines.count - 1) * Self.lineHeight + Self.descent
      bar(value, y: y, in: &svg)
      y += Self.barHeight + Self.gap
    }
    let patterns = spec.rows.contains { $0.values.first == .hidden } ? [SVG.Pattern.hidden] : []
    return svg.document(for: spec, height: y - Self.gap + 10, patterns: patterns)
  }

  /// How many letters a name may have beside the words of its value, on a narrow phone.
  private func letters(beside row: ChartSpec.Row) -> Int {
    let taken = (row.texts.first ?? "").count + row.share.count
    return min(26, max(12, Self.lettersPerLine - taken))
  }

  /// A hidden value has no length: its whole track is hatched; a missing one has no bar.
  private func bar(_ value: PublishedValue, y: Int, in svg: inout SVG) {
    svg.rectangle("track", x: 0, width: SVG.fullWidth, y: y, height: Self.barHeight)
    switch value {
    case .published(let number):
      let width = ChartScale.scaled(number, of: max(1, whole), to: SVG.fullWidth)
      guard width > 0 else { return }
      svg.rectangle("bar", x: 0, width: width, y: y, height: Self.barHeight)
    case .hidden:
      svg.rectangle(
        "hidden", x: 0, width: SVG.fullWidth, y: y, height: Self.barHeight,
        fill: SVG.Pattern.hidden.id(in: spec.id))
    case .notApplicable, .missing: break
    }
  }
}
