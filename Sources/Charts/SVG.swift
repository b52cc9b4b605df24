/// The elements of a chart, written as SVG one after the other.
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

  /// A small square at the start of a line, such as in a key.
  mutating func square(_ style: String, y: Int, fill: String? = nil) {
    let paint = fill.map { " fill=\"url(#\(Markup.escape($0)))\"" } ?? ""
    // An inner picture can start at the far edge, from where a rectangle may count backwards.
    body +=
      "<svg x=\"\(across(placed(0)))\" y=\"\(down(y))\" overflow=\"visible\">"
      + "<rect class=\"\(style)\"\(paint) x=\"\(isMirrored ? "-.9em" : "0")\" y=\"0\""
      + " width=\".9em\" height=\".9em\"/></svg>"
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
  /// A shift moves it forward, in hundredths of the letter size. A size is a class of its own inside
  /// the text, because lengths in letter sizes would follow it.
  mutating func text(
    _ style: String, x: Int, shift: Int = 0, y: Int, _ text: String, anchor: Anchor = .start,
    size: String = "", faint: String = ""
  ) {
    let aside = shift == 0 ? "" : " dx=\"\(down(isMirrored ? -shift : shift))\""
    let end = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    let name = style.isEmpty ? "" : " class=\"\(style)\""
    let more = faint.isEmpty ? "" : "<tspan class=\"faint\">\u{2002}\(Markup.escape(faint))</tspan>"
    body +=
      "<text\(name) x=\"\(across(placed(x)))\"\(aside) y=\"\(down(y))\"\(end)>"
      + (size.isEmpty
        ? Markup.escape(text) : "<tspan class=\"\(size)\">\(Markup.escape(text))</tspan>")
      + more + "</text>"
  }

  /// The whole chart.
  ///
  /// - Parameters:
  ///   - spec: Where title and summary come from.
  ///   - style: Further classes.
  ///   - height: In hundredths of the letter size.
  ///   - patterns: What areas are filled with beside colours.
  /// - Returns: The `svg` element.
  func document(
    for spec: ChartSpec, style: String = "", height: Int, patterns: [Pattern]
  ) -> Markup {
    let classes = style.isEmpty ? "chart" : "chart \(style)"
    let id = Markup.escape(spec.id)
    let drawn = patterns.map { $0.element(in: id) }.joined()
    let pattern = drawn.isEmpty ? "" : "<defs>\(drawn)</defs>"
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
