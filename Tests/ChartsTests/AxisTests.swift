import Disclosure
import Testing

@testable import Charts

/// What stands beside and below a plot.
@Suite struct AxisTests {
  private static let marks = [0, 50, 100].map { ChartSpec.Tick($0, "\($0)!") }

  private func svg(
    _ kind: ChartSpec.Kind, _ rows: [(label: String, value: Int)], isMirrored: Bool = false
  ) -> String {
    ChartSpec(
      id: "c", kind: kind, title: "Title", summary: "Summary", series: [],
      rows: rows.map { label, value in
        ChartSpec.Row(
          label: label, values: [.published(value)], texts: ["\(value)#"], share: "2026")
      }, isMirrored: isMirrored, hiddenText: ""
    ).svg().html
  }

  private func count(_ part: String, in svg: String) -> Int {
    svg.split(separator: part, omittingEmptySubsequences: false).count - 1
  }

  @Test func `columns end where the value axis says`() {
    let svg = svg(.columns(ticks: Self.marks), [("a", 50), ("b", 25)])
    // The whole plot is eight letters high; 50 of 100 are four of them.
    #expect(svg.contains("y=\"5.5em\" width=\"16.66%\" height=\"4em\""))
    #expect(svg.contains("height=\"2em\""))
    #expect(count("class=\"grid\"", in: svg) == 2)
    for mark in Self.marks { #expect(count(">\(mark.text)</tspan>", in: svg) == 1) }
  }

  @Test(arguments: [false, true])
  func `the numbers of the axis stand where reading starts`(isMirrored: Bool) {
    let svg = svg(.columns(ticks: Self.marks), [("a", 50)], isMirrored: isMirrored)
    let place = isMirrored ? "x=\"100%\" dx=\"0.45em\"" : "x=\"0%\" dx=\"-0.45em\""
    let number = "<text class=\"faint\" \(place) y=\"5.8em\" text-anchor=\"end\""
    #expect(count(number, in: svg) == 1, "\(svg)")
  }

  @Test(arguments: [
    (80, ["0!", "50!", "100!"]), (85, ["0!", "50!"]), (60, ["0!", "100!"]), (10, ["50!", "100!"]),
  ])
  func `no mark stands on the words of the target`(percent: Int, shown: [String]) {
    let target = ChartSpec.Target(percent: percent, words: ["Target", "\(percent)%"])
    let svg = svg(.line(targets: [target], ticks: Self.marks), [("a", 70)])
    #expect(Self.marks.map(\.text).filter { svg.contains(">\($0)</tspan>") } == shown)
    #expect(count("class=\"grid\"", in: svg) == 2)
  }

  @Test(arguments: [
    (["Jan"], [0]), (["Jan", "Feb", "Mar"], [0, 1, 2]),
    // Eight names of seven letters: every second one, the first instead of its neighbour.
    ((1...8).map { "month-\($0)" }, [0, 3, 5, 7]),
    ((1...7).map { "month-\($0)" }, [0, 2, 4, 6]),
    (["a name of thirty letters or more", "b"], [0, 1]),
  ])
  func `periods are named as far as there is room, the first and the last always`(
    names: [String], shown: [Int]
  ) {
    let svg = svg(.columns(ticks: []), names.map { ($0, 7) })
    #expect(names.indices.filter { svg.contains(">\(names[$0])</tspan>") } == shown)
    #expect(count(">2026</tspan>", in: svg) == 1)
  }

  @Test func `a long number stands on every n-th column, and on the last`() {
    let svg = svg(.columns(ticks: []), (0..<8).map { ("\($0)", 12_345_670 + $0) })
    let shown = (0..<8).filter { svg.contains(">1234567\($0)#<") }
    #expect(shown == [0, 3, 5, 7])
    #expect(count("class=\"bar", in: svg) == 8)
  }

  @Test(arguments: [
    ([3, 9], false), ([100, 100, 100], false), ([100, 98, 110], false), ([100, 80, 95], false),
    ([100, 70, 95], true),
    ([0, 0, 0], false), ([0, 1, 0], true), ([], false),
  ])
  func `a small line is drawn when it shows more than the words beside it`(
    numbers: [Int], isTelling: Bool
  ) {
    #expect(Sparkline.isTelling(numbers.map { .published($0) }) == isTelling)
    #expect(
      Sparkline.isTelling(numbers.flatMap { [.published($0), .hidden] }) == isTelling)
  }
}
