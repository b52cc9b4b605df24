extension SVG {
  /// What areas are filled with where colours are not enough: hidden counts always, parts of a bar where
  /// the reader's own colours replace those of the page.
  enum Pattern: Hashable {
    case hidden
    /// The pattern of a part, by its style from 1.
    case part(Int)

    /// Lines and dots that differ in direction and weight, in a square of eight by eight.
    ///
    /// None leans: slanting lines are what is hidden.
    private static let parts = [
      "M0 6 4 2 8 6", "M0 4H8", "M4 0V8", "M1 4H5M3 2V6", "M0 4H8M4 0V8", "M3 3h2v2H3Z",
      "M0 2H3M4 6H7",
    ]

    /// The id of the pattern in a chart.
    func id(in chart: String) -> String {
      switch self {
      case .hidden: "\(chart)-hatch"
      case .part(let style): "\(chart)-f\(style)"
      }
    }

    /// The pattern as an element of a chart whose id is escaped.
    func element(in chart: String) -> String {
      let (size, path) =
        switch self {
        case .hidden: (6, "M-1 7 7 -1M-1 1 1 -1M5 7 7 5")
        case .part(let style): (8, Self.parts[max(0, style - 1) % Self.parts.count])
        }
      return "<pattern id=\"\(id(in: chart))\" width=\"\(size)\" height=\"\(size)\""
        + " patternUnits=\"userSpaceOnUse\"><path class=\"hatch\" d=\"\(path)\"/></pattern>"
    }
  }
}
