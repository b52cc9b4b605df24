import Disclosure
import Testing

@testable import Site

@Suite struct ChartTests {
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
          texts: values.map { $0.number.map { "\($0)" } ?? "few" })
      },
      isMirrored: isMirrored, tickTexts: [:], hiddenText: "too few to show")
  }

  private func count(_ part: String, in svg: Markup) -> Int {
    svg.html.split(separator: part, omittingEmptySubsequences: false).count - 1
  }

  @Test func `a hidden value is hatched and has no length of its own`() {
    let svg = spec(.bars, [[.published(40)], [.hidden], [.missing], [.notApplicable]]).svg()
    #expect(count("class=\"bar\"", in: svg) == 1)
    #expect(count("class=\"hidden\"", in: svg) == 1)
    #expect(count("url(#c-hatch)", in: svg) == 1)
    #expect(count("class=\"track\"", in: svg) == 4)
  }

  @Test func `bars are measured against the longest bar, not against other columns`() {
    let svg = spec(.bars, [[.published(10), .published(900)], [.published(5), .hidden]]).svg()
    #expect(svg.html.contains("width=\"50%\""))
    #expect(!svg.html.contains("hatch"))
  }

  @Test func `a hidden value breaks the line`() {
    let whole = spec(.timeColumns, (1...5).map { [.published($0), .published($0)] }).svg()
    #expect(count("class=\"line\"", in: whole) == 4 + 1)  // and the one of the legend
    let broken = spec(
      .timeColumns,
      [.published(1), .published(2), .hidden, .published(3), .published(4)].map {
        [.published(9), $0]
      }
    ).svg()
    #expect(count("class=\"line\"", in: broken) == 2 + 1)
    #expect(count("class=\"dot\"", in: broken) == 4 + 1)
  }

  @Test func `a hidden chart value never appears as a number`() {
    let svg = spec(.timeColumns, [[.published(5)], [.hidden]]).svg()
    #expect(svg.html.contains("too few to show"))
    #expect(count("class=\"bar\"", in: svg) == 1 + 1)
  }

  @Test func `mirroring turns the scale around, not the picture`() {
    let rows: [[PublishedValue]] = [[.published(100)], [.published(25)]]
    let plain = spec(.bars, rows).svg()
    let mirrored = spec(.bars, rows, isMirrored: true).svg()
    #expect(plain.html.contains("class=\"bar\" x=\"0%\" y=\"4.31em\" width=\"25%\""))
    #expect(mirrored.html.contains("class=\"bar\" x=\"75%\" y=\"4.31em\" width=\"25%\""))
    #expect(!mirrored.html.contains("transform"))
  }

  @Test func `the first period stands where reading starts`() {
    let rows: [[PublishedValue]] = (1...3).map { [.published($0)] }
    let plain = spec(.timeColumns, rows).svg().html
    let mirrored = spec(.timeColumns, rows, isMirrored: true).svg().html
    #expect(plain.contains("class=\"last-period\" x=\"100%\""))
    #expect(mirrored.contains("class=\"last-period\" x=\"0%\""))
    #expect(plain.contains("→") && mirrored.contains("←"))
  }

  @Test func `a column of nothing is not drawn and a chart of nothing is empty`() {
    let svg = spec(.timeColumns, [[.published(0)], [.published(0)]]).svg()
    #expect(count("class=\"bar\"", in: svg) == 1)
    #expect(spec(.bars, []).svg().html.isEmpty)
    #expect(!spec(.timeColumns, [[.published(Int.max)]]).svg().html.isEmpty)
  }

  @Test func `hostile names stay names`() {
    let svg = spec(.bars, [[.published(1)]], label: "<script>\"&'\u{0}").svg().html
    #expect(!svg.contains("<script"))
    #expect(svg.contains("&lt;script&gt;&quot;&amp;&#39;"))
    #expect(!svg.contains("\u{0}"))
  }

  @Test func `a chart names itself and hides its words from readers of the table`() {
    let svg = spec(.bars, [[.published(1)]]).svg().html
    #expect(svg.contains("role=\"img\" aria-labelledby=\"c-title c-desc\""))
    #expect(svg.contains("<title id=\"c-title\">Title</title>"))
    #expect(svg.contains("<g aria-hidden=\"true\">"))
    #expect(!svg.contains("style="))
  }

  @Test func `a meter is not drawn for a hidden share`() {
    #expect(Meter.svg(percent: .hidden, target: 90, isMirrored: false).html.isEmpty)
    #expect(Meter.svg(percent: .published(50), target: nil, isMirrored: true).html.contains("50%"))
  }
}
