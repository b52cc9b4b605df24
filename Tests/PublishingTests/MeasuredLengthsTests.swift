import Disclosure
import Testing

@testable import Publishing

@Suite struct MeasuredLengthsTests {
  @Test(arguments: [(20, 30), (100, 30), (299, 30), (300, 11), (999, 11), (5_000, 5)])
  func `what a quarter does not show is told by the next smaller size that was measured`(
    cases: Int, hidden: Int
  ) {
    let measured = MeasuredLengths.hidden(casesAYear: cases)
    #expect(measured.map(\.length) == [.quarter, .half, .year])
    #expect(measured.first?.cases == hidden)
    // A longer block never shows less.
    #expect(measured.map(\.cases) == measured.map(\.cases).sorted(by: >))
  }
}
