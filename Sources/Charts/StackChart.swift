import Disclosure

/// Whole bars in parts, the newest on top; below it the names of the parts in their order.
struct StackChart {
  let spec: ChartSpec
  let parts: [ChartSpec.Part]

  private static let barHeight = 120
  /// From the top of a name to its bar: room for letters that reach down.
  private static let nameHeight = 150
  private static let lineHeight = 145

  func svg() -> Markup {
    var svg = SVG(isMirrored: spec.isMirrored)
    // What is hidden in any bar has a name in the key.
    let isWhole = spec.rows.allSatisfy { rest(of: $0) == 0 }
    var y = 0
    for (index, row) in spec.rows.enumerated() {
      // Some letters, such as J, reach back over their start.
      svg.text("", x: 0, shift: 10, y: y + 100, row.label)
      svg.text("faint", x: SVG.fullWidth, y: y + 100, row.texts.first ?? "", anchor: .end)
      bar(row, y: y + Self.nameHeight, in: &svg)
      y += Self.nameHeight + Self.barHeight + 60
      if index == 0 { y = drawKey(from: y, isWhole: isWhole, in: &svg) + 60 }
    }
    let patterns = parts.map { SVG.Pattern.part($0.style) } + (isWhole ? [] : [.hidden])
    return svg.document(for: spec, height: y - 40, patterns: patterns)
  }

  /// What the parts of a bar leave of its whole.
  private func rest(of row: ChartSpec.Row) -> Int {
    guard let whole = row.values.last?.number, whole > 0 else { return 0 }
    let sum = row.values.dropLast().compactMap(\.number).reduce(0) { sum, number in
      let (next, overflow) = sum.addingReportingOverflow(max(0, number))
      return overflow ? whole : next
    }
    return max(0, whole - sum)
  }

  /// Draws the parts, and hatches what is left of the whole.
  private func bar(_ row: ChartSpec.Row, y: Int, in svg: inout SVG) {
    guard let whole = row.values.last?.number, whole > 0 else { return }
    var sum = 0
    for (part, value) in zip(parts, row.values.dropLast()) {
      guard let number = value.number, number > 0, number <= whole - sum else { continue }
      let start = ChartScale.scaled(sum, of: whole, to: SVG.fullWidth)
      sum += number
      let end = ChartScale.scaled(sum, of: whole, to: SVG.fullWidth)
      // A thin line of paper parts two neighbours, whatever their colours.
      svg.rectangle(
        "part p\(part.style)", x: start, width: max(20, end - start - 40), y: y,
        height: Self.barHeight, fill: SVG.Pattern.part(part.style).id(in: spec.id))
    }
    guard sum < whole else { return }
    let start = ChartScale.scaled(sum, of: whole, to: SVG.fullWidth)
    svg.rectangle(
      "hidden", x: start, width: SVG.fullWidth - start, y: y, height: Self.barHeight,
      fill: SVG.Pattern.hidden.id(in: spec.id))
  }

  private func drawKey(from top: Int, isWhole: Bool, in svg: inout SVG) -> Int {
    var y = top
    for part in parts {
      svg.square(
        "part p\(part.style)", y: y + 25, fill: SVG.Pattern.part(part.style).id(in: spec.id))
      svg.text("", x: 0, shift: 130, y: y + 105, part.label)
      svg.text(
        "value", x: SVG.fullWidth, y: y + 105, part.text, anchor: .end, faint: part.share)
      y += Self.lineHeight
    }
    if !isWhole {
      svg.square("hidden", y: y + 25, fill: SVG.Pattern.hidden.id(in: spec.id))
      svg.text("", x: 0, shift: 130, y: y + 105, spec.hiddenText)
      y += Self.lineHeight
    }
    return y
  }
}
