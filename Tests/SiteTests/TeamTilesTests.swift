import CaseModel
import Disclosure
import Testing

@testable import Site
@testable import SiteTemplate

/// The tiles of the team's page whose figures come from the cases.
@Suite struct TeamTilesTests {
  @Test(arguments: [
    ("en", "85%", "Target of 85% missed", "11 of 13"),
    ("ar", "85", "85", "11 من أصل 13"), ("ru", "85", "85", "11 из 13"),
  ])
  func `a share of few cases stands beside its fraction`(
    tag: String, number: String, target: String, fraction: String
  ) throws {
    let publication = try SamplePublication.internalOnly { day in
      [
        TeamFigure(
          id: "K05", value: .percent(85, of: 13), ratio: Ratio(part: 11, whole: 13),
          from: day.adding(months: -6), to: day, cases: 13)
      ]
    }
    let page = try Pages(publication).page("\(tag)/index.html")
    let tile = try #require(
      page.split(separator: "id=\"K05\"").last?.split(separator: "</li>").first
    ).replacing(/<[^>]+>/, with: "")
    for words in [number, target, fraction] { #expect(tile.contains(words), "\(tile)") }
  }

  @Test func `a share that is said as a fraction is not said twice`() throws {
    var cases = SampleCases(seed: 5)
    let start = SamplePublication.quarter(0)
    let publication = Publication(
      internal: SamplePublication.context(), plan: try SamplePublication.plan(),
      records: cases.records(12, from: start, days: 90), open: { _ in [] }, book: SampleCases.book,
      asOf: start.adding(days: 89), figures: { _ in [] })
    let page = try Pages(publication).page("en/index.html")
    let tile =
      try #require(
        page.split(separator: "id=\"K15\"").last?.split(separator: "</li>").first
      ).replacing(/<[^>]+>/, with: "").split(separator: "How it is counted").first ?? ""
    #expect(tile.matches(of: /\d+ of \d+/).count == 1, "\(tile)")
  }
}
