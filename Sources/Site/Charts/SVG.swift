/// Writes the elements of a chart.
///
/// Across, positions are hundredths of a percent of the width; down, hundredths of the letter size.
/// So a chart fills any width while its letters stay as large as the reader wants them.
struct SVG {
  private(set) var body = ""
  /// Whether positions across count from the right.
  let isMirrored: Bool

  init(isMirrored: Bool) {
    self.isMirrored = isMirrored
  }

  static let fullWidth = 10_000

  mutating func rectangle(
    _ style: String, x: Int, width: Int, y: Int, height: Int, fill: String? = nil
  ) {
    let left = isMirrored ? Self.fullWidth - x - width : x
    let paint = fill.map { " fill=\"url(#\(Markup.escape($0)))\"" } ?? ""
    body +=
      "<rect class=\"\(style)\"\(paint) x=\"\(across(left))\" y=\"\(down(y))\""
      + " width=\"\(across(width))\" height=\"\(down(height))\"/>"
  }

  mutating func line(_ style: String, x1: Int, y1: Int, x2: Int, y2: Int) {
    body +=
      "<line class=\"\(style)\" x1=\"\(across(placed(x1)))\" y1=\"\(down(y1))\""
      + " x2=\"\(across(placed(x2)))\" y2=\"\(down(y2))\"/>"
  }

  mutating func dot(_ style: String, x: Int, y: Int, radius: Int = 26) {
    body +=
      "<circle class=\"\(style)\" cx=\"\(across(placed(x)))\" cy=\"\(down(y))\""
      + " r=\"\(down(radius))\"/>"
  }

  /// Which part of a text stands at its position, in the direction of reading.
  enum Anchor: String {
    case start, middle, end
  }

  /// Writes a text; its anchor needs no mirroring, for SVG takes it in the direction of writing.
  ///
  /// A shift moves it forward, in hundredths of the letter size.
  mutating func text(
    _ style: String, x: Int, shift: Int = 0, y: Int, _ text: String, anchor: Anchor = .start,
    faint: String = ""
  ) {
    let aside = shift == 0 ? "" : " dx=\"\(down(isMirrored ? -shift : shift))\""
    let end = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    let name = style.isEmpty ? "" : " class=\"\(style)\""
    let more = faint.isEmpty ? "" : "<tspan class=\"faint\">\u{2002}\(Markup.escape(faint))</tspan>"
    body +=
      "<text\(name) x=\"\(across(placed(x)))\"\(aside) y=\"\(down(y))\"\(end)>"
      + Markup.escape(text) + more + "</text>"
  }

  /// Elements placed from a point of their own, in letter sizes to both sides.
  mutating func group(x: Int, y: Int, _ content: (inout SVGMarks) -> Void) {
    var marks = SVGMarks(isMirrored: isMirrored)
    content(&marks)
    body +=
      "<svg x=\"\(across(placed(x)))\" y=\"\(down(y))\" overflow=\"visible\">\(marks.body)</svg>"
  }

  /// The whole chart.
  ///
  /// - Parameters:
  ///   - spec: Where title and summary come from.
  ///   - style: Further classes.
  ///   - height: In hundredths of the letter size.
  ///   - hatch: Whether the pattern for hidden values is needed.
  /// - Returns: The `svg` element.
  func document(
    for spec: ChartSpec, style: String = "", height: Int, hatch: Bool
  ) -> Markup {
    let classes = style.isEmpty ? "chart" : "chart \(style)"
    let id = Markup.escape(spec.id)
    let pattern =
      hatch
      ? "<defs><pattern id=\"\(id)-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
        + "<path class=\"hatch\" d=\"M-1 7 7 -1M-1 1 1 -1M5 7 7 5\"/></pattern></defs>" : ""
    return Markup(
      trusted: "<svg class=\"\(classes)\" role=\"img\" aria-labelledby=\"\(id)-title \(id)-desc\""
        + " width=\"100%\" height=\"\(down(height))\">"
        + "<title id=\"\(id)-title\">\(Markup.escape(spec.title))</title>"
        + "<desc id=\"\(id)-desc\">\(Markup.escape(spec.summary))</desc>"
        + "\(pattern)<g aria-hidden=\"true\">\(body)</g></svg>")
  }

  private func placed(_ x: Int) -> Int { isMirrored ? Self.fullWidth - x : x }
  private func across(_ x: Int) -> String { ChartScale.decimal(x) + "%" }
  private func down(_ y: Int) -> String { ChartScale.decimal(y) + "em" }
}

/// Marks of a legend: positions in hundredths of the letter size, counted from the point of the
/// group in the direction of reading.
struct SVGMarks {
  private(set) var body = ""
  let isMirrored: Bool

  init(isMirrored: Bool) {
    self.isMirrored = isMirrored
  }

  mutating func rectangle(
    _ style: String, at x: Int, width: Int, y: Int, height: Int, fill: String? = nil
  ) {
    let left = isMirrored ? -x - width : x
    let paint = fill.map { " fill=\"url(#\(Markup.escape($0)))\"" } ?? ""
    body +=
      "<rect class=\"\(style)\"\(paint) x=\"\(em(left))\" y=\"\(em(y))\""
      + " width=\"\(em(width))\" height=\"\(em(height))\"/>"
  }

  mutating func lineWithDot(line: String, dot: String, at x: Int, width: Int, y: Int) {
    let start = isMirrored ? -x : x
    let end = isMirrored ? -x - width : x + width
    body +=
      "<line class=\"\(line)\" x1=\"\(em(start))\" y1=\"\(em(y))\" x2=\"\(em(end))\" y2=\"\(em(y))\"/>"
      + "<circle class=\"\(dot)\" cx=\"\(em((start + end) / 2))\" cy=\"\(em(y))\" r=\"\(em(26))\"/>"
  }

  mutating func text(at x: Int, y: Int, _ text: String) {
    body +=
      "<text x=\"\(em(isMirrored ? -x : x))\" y=\"\(em(y))\">\(Markup.escape(text))</text>"
  }

  private func em(_ length: Int) -> String { ChartScale.decimal(length) + "em" }
}
