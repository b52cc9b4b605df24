import Disclosure

/// Whole bars in parts, the newest on top; below it the names of the parts in their order.
struct StackChart {
  let spec: ChartSpec
  let key: [ChartSpec.Row]

  private static let barHeight = 120
  private static let lineHeight = 145

  func svg() -> Markup {
    var svg = SVG(isMirrored: spec.isMirrored)
    var y = 0
    var needsHatch = false
    for (index, row) in spec.rows.enumerated() {
      svg.text("", x: 0, y: y + 100, row.label)
      svg.text("faint", x: SVG.fullWidth, y: y + 100, row.texts.first ?? "", anchor: .end)
      let isWhole = bar(row, y: y + 135, in: &svg)
      needsHatch = needsHatch || !isWhole
      y += 135 + Self.barHeight + 60
      if index == 0 { y = drawKey(from: y, isWhole: isWhole, in: &svg) + 60 }
    }
    return svg.document(for: spec, height: y - 40, hatch: needsHatch)
  }

  /// Draws the parts, hatches what is left of the whole, and says whether nothing is left.
  private func bar(_ row: ChartSpec.Row, y: Int, in svg: inout SVG) -> Bool {
    guard let whole = row.values.last?.number, whole > 0 else { return true }
    var start = 0
    var sum = 0
    for (index, value) in row.values.dropLast().enumerated() {
      guard let number = value.number, number > 0 else { continue }
      sum += number
      let end = ChartScale.scaled(sum, of: whole, to: SVG.fullWidth)
      // A thin line of paper parts two neighbours, whatever their colours.
      svg.rectangle(
        "part p\(index + 1)", x: start, width: max(20, end - start - 40), y: y,
        height: Self.barHeight)
      start = end
    }
    guard sum < whole else { return true }
    svg.rectangle(
      "hidden", x: start, width: SVG.fullWidth - start, y: y, height: Self.barHeight,
      fill: "\(spec.id)-hatch")
    return false
  }

  private func drawKey(from top: Int, isWhole: Bool, in svg: inout SVG) -> Int {
    var y = top
    for (index, part) in key.enumerated() {
      svg.square("part p\(index + 1)", y: y + 25)
      svg.text("", x: 0, shift: 130, y: y + 105, part.label)
      svg.text(
        "value", x: SVG.fullWidth, y: y + 105, part.texts.first ?? "", anchor: .end,
        faint: part.share)
      y += Self.lineHeight
    }
    if !isWhole {
      svg.square("hidden", y: y + 25, fill: "\(spec.id)-hatch")
      svg.text("", x: 0, shift: 130, y: y + 105, spec.hiddenText)
      y += Self.lineHeight
    }
    return y
  }
}
