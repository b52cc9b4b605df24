import Disclosure
import Testing

@testable import Site

@Suite struct SiteBuilderTests {
  private func build(_ release: Release) -> [String: String] {
    let output = SiteBuilder.build(release: release, template: TemplateFolder.source())
    #expect(output.findings.isEmpty, "\(output.findings)")
    return Dictionary(
      uniqueKeysWithValues: output.files.map { file in
        (file.path, String(decoding: file.bytes, as: UTF8.self))
      })
  }

  @Test func `the same release gives the same bytes`() throws {
    let template = TemplateFolder.source()
    let one = SiteBuilder.build(release: try SampleRelease.make(), template: template)
    let two = SiteBuilder.build(release: try SampleRelease.make(), template: template)
    #expect(one.files == two.files)
    #expect(
      one.files.map(\.path) == [
        "ar/index.html", "assets/icon.svg", "assets/site.css", "data/counts.csv", "en/index.html",
        "index.html", "ru/index.html",
      ])
  }

  @Test func `pages and styles stay small`() throws {
    for (path, text) in build(try SampleRelease.make()) {
      if path.hasSuffix(".html") { #expect(text.utf8.count <= 60 * 1_024, "\(path)") }
      if path.hasSuffix(".css") { #expect(text.utf8.count <= 8 * 1_024, "\(path)") }
    }
  }

  @Test func `nothing is loaded from elsewhere and no script runs`() throws {
    for (path, text) in build(try SampleRelease.make()) where path.hasSuffix(".html") {
      #expect(!text.contains("<script"), "\(path)")
      #expect(!text.contains("style=\""), "\(path)")
      #expect(!text.contains("<style"), "\(path)")
      for attribute in ["src=\"", "href=\""] {
        for address in text.split(separator: attribute).dropFirst() {
          let address = address.prefix { $0 != "\"" }
          #expect(!address.contains(":") && !address.hasPrefix("/"), "\(path): \(address)")
        }
      }
      #expect(text.contains("default-src 'none'; style-src 'self'"), "\(path)")
    }
  }

  @Test(arguments: [
    ("en", "ltr", "Draft, internal: not safe to publish."),
    ("ar", "rtl", "مسودة داخلية: نشرها غير آمن."),
    ("ru", "ltr", "Черновик для внутреннего пользования: публиковать небезопасно."),
  ])
  func `every page says in its language that it is a draft`(
    language: String, direction: String, banner: String
  ) throws {
    let pages = build(try SampleRelease.make())
    let page = try #require(pages["\(language)/index.html"])
    #expect(page.contains("<html lang=\"\(language)\" dir=\"\(direction)\">"))
    #expect(page.contains("<strong>\(banner)</strong>"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    let root = try #require(pages["index.html"])
    #expect(root.contains("<strong>\(banner)</strong>"))
    #expect(root.contains("href=\"\(language)/index.html\""))
  }

  @Test func `the default language comes first at the door`() throws {
    let root = try #require(build(try SampleRelease.make(languages: ["ru", "ar"]))["index.html"])
    #expect(root.contains("<html lang=\"ru\""))
    let russian = try #require(root.firstRange(of: "href=\"ru/index.html\""))
    let arabic = try #require(root.firstRange(of: "href=\"ar/index.html\""))
    #expect(russian.lowerBound < arabic.lowerBound)
    #expect(!root.contains("en/index.html"))
  }

  @Test func `numbers, dates and shares are written as the language does`() throws {
    let pages = build(try SampleRelease.make())
    let english = try #require(pages["en/index.html"])
    #expect(english.contains("<bdi>1,318</bdi>"))
    #expect(english.contains("<bdi>72%</bdi>"))
    #expect(english.contains("<bdi>71</bdi> of <bdi>98</bdi>"))
    #expect(english.contains("<bdi>9</bdi> days"))
    #expect(english.contains("Figures as of <bdi>30 September 2026</bdi>"))
    let russian = try #require(pages["ru/index.html"])
    #expect(russian.contains("<bdi>1\u{A0}318</bdi>"))
    #expect(russian.contains("<bdi>9</bdi> дней"))
    #expect(russian.contains("30 сентября 2026\u{A0}г."))
    #expect(russian.contains("сентябрь 2026"))
    let arabic = try #require(pages["ar/index.html"])
    #expect(arabic.contains("<bdi>9</bdi> أيام"))
    #expect(arabic.contains("30 أيلول 2026"))
  }

  @Test func `hostile names stay names everywhere`() throws {
    let hostile = "<script>alert(1)</script>\"'&"
    let pages = build(try SampleRelease.make(categoryLabel: hostile))
    let page = try #require(pages["en/index.html"])
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"))
  }

  @Test func `every table stands in the page with its caption and scopes`() throws {
    let page = try #require(build(try SampleRelease.make())["en/index.html"])
    func count(_ part: String) -> Int {
      page.split(separator: part, omittingEmptySubsequences: false).count - 1
    }
    #expect(count("<table>") == SampleRelease.tables.count)
    #expect(count("<caption>") == SampleRelease.tables.count)
    #expect(count("<figure>") == SampleRelease.tables.count)
    #expect(count("role=\"img\" aria-labelledby") == SampleRelease.tables.count)
    #expect(page.contains("<th scope=\"row\">September 2026</th><td class=\"n\">111</td>"))
  }

  @Test func `open data is one sorted line per number`() throws {
    let csv = try #require(build(try SampleRelease.make())["data/counts.csv"])
    let lines = csv.split(separator: "\n")
    #expect(lines.first == "table,area,category,channel,days-open,month,measure,value,flag")
    #expect(lines.contains("trend,,,,,2026-09,received,111,"))
    #expect(lines.contains("ageing,,,,90+,,open,2,"))
    #expect(lines.contains("category,,minor,,,,closed,197,"))
    #expect(Array(lines.dropFirst()) == lines.dropFirst().sorted())
  }

  @Test func `a month without a record is a gap, not a zero`() throws {
    let table = DraftTable(
      id: "trend", rowDimension: "month", columns: ["received", "closed"],
      rows: [("2026-01", [3, nil]), ("2026-02", [4, 5])], order: .given, isPartition: true,
      from: "2026-01-01", to: "2026-02-28")
    let release = try Draft.release(
      name: ["en": "X"], languages: ["en"], asOf: "2026-02-28", generatedOn: "", figures: [],
      tables: [table], labels: [:])
    let pages = build(release)
    #expect(pages["data/counts.csv"]?.contains("trend,2026-01,closed,,m") == true)
    #expect(pages["en/index.html"]?.contains("<td class=\"absent\">no data</td>") == true)
    #expect(pages["en/index.html"]?.contains("<tfoot>") == false)
  }

  @Test func `shares of few cases are said as cases, and a median may be open`() throws {
    let release = try Draft.release(
      name: ["ru": "X"], languages: ["ru"], asOf: "2026-02-28", generatedOn: "",
      figures: [
        .share("K05", numerator: 7, denominator: 12, from: "2026-01-01", to: "2026-02-28"),
        .daysMoreThan("K07", 41, cases: 1, from: "2026-01-01", to: "2026-02-28"),
      ],
      tables: [], labels: [:])
    let page = try #require(build(release)["ru/index.html"])
    #expect(page.contains("<p class=\"number\"><bdi>7</bdi> из <bdi>12</bdi></p>"))
    #expect(page.contains("<p class=\"number\">больше <bdi>41</bdi> дня</p>"))
    #expect(page.contains("<bdi>1</bdi> обращение"))
  }
}
