import Testing

@testable import Site
@testable import SiteTemplate

/// What is drawn stands out from the paper, in the light and in the dark (WCAG 2.2, 1.4.11).
@Suite struct ChartColourTests {
  /// The built style sheet with the colours of the brand.
  private static let sheet = Result { () throws in
    try Pages(try SamplePublication.single.get()).page("assets/site.css")
  }

  /// Every part of charts and tiles, and the property by which it is seen.
  ///
  /// The shades of squares and cells are not among them: they repeat the number that stands on them.
  static let marks: [(part: String, property: String)] =
    [
      (".bar", "fill"), (".now", "fill"), (".track,.square", "stroke"), (".line", "stroke"),
      (".dot", "stroke"), (".dot.now", "fill"), (".goal", "stroke"),
      (".axis,.grid,.hidden,.hatch", "stroke"),
      (".tile,.card", "border-block-start"), (".swatch", "--h"), (".swatch", "border"),
      (".verdicts li,.newest", "border-inline-start"), (".verdicts .missed", "border-color"),
    ] + (1...7).map { (".p\($0)", "fill") }

  private func variables(isDark: Bool) throws -> [String: Colour] {
    let sheet = try Self.sheet.get()
    let dark = /@media screen and \(prefers-color-scheme:dark\)\{:root\{([^}]*)\}\}/
    let blocks =
      sheet.matches(of: /(?m)^:root\{([^}]*)\}/).map(\.1)
      + (isDark ? sheet.matches(of: dark).map(\.1) : [])
    var colours: [String: Colour] = [:]
    for line in blocks.flatMap({ $0.split(separator: ";") }) {
      let parts = line.split(separator: ":")
      guard parts.count == 2, let colour = Colour(String(parts[1])) else { continue }
      colours[String(parts[0])] = colour
    }
    return colours
  }

  /// The colour variable of a property in the one rule that a part has of it.
  private func variable(_ part: String, _ property: String) throws -> String {
    let sheet = try Self.sheet.get()
    let rules = sheet.split(whereSeparator: { "{}".contains($0) || $0.isNewline })
    let bodies = zip(rules, rules.dropFirst()).filter { $0.0 == part }.map(\.1)
    // Forced colours have no variables: there the reader's own colours are taken.
    let lines = bodies.flatMap { $0.split(separator: ";") }
      .filter { $0.hasPrefix("\(property):") && $0.contains("var(") }
    let line = try #require(lines.first, "\(part) has no \(property)")
    try #require(lines.count == 1, "\(part): \(lines)")
    let name = try #require(line.firstMatch(of: /var\((--[a-z-]+)\)$/), "\(part): \(line)")
    return String(name.1)
  }

  @Test(arguments: marks.indices, [false, true])
  func `every mark has three times the light of its paper, or a third`(
    index: Int, isDark: Bool
  ) throws {
    let mark = Self.marks[index]
    let colours = try variables(isDark: isDark)
    let paper = try #require(colours["--paper"])
    let colour = try #require(colours[try variable(mark.part, mark.property)])
    #expect(colour.contrast(to: paper) >= 3, "\(mark.part): \(colour.hex)")
  }

  @Test(arguments: [false, true])
  func `a bar stands out from its track, and the parts of a bar are all different`(
    isDark: Bool
  ) throws {
    let colours = try variables(isDark: isDark)
    let (bar, track) = (try #require(colours["--bar"]), try #require(colours["--track"]))
    #expect(bar.contrast(to: track) >= 3)
    let parts = try (1...7).map { try #require(colours[try variable(".p\($0)", "fill")]).hex }
    #expect(Set(parts).count == 7, "\(parts)")
  }
}
