import Disclosure
import Testing

@testable import Site
@testable import SiteTemplate

@Suite struct SiteBuilderTests {
  private static let full = Result { () throws in Pages(try SamplePublication.full.get()) }

  @Test func `the same publication gives the same bytes`() throws {
    let publication = try SamplePublication.single.get()
    let (one, two) = (Pages(publication), Pages(publication))
    #expect(one.findings.isEmpty, "\(one.findings)")
    #expect(one.files == two.files)
    #expect(one.numbers == two.numbers)
  }

  @Test func `every block has its address in every language, and the newest one has two`() throws {
    let pages = try Self.full.get()
    let periods = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"]
    var expected = ["index.html", "assets/icon.svg", "assets/site.css"]
    for language in ["ar", "en", "ru"] {
      expected += (periods + ["method", "print"]).map { "\(language)/\($0)/index.html" }
      expected.append("\(language)/index.html")
    }
    #expect(pages.files.keys.sorted() == expected.sorted())
    #expect(try pages.page("en/index.html").contains("<h1>April–June 2026</h1>"))
    #expect(try pages.page("en/2025-Q2/index.html").contains("<h1>April–June 2025</h1>"))
    #expect(
      try pages.page("en/2025-Q2/index.html").contains(
        "<a href=\"../index.html\">April–June 2026</a>"))
  }

  @Test func `a page of a past block never speaks of later ones`() throws {
    let pages = try Self.full.get()
    let alone = Pages(try SamplePublication.single.get())
    #expect(alone.files["en/2025-Q1/index.html"] != nil)
    let past = try pages.page("en/2025-Q2/index.html")
    let figures = past.prefix { _ in true }.split(separator: "<div class=\"notes\">")[0]
    let words = figures.split(separator: "<p class=\"newer\">")
    #expect(words.count == 2)
    #expect(!words[0].contains("2026"))
    #expect(!words[1].drop { $0 != "\n" }.contains("2026"))
  }

  @Test func `pages and styles stay small`() throws {
    for (path, text) in try Self.full.get().files {
      if path.hasSuffix(".html") { #expect(text.utf8.count <= 60 * 1_024, "\(path)") }
      if path.hasSuffix(".css") { #expect(text.utf8.count <= 8 * 1_024, "\(text.utf8.count)") }
    }
  }

  @Test func `nothing is loaded from elsewhere and no script runs`() throws {
    for (path, text) in try Self.full.get().html {
      #expect(!text.contains("<script"), "\(path)")
      #expect(!text.contains("style=\""), "\(path)")
      #expect(text.contains("<style") == path.contains("/print/"), "\(path)")
      for attribute in ["src=\"", "href=\""] {
        for address in text.split(separator: attribute).dropFirst() {
          let address = address.prefix { $0 != "\"" }
          #expect(!address.contains(":") && !address.hasPrefix("/"), "\(path): \(address)")
        }
      }
      #expect(text.contains("default-src 'none'; style-src '"), "\(path)")
    }
  }

  @Test func `every link inside the site leads somewhere`() throws {
    let extra =
      [
        "feed.xml", "ledger.csv", "dcat.jsonld", "site.zip", "LICENSE",
      ]
      + ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"].map {
        "data/\($0)/counts.csv"
      }
    let pages = Pages(
      try SamplePublication.full.get(), extra: extra.map { SiteFile(path: $0, bytes: []) })
    for (path, text) in pages.html {
      for address in text.split(separator: " href=\"").dropFirst() {
        let address = String(address.prefix { $0 != "\"" })
        guard !address.hasPrefix("#") else {
          #expect(text.contains("id=\"\(address.dropFirst())\""), "\(path): \(address)")
          continue
        }
        #expect(pages.files[resolved(address, from: path)] != nil, "\(path): \(address)")
      }
    }
  }

  private func resolved(_ address: String, from path: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in address.split(separator: "/") {
      if part == ".." { parts = parts.dropLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  @Test func `identifiers are unique in a page`() throws {
    for (path, text) in try Self.full.get().html {
      let ids = text.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
      #expect(Set(ids).count == ids.count, "\(path): \(ids)")
    }
  }

  @Test func `the default language comes first at the door`() throws {
    let publication = try SamplePublication.publication(
      casesByQuarter: [40], languages: ["ru", "ar"])
    let root = try Pages(publication).page("index.html")
    #expect(root.contains("<html lang=\"ru\""))
    let russian = try #require(root.firstRange(of: "<a href=\"ru/index.html\""))
    let arabic = try #require(root.firstRange(of: "<a href=\"ar/index.html\""))
    #expect(russian.lowerBound < arabic.lowerBound)
    #expect(!root.contains("en/index.html"))
  }

  @Test func `numbers, dates and shares are written as the language does`() throws {
    let pages = try Self.full.get()
    #expect(try pages.page("en/index.html").contains("<bdi>203</bdi> cases"))
    #expect(try pages.page("en/index.html").contains("Figures as of <bdi>23 July 2026</bdi>"))
    let russian = try pages.page("ru/index.html")
    #expect(russian.contains("<bdi>203</bdi> обращения"))
    #expect(russian.contains("апрель–июнь 2026\u{A0}г."))
    #expect(russian.contains("\u{A0}%</bdi>"))
    let arabic = try pages.page("ar/index.html")
    #expect(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(arabic.contains("<bdi>203</bdi> حالات"))
    #expect(arabic.contains("نيسان – حزيران 2026"))
  }

  @Test func `areas stand where the brand puts them, the others after them`() throws {
    let publication = try SamplePublication.single.get()
    let pages = Pages(publication, overrides: ["brand.yml": "areas: \"N . / H O X\"\n"])
    #expect(
      pages.findings.map(\.summary) == [
        "`areas` names `X`, which is no area", "`areas` leaves out `C`, `W`",
      ])
    #expect(Set(pages.findings.map(\.severity)) == [.warning])
    let page = try pages.page("en/index.html")
    let start = try #require(page.firstRange(of: "id=\"chart-places-title\""))
    let names = ["North Bank", "Harbour", "Old Town", "Camp Zeitoun"].compactMap { name in
      page[start.upperBound...].firstRange(of: ">\(name.split(separator: " ")[0])")?.lowerBound
    }
    #expect(names.count == 4 && names == names.sorted())
  }

  @Test func `a language that is named twice has its pages once`() throws {
    let publication = try SamplePublication.publication(
      casesByQuarter: [40], languages: ["en", "ar", "en"])
    let paths = SiteBuilder.build(
      publication: publication, template: TemplateFolder.source(overrides: [:])
    ).files.map(\.path)
    #expect(paths.count == Set(paths).count && paths.contains("en/index.html"))
  }

  @Test func `files made elsewhere and a description for search engines come along`() throws {
    let pages = Pages(
      try SamplePublication.single.get(),
      extra: [SiteFile(path: "feed.xml", bytes: Array("feed".utf8))],
      jsonLD: { "{\"\($0)\":\"\($1?.period ?? "") \($2)</script>\"}" })
    #expect(pages.files["feed.xml"] == "feed")
    let page = try pages.page("ar/index.html")
    #expect(
      page.contains(
        "<script type=\"application/ld+json\">{\"ar\":\"2025-Q1 ../\\u003c/script>\"}</script>"))
  }
}
