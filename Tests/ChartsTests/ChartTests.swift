import Disclosure
import Testing

@testable import Charts

@Suite struct ChartTests {
  static let kinds: [ChartSpec.Kind] = [
    .bars(whole: nil), .columns(ticks: []),
    .line(targets: [.init(percent: 85, words: ["Target", "85%"])], ticks: []),
    .tiles(columns: 3), .pyramid(rowName: "Age"), stacks,
  ]

  /// Two parts and what they leave of the whole.
  static let stacks = ChartSpec.Kind.stacks(
    parts: [
      ChartSpec.Part(style: 2, label: "Desk", text: "40", share: "44%"),
      ChartSpec.Part(style: 5, label: "Box", text: "3"),
    ])

  private func spec(
    _ kind: ChartSpec.Kind, _ rows: [[PublishedValue]], isMirrored: Bool = false,
    label: String = "row"
  ) -> ChartSpec {
    ChartSpec(
      id: "c", kind: kind, title: "Title", summary: "Summary",
      series: (0..<(rows.first?.count ?? 0)).map { "series \($0)" },
      rows: rows.enumerated().map { index, values in
        ChartSpec.Row(
          label: "\(label) \(index)", values: values,
          texts: values.map { $0.number.map { "\($0)" } ?? "few" }, share: "2026")
      },
      isMirrored: isMirrored, hiddenText: "not shown")
  }

  private func count(_ part: String, in svg: Markup) -> Int {
    svg.html.split(separator: part, omittingEmptySubsequences: false).count - 1
  }

  @Test func `a hidden value is hatched and has no length of its own`() {
    let svg = spec(.bars(whole: nil), [[.published(40)], [.hidden], [.missing], [.notApplicable]])
      .svg()
    #expect(count("class=\"bar\"", in: svg) == 1)
    #expect(count("class=\"hidden\"", in: svg) == 1)
    #expect(count("url(#c-hatch)", in: svg) == 1)
    #expect(count("class=\"track\"", in: svg) == 4)
  }

  @Test(arguments: kinds)
  func `hidden marks have one size in a chart`(kind: ChartSpec.Kind) {
    let rows: [[PublishedValue]] = [
      [.published(40), .published(3), .published(90)], [.hidden, .hidden, .published(90)],
      [.published(7), .published(9), .published(90)], [.hidden, .hidden, .published(90)],
    ]
    guard case .stacks = kind else {
      let svg = spec(kind, rows).svg().html
      let marks = svg.split(separator: "<rect class=\"hidden\"").dropFirst().map { mark in
        let size = mark.firstRange(of: "width=").map { mark[$0.lowerBound...] } ?? ""
        return String(size.prefix { $0 != "/" })
      }
      #expect(marks.count >= 2)
      #expect(Set(marks).count == 1)
      return
    }
    // What is left of a whole bar is all that is hidden, together.
    let svg = spec(kind, rows).svg()
    #expect(count("class=\"hidden\"", in: svg) >= 2)
  }

  @Test func `a hidden value breaks the line`() {
    let line = ChartSpec.Kind.line(targets: [], ticks: [])
    let whole = spec(line, (1...5).map { [.published($0)] }).svg()
    #expect(count("class=\"line\"", in: whole) == 4)
    let broken = spec(
      line, [.published(1), .published(2), .hidden, .published(3), .published(4)].map { [$0] }
    ).svg()
    #expect(count("class=\"line\"", in: broken) == 2)
    #expect(count("class=\"dot\"", in: broken) == 4)
    #expect(count("class=\"hidden\"", in: broken) == 1)
  }

  @Test func `the target is a line with words on it`() {
    let svg = spec(
      .line(targets: [.init(percent: 85, words: ["Target", "85%"])], ticks: []), [[.published(70)]]
    ).svg()
    #expect(count("class=\"goal\"", in: svg) == 1)
    #expect(svg.html.contains(">Target</tspan>") && svg.html.contains(">85%</tspan>"))
  }

  @Test func `a target that was another one before has a line for as long as it held`() {
    let (old, new) = (
      ChartSpec.Target(percent: 85, words: ["Target", "85%"]),
      ChartSpec.Target(percent: 50, words: ["Target", "50%"])
    )
    let rows: [[PublishedValue]] = (60...63).map { [.published($0)] }
    let svg = spec(.line(targets: [nil, old, old, new], ticks: []), rows).svg()
    #expect(count("class=\"goal\"", in: svg) == 2)
    #expect(svg.html.contains("class=\"goal\" x1=\"25%\"") && svg.html.contains("x2=\"75%\""))
    #expect(svg.html.contains("class=\"goal\" x1=\"75%\"") && svg.html.contains("x2=\"100%\""))
    #expect(svg.html.contains(">85%</tspan>") && svg.html.contains(">50%</tspan>"))
    let same = spec(.line(targets: [old, old, old, old], ticks: []), rows).svg()
    #expect(count("class=\"goal\"", in: same) == 1)
  }

  @Test func `mirroring turns the scale around, not the picture`() {
    let rows: [[PublishedValue]] = [[.published(100)], [.published(25)]]
    let plain = spec(.bars(whole: nil), rows).svg()
    let mirrored = spec(.bars(whole: nil), rows, isMirrored: true).svg()
    #expect(plain.html.contains("class=\"bar\" x=\"0%\" y=\"4.31em\" width=\"25%\""))
    #expect(mirrored.html.contains("class=\"bar\" x=\"75%\" y=\"4.31em\" width=\"25%\""))
    for kind in Self.kinds {
      #expect(!spec(kind, rows, isMirrored: true).svg().html.contains("transform"))
    }
  }

