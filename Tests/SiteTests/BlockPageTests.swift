import Disclosure
import Testing

@testable import Site
@testable import SiteTemplate

@Suite struct BlockPageTests {
  private static let full = Result { () throws in Pages(try SamplePublication.full.get()) }

  @Test func `all pictures stand in the page, each with its table, caption and scopes`() throws {
    let page = try Self.full.get().page("en/index.html")
    let figures = [
      "trend", "ageing", "kinds", "places", "kinds-places", "people", "channels",
    ]
    for id in figures + ["registered", "K05", "K07", "K15"] {
      #expect(page.contains(" id=\"\(id)\""), "\(id)")
    }
    #expect(Pages.count("<figure>", in: page) == figures.count)
    #expect(Pages.count("<table>", in: page) == figures.count)
    #expect(Pages.count("<caption>", in: page) == figures.count)
    #expect(Pages.count("<figcaption>", in: page) == figures.count)
    #expect(page.contains("<th scope=\"row\">April–June 2026</th><td class=\"n\">203</td>"))
  }

  @Test func `a hidden count is said in words, hatched and at the end`() throws {
    let publication = try SamplePublication.full.get()
    let block = try #require(publication.blocks.last)
    let hidden = block.flows.cells(of: [.region]).filter { $0.value == .hidden }
    try #require(!hidden.isEmpty, "the sample hides nothing")
    let page = try Self.full.get().page("en/index.html")
    #expect(page.contains("<td class=\"absent hatched\">not shown</td>"))
    #expect(page.contains("fill=\"url(#chart-places-hatch)\""))
  }

  @Test func `a table that is left out is said in words`() throws {
    let publication = try SamplePublication.full.get()
    let block = try #require(publication.blocks.first { $0.period == "2025-Q2" })
    try #require(block.choices.contains { $0.published.isEmpty }, "the sample shows everything")
    let page = try Self.full.get().page("en/2025-Q2/index.html")
    let lines = page.matches(of: /<p class="key" id="not-shown">(.*?)<\/p>/).map(\.1)
    #expect(lines.count == 1)
    #expect(lines.first?.contains("cases by area and kind") == true, "\(lines)")
    #expect(!page.contains("class=\"note\""))
    let method = try Self.full.get().page("en/method/index.html")
    #expect(method.contains("<dd>not shown</dd>"))
  }

  @Test func `the first block compares itself with nothing`() throws {
    let page = try Pages(try SamplePublication.single.get()).page("en/index.html")
    #expect(!page.contains("class=\"change\""))
    #expect(!page.contains("class=\"spark\""))
    #expect(page.contains("counting may have begun after its first day"))
    #expect(!page.contains("class=\"newer\""))
  }

  @Test func `before the first block the page says when there will be one`() throws {
    let pages = Pages(try SamplePublication.none())
    #expect(pages.findings.isEmpty)
    #expect(pages.numbers.isEmpty)
    let page = try pages.page("en/index.html")
    #expect(page.contains("No figures have been published yet."))
    #expect(page.contains("the first quarter is over and <bdi>21</bdi> days more have passed"))
    #expect(!page.contains("<figure"))
    #expect(pages.files["en/print/index.html"] == nil)
    #expect(pages.files["ru/method/index.html"] != nil)
  }

  @Test(arguments: [
    ("en", "Internal: not safe to publish."), ("ar", "للاستعمال الداخلي: نشرها غير آمن."),
    ("ru", "Для внутреннего пользования: публиковать небезопасно."),
  ])
  func `every page of the team says that it is not for the public`(
    language: String, banner: String
  ) throws {
    let pages = Pages(try SamplePublication.internalOnly())
    #expect(pages.findings.isEmpty, "\(pages.findings)")
    for (path, text) in pages.html where path.hasPrefix(language) || path == "index.html" {
      #expect(text.contains("<strong>\(banner)</strong>"), "\(path)")
      #expect(text.contains("<meta name=\"robots\" content=\"noindex\">"), "\(path)")
    }
    for (path, text) in try Self.full.get().html {
      #expect(!text.contains("noindex") && !text.contains(banner), "\(path)")
    }
  }

  @Test func `the print version is one file with all tables open`() throws {
    let page = try Self.full.get().page("ar/print/index.html")
    #expect(page.contains("<style>"))
    #expect(!page.contains("rel=\"stylesheet\""))
    #expect(Pages.count("<details", in: page) == Pages.count("<details open", in: page))
  }

  @Test func `every table has one head that fits all its rows`() throws {
    let pages = Pages(try SamplePublication.publication(casesByQuarter: [40, 60, 140]))
    var captions: Set<String> = []
    for (path, page) in pages.files where path.hasSuffix(".html") {
      for table in page.matches(of: /(?s)<table>(.*?)<\/table>/).map(\.1) {
        let rows = table.matches(of: /(?s)<tr>(.*?)<\/tr>/).map { row in
          row.1.matches(of: /<t[hd]/).count
        }
        let caption = try #require(table.firstMatch(of: /<caption>([^<,]*)/)).1
        #expect(Set(rows).count == 1, "\(path): \(caption): \(rows)")
        if path.hasPrefix("en/") { captions.insert(String(caption)) }
      }
    }
    // Sex and age where they stand apart, in a table each.
    #expect(
      captions.isSuperset(of: ["Sex", "Child or adult", "Cases by area and kind"]), "\(captions)")
  }

  @Test func `what people wrote by hand is safe Markdown, and may be missing`() throws {
    let publication = try SamplePublication.single.get()
    #expect(!(try Pages(publication).page("en/index.html")).contains("id=\"you-said\""))
    let page = try Pages(
      publication,
      overrides: [
        "content/you-said.en.md": "- **Tap** <script>x</script>\n",
        "brand.yml": "contacts:\n  email: ask@example.org\n",
      ]
    ).page("en/index.html")
    #expect(page.contains("id=\"you-said\""))
    #expect(page.contains("<strong>Tap</strong> &lt;script&gt;"))
    #expect(page.contains("<a href=\"mailto:ask@example.org\">"))
  }

  @Test func `hostile names stay names everywhere`() throws {
    let hostile = "<script>alert(1)</script>\"'&"
    let publication = try SamplePublication.single.get()
    let renamed = Publication(
      SamplePublication.context(northernName: hostile), plan: publication.plan,
      blocks: publication.blocks, sensitiveYears: [])
    let page = try Pages(renamed).page("en/index.html")
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;"))
  }
}
