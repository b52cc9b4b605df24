import CaseModel
import TestSupport
import Testing

@testable import CaseFormat

@Suite struct PosixTimeZoneTests {
  @Test(arguments: [
    ("EET-2EEST,M3.5.5/0,M10.5.5/0", "2023-03-30T22:00:00Z", 10_800, "2023-10-26T21:00:00Z", 7_200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2023-03-26T01:00:00Z", 7_200, "2023-10-29T01:00:00Z", 3_600),
    ("EST5EDT,M3.2.0,M11.1.0", "2023-03-12T07:00:00Z", -14_400, "2023-11-05T06:00:00Z", -18_000),
    ("IST-2IDT,M3.4.4/26,M10.5.0", "2023-03-24T00:00:00Z", 10_800, "2023-10-28T23:00:00Z", 7_200),
    (
      "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2023-03-26T01:00:00Z", -3_600, "2023-10-29T01:00:00Z",
      -7_200
    ),
    (
      "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2023-09-30T15:30:00Z", 39_600,
      "2023-04-01T15:00:00Z", 37_800
    ),
  ])
  func `a rule gives the changes of a year`(
    rule: String, begins: String, summer: Int, ends: String, winter: Int
  ) throws {
    let zone = try #require(PosixTimeZone(rule))
    let transitions = zone.transitions(after: try moment("2023-01-01T00:00:00Z"), until: 2023)
    #expect(
      Set(transitions) == [
        .init(at: try moment(begins), offset: summer), .init(at: try moment(ends), offset: winter),
      ])
  }

  @Test(arguments: ["<+03>-3", "UTC0", "<+0545>-5:45"])
  func `a rule without summer time gives no change`(rule: String) throws {
    #expect(try #require(PosixTimeZone(rule)).transitions(after: nil, until: 2100).isEmpty)
  }

  @Test(arguments: [
    "", "CET", "-1", "<+03-3", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,J60,J300",
    "CET-1CEST,M13.5.0,M10.5.0",
    "CET-1CEST,M0.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.0.0,M10.5.0",
    "CET-1CEST,M3.5.7,M10.5.0",
    "CET-1CEST,M3.5.0/x,M10.5.0", "CET-99999999999999999999", "CET-١", "CET-1CEST,M3.5.0/,M10.5.0",
  ])
  func `another text is no rule`(rule: String) {
    #expect(PosixTimeZone(rule) == nil)
  }
}
