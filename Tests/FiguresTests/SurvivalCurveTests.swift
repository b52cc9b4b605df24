import Figures
import Testing

@Suite struct SurvivalCurveTests {
  private func curve(_ closed: [Int], open: [Int] = []) -> SurvivalCurve {
    SurvivalCurve(
      closed.map { .init(days: $0, isClosed: true) } + open.map { .init(days: $0, isClosed: false) }
    )
  }

  @Test func `without open cases the median is the plain one`() {
    #expect(curve([1, 2, 3, 4, 5]).days(untilShareClosed: (1, 2)) == 3)
    #expect(curve([7]).days(untilShareClosed: (1, 2)) == 7)
    #expect(curve([1, 1, 1, 9]).days(untilShareClosed: (1, 2)) == 1)
  }

  @Test func `open cases move the median later`() {
    // 4 at risk, one closed on day 2 (0.75), one left open on day 3, one of two closed on day 5.
    let curve = curve([2, 5, 9], open: [3])
    #expect(curve.days(untilShareClosed: (1, 2)) == 5)
    #expect(curve.days(untilShareClosed: (9, 10)) == 9)
  }

  @Test func `a curve that stays above one half has no median`() {
    let curve = curve([1], open: [10, 20, 30])
    #expect(curve.days(untilShareClosed: (1, 2)) == nil)
    #expect(curve.longestDays == 30)
  }

  @Test func `nothing gives nothing`() {
    #expect(curve([]).days(untilShareClosed: (1, 2)) == nil)
    #expect(curve([]).longestDays == nil)
  }

  @Test func `a published example gives its published steps`() {
    // Freireich et al. 1963, 6-MP arm: the median is 23 weeks.
    let relapse = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    let censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    #expect(curve(relapse, open: censored).days(untilShareClosed: (1, 2)) == 23)
  }
}
