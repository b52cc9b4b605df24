import Disclosure
import Register
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

  @Test func `three months do not stand for a year`() throws {
    let place = try OpenRegister()
    try place.add(12, on: "2026-10-05")
    try place.add(12, on: "2026-12-10")
    let register = try place.on("2027-02-01")
    let trial = try #require(try LengthTrial(RegisterNumbers(register), on: register.today))
    #expect(trial.showings.map(\.period) == ["2026-Q4"])
    #expect(trial.untried == [.half, .year])
  }
}
