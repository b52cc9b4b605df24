import Testing

@testable import Charts
import Text

@Suite struct ChartScaleTests {
  @Test(arguments: [
    (1, [0, 1]), (4, [0, 1, 2, 3, 4]), (5, [0, 2, 4, 6]), (44, [0, 20, 40, 60]),
    (142, [0, 50, 100, 150]), (1_000, [0, 500, 1_000]), (0, [0, 1]),
  ])
  func `marks are round numbers`(largest: Int, expected: [Int]) {
    #expect(ChartScale.ticks(upTo: largest) == expected)
  }

  @Test func `marks start at zero, rise evenly and cover every value`() {
    var generator = SeededGenerator(seed: 7)
    for bits in 1..<60 {
      let largest = Int.random(in: 1...(1 << bits), using: &generator)
      let ticks = ChartScale.ticks(upTo: largest)
      #expect(ticks.first == 0)
      #expect((ticks.last ?? 0) >= largest)
      #expect((2...5).contains(ticks.count))
      let steps = Set(zip(ticks, ticks.dropFirst()).map { $1 - $0 })
      #expect(steps.count == 1)
    }
    #expect(ChartScale.ticks(upTo: Int.max).first == 0)
  }

  @Test func `scaling keeps order and never leaves the axis`() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let whole = Int.random(in: 1...Int.max, using: &generator)
      let one = Int.random(in: 0...whole, using: &generator)
      let two = Int.random(in: 0...whole, using: &generator)
      let (first, second) = (
        ChartScale.scaled(one, of: whole, to: 10_000), ChartScale.scaled(two, of: whole, to: 10_000)
      )
      #expect((0...10_000).contains(first))
      #expect(one <= two ? first <= second : first >= second)
    }
    #expect(ChartScale.scaled(5, of: 0, to: 100) == 0)
    #expect(ChartScale.scaled(9, of: 3, to: 100) == 100)
    #expect(ChartScale.scaled(-1, of: 3, to: 100) == 0)
  }

  @Test(arguments: [(0, "0"), (5, "0.05"), (50, "0.5"), (1_250, "12.5"), (-135, "-1.35")])
  func `hundredths are written without needless zeros`(hundredths: Int, expected: String) {
    #expect(ChartScale.decimal(hundredths) == expected)
  }

  @Test func `long names break at spaces into three lines at most`() {
    #expect(ChartText.lines("Request for information", atMost: 26) == ["Request for information"])
    #expect(ChartText.lines("one two three four", atMost: 9) == ["one two", "three", "four"])
    #expect(
      ChartText.lines("juillet–septembre", atMost: 16) == ["juillet–", "septembre"])
    #expect(ChartText.lines("June–August", atMost: 16) == ["June–August"])
    #expect(ChartText.lines("a b c d e", atMost: 1) == ["a", "b", "c…"])
    #expect(ChartText.lines(String(repeating: "x", count: 50), atMost: 5) == ["xxxx…"])
    #expect(ChartText.lines("", atMost: 5) == [""])
    #expect(ChartText.lines("May 2025 –\nJune", atMost: 16) == ["May 2025 –", "June"])
  }
}