  @Test(arguments: [ChartSpec.Kind.columns(ticks: []), .line(targets: [], ticks: [])])
  func `the first period stands where reading starts`(kind: ChartSpec.Kind) {
    let rows: [[PublishedValue]] = (1...3).map { [.published($0)] }
    let plain = spec(kind, rows).svg().html
    let mirrored = spec(kind, rows, isMirrored: true).svg().html
    #expect(plain.contains("class=\"last-period\" x=\"83.32%\""))
    #expect(mirrored.contains("class=\"last-period\" x=\"16.68%\""))
    #expect(plain.contains("→") && mirrored.contains("←"))
  }

  @Test func `squares stand in rows in the given order`() {
    let rows: [[PublishedValue]] = (1...5).map { [.published($0)] }
    let svg = spec(.tiles(columns: 3), rows).svg().html
    let mirrored = spec(.tiles(columns: 3), rows, isMirrored: true).svg().html
    #expect(svg.contains("class=\"square s1\" x=\"0%\" y=\"0em\""))
    #expect(svg.contains("class=\"square s5\" x=\"33.76%\" y=\"7.2em\""))
    #expect(mirrored.contains("class=\"square s5\" x=\"33.78%\" y=\"7.2em\""))
  }

  @Test func `a whole bar with everything shown leaves nothing hatched`() {
    let whole = spec(Self.stacks, [[.published(3), .published(7), .published(10)]]).svg()
    // A bar and a line of the key for each.
    #expect(count("class=\"part", in: whole) == 4)
    #expect(count("class=\"hidden\"", in: whole) == 0)
  }

  @Test func `a bar fills as much of its track as its share says`() {
    let svg = spec(.bars(whole: 100), [[.published(38)], [.published(100)]]).svg()
    #expect(count("class=\"bar\"", in: svg) == 2)
    #expect(svg.html.contains("class=\"bar\" x=\"0%\" y=\"1.38em\" width=\"38%\""))
    #expect(svg.html.contains("width=\"100%\" height=\"0.8em\""))
  }

  @Test func `every part of a whole bar is named, with its own colour and pattern`() {
    let svg = spec(
      Self.stacks,
      [[.published(4), .hidden, .published(10)], [.published(1), .published(9), .published(10)]]
    ).svg()
    for (style, parts) in [(2, 3), (5, 2)] {
      // The key, and the bars that have the part.
      #expect(count("class=\"part p\(style)\" fill=\"url(#c-f\(style))\"", in: svg) == parts)
      #expect(count("<pattern id=\"c-f\(style)\"", in: svg) == 1)
    }
    // What is hidden in one bar has a line in the key.
    for name in ["Desk", "Box", "not shown"] { #expect(svg.html.contains(">\(name)</text>")) }
  }

  @Test func `every column names its period, and a year stands where it begins`() {
    let names = ["Oct–\nDec", "Jan–\nMar", "Apr–\nJun"]
    let rows = zip(names, ["2025", "2026", "2026"]).map { name, year in
      ChartSpec.Row(label: name, values: [.published(3)], texts: ["3"], share: year)
    }
    let svg = ChartSpec(
      id: "c", kind: .columns(ticks: []), title: "Title", summary: "Summary", series: [],
      rows: rows,
      isMirrored: false, hiddenText: ""
    ).svg()
    let words = names.flatMap { $0.split(separator: "\n").map(String.init) } + ["2025", "2026"]
    for word in words { #expect(count(">\(word)</tspan>", in: svg) == 1, "\(word)") }
  }

  @Test func `the sides of a pyramid begin beside the names in the middle`() {
    let svg = spec(.pyramid(rowName: "Age"), [[.published(10), .published(5)]]).svg().html
    #expect(svg.contains("text-anchor=\"middle\"><tspan class=\"small\">Age</tspan>"))
    #expect(svg.contains("class=\"bar now\" x=\"12.5%\""))
    #expect(svg.contains("class=\"bar\" x=\"64.5%\""))
  }

  @Test func `a column of nothing is not drawn and a chart of nothing is empty`() {
    let svg = spec(.columns(ticks: []), [[.published(0)], [.published(0)]]).svg()
    #expect(count("class=\"bar", in: svg) == 0)
    for kind in Self.kinds {
      #expect(spec(kind, []).svg().html.isEmpty)
      #expect(!spec(kind, [[.published(Int.max), .published(Int.max)]]).svg().html.isEmpty)
      #expect(!spec(kind, [[]]).svg().html.isEmpty)
    }
  }

  @Test(arguments: kinds)
  func `hostile names stay names`(kind: ChartSpec.Kind) {
    let svg = spec(kind, [[.published(1)]], label: "<b>\"&'\u{0}").svg().html
    #expect(!svg.contains("<b>"))
    #expect(svg.contains("&lt;b&gt;&quot;&amp;&#39;"))
    #expect(!svg.contains("\u{0}"))
  }

  @Test(arguments: kinds)
  func `a chart names itself and hides its words from readers of the table`(
    kind: ChartSpec.Kind
  ) {
    let svg = spec(kind, [[.published(1)]]).svg().html
    #expect(svg.contains("role=\"img\" aria-labelledby=\"c-title c-desc\""))
    #expect(svg.contains("<title id=\"c-title\">Title</title>"))
    #expect(svg.contains("<desc id=\"c-desc\">Summary</desc>"))
    #expect(svg.contains("<g aria-hidden=\"true\">"))
  }

  @Test func `a sparkline breaks where a value is hidden`() {
    let svg = Sparkline.svg(
      [.published(3), .published(4), .hidden, .published(5), .published(6)], isMirrored: false)
    #expect(count("class=\"line\"", in: svg) == 2)
    #expect(svg.html.contains("aria-hidden=\"true\""))
  }
}
