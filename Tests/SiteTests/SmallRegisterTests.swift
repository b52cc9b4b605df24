import Disclosure
import Testing

@testable import Site

/// What a page of few cases leaves out, and how it says so.
@Suite struct SmallRegisterTests {
  @Test func `what is not shown is one line at the end, with its names`() throws {
    let publication = try SamplePublication.publication(casesByQuarter: [26, 24])
    let pages = Pages(publication)
    for language in ["en", "ar", "ru"] {
      let page = try pages.page("\(language)/index.html")
      #expect(Pages.count("id=\"not-shown\"", in: page) == 1)
      #expect(!page.contains("class=\"number absent\""))
      #expect(!page.contains("class=\"note\""))
      // Every figure that stands there has something to show.
      let figures = page.matches(of: /(?s)<figure>(.*?)<\/figure>/).map(\.1)
      #expect(figures.allSatisfy { $0.contains("<td class=\"n") }, "\(language)")
    }
    let line = try #require(
      try pages.page("en/index.html").firstMatch(of: /<p class="key" id="not-shown">(.*?) <a/)?.1)
    #expect(line.contains("median time to close a complaint"), "\(line)")
  }

  @Test func `a page that shows everything has no such line, nor words about hatching`() throws {
    let publication = try SamplePublication.publication(
      casesByQuarter: [140, 150], tables: [["group"], ["satisfied"]])
    let page = try Pages(publication).page("en/index.html")
    try #require(publication.blocks.allSatisfy { $0.flows.rows.allSatisfy { $0.value != .hidden } })
    #expect(!page.contains("id=\"not-shown\""))
    // The stock of the sample hides nothing either.
    let stock = publication.blocks.last?.stock?.rows.contains { $0.value == .hidden } ?? false
    #expect(page.contains("class=\"swatch\"") == stock)
  }

  @Test func `one period alone has no picture of time`() throws {
    let page = try Pages(try SamplePublication.single.get()).page("en/index.html")
    #expect(!page.contains("id=\"trend\""))
    #expect(!page.contains("cases registered and complaints closed in time"))
  }

  @Test func `a caption speaks of a line where one is drawn`() throws {
    let publication = try SamplePublication.publication(
      casesByQuarter: [26, 24, 25], tables: [["timely", "group"], ["channel"]])
    for block in publication.blocks {
      let page = try Pages(publication).page("en/\(block.period)/index.html")
      let trend = page.split(separator: "id=\"trend\"").last?.split(separator: "</figure>").first
      guard page.contains("id=\"trend\""), let trend else { continue }
      #expect(
        trend.contains("The line shows") == trend.contains("chart-trend-timely"), "\(block.period)")
    }
  }

  @Test func `a channel has one colour in all pages`() throws {
    let pages = Pages(try SamplePublication.full.get())
    var colours: [String: Set<String>] = [:]
    for (path, page) in pages.html where path.hasPrefix("en/20") {
      guard let chart = page.split(separator: "id=\"chart-channels-title\"").dropFirst().first
      else { continue }
      let key = /<rect class="part (p\d)"[^>]*width=".9em"[^>]*\/><\/svg><text[^>]*>([^<]+)</
      for part in chart.matches(of: key) {
        colours[String(part.2), default: []].insert(String(part.1))
      }
    }
    #expect(colours["Hotline or phone"]?.count == 1, "\(colours)")
    #expect(colours["Messaging app"]?.count == 1 && colours.count > 4, "\(colours)")
  }
}
