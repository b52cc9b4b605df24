import Disclosure
import Testing

@testable import Site
@testable import SiteTemplate

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

  @Test(arguments: [
    ([PublishedValue.hidden, .hidden], false, true), ([.published(40), .hidden], false, true),
    ([.published(0), .published(0), .hidden], false, true), ([.published(0)], false, false),
    ([], false, false), ([.published(40), .published(0), .hidden], true, false),
    ([.published(40)], true, false), ([.published(40), .missing], true, false),
  ])
  func `a chart is drawn when there is something to see beside something`(
    values: [PublishedValue], isDrawn: Bool, isNamed: Bool
  ) {
    #expect(values.canBeDrawn == isDrawn)
    #expect(values.areHeldBack == isNamed)
  }

  @Test func `a line of one point is not drawn, and named among what is not shown`() throws {
    // Of the smallest quarters no share can be stated.
    let publication = try SamplePublication.publication(
      casesByQuarter: [12, 11, 150], tables: [["timely", "group"], ["channel"]])
    let names = [
      "en": "share closed within 15 days, by period",
      "ar": "نسبة ما أُغلق في غضون 15 يومًا، بحسب الفترة",
      "ru": "доля закрытых в течение 15 дней, по периодам",
    ]
    for (language, name) in names {
      let page = try Pages(publication).page("\(language)/index.html")
      #expect(page.contains("id=\"chart-trend-title\""))
      #expect(!page.contains("chart-trend-timely"))
      let line = page.firstMatch(of: /<p class="key" id="not-shown">(.*?) <a/)?.1 ?? ""
      #expect(line.contains(name), "\(language): \(line)")
    }
  }

  @Test(arguments: [
    ("en", "none, few or many"), ("ar", "معدومة أو قليلة أو كثيرة"),
    ("ru", "мало их было или много"),
  ])
  func `a year of sensitive cases that is not shown says nothing of how many there were`(
    language: String, words: String
  ) throws {
    let sample = try SamplePublication.single.get()
    let pages = [0, 3].map { count in
      Pages(
        Publication(
          sample.context, plan: sample.plan, blocks: sample.blocks,
          sensitiveYears: [
            SensitiveYear(
              year: 2024, complainants: Array(repeating: nil, count: count), plan: sample.plan)
          ]))
    }
    for path in ["\(language)/index.html", "\(language)/method/index.html"] {
      let (none, few) = (try pages[0].page(path), try pages[1].page(path))
      #expect(none == few)
      let line = few.firstMatch(of: /<dt><bdi>2024<\/bdi><\/dt><dd>([^<]*)<\/dd>/)?.1 ?? ""
      #expect(line.contains(words), "\(path): \(line)")
    }
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
