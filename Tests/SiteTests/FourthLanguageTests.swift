import Testing

@testable import Site
@testable import SiteTemplate

@Suite struct FourthLanguageTests {
  /// A language with its texts made from the English ones, as somebody begins a translation.
  private func turkish(_ change: (String) -> String = { $0 }) -> [String: String] {
    func english(_ path: String) -> String {
      String(decoding: TemplateFolder.layer.files[path] ?? [], as: UTF8.self)
    }
    var files = ["brand.yml": "languages: \"tr en\"\n"]
    files["i18n/tr.yml"] = change(
      english("i18n/en.yml").split(separator: "\n").map { line in
        line.hasPrefix("language-name:")
          ? "language-name: Türkçe" : line.hasPrefix("title:") ? "title: Şikâyetler" : String(line)
      }.joined(separator: "\n") + "\n")
    for name in ["how-to-read", "how-to-complain", "method"] {
      files["content/\(name).tr.md"] = english("content/\(name).en.md")
    }
    return files
  }

  @Test func `a language is added by its own files alone`() throws {
    let pages = Pages(try SamplePublication.single.get(), overrides: turkish())
    #expect(pages.findings.isEmpty, "\(pages.findings)")
    let page = try pages.page("tr/index.html")
    #expect(page.contains("<html lang=\"tr\" dir=\"ltr\">"))
    #expect(page.contains("<p class=\"kicker\">Şikâyetler</p>"))
    #expect(try pages.page("index.html").contains(">Türkçe</strong>"))
    #expect(try pages.page("en/index.html").contains("hreflang=\"tr\""))
  }

  @Test func `what a new language cannot borrow is named`() throws {
    var files = turkish { text in
      text.split(separator: "\n").filter {
        !$0.hasPrefix("direction:") && $0 != "  other: \"{n} days\""
      }
      .joined(separator: "\n") + "\n"
    }
    files["content/method.tr.md"] = nil
    let found = Pages(try SamplePublication.none(), overrides: files).findings
      .filter { $0.severity == .error }
    #expect(found.contains { $0.summary == "the text `direction` is missing" })
    #expect(found.contains { $0.summary == "`days` has no form `other`" && $0.line != nil })
    #expect(found.contains { $0.file == "content/method.tr.md" })
  }

  @Test(arguments: ["figure-registered", "no-cases", "limits-of-period", "reach-us", "  complaint"])
  func `a text that came with a later version is said in English, with a warning`(line: String)
    throws
  {
    let whole = Pages(try SamplePublication.single.get(), overrides: turkish())
    let files = turkish { text in
      text.split(separator: "\n").filter { !$0.hasPrefix("\(line):") }
        .joined(separator: "\n") + "\n"
    }
    let pages = Pages(try SamplePublication.single.get(), overrides: files)
    let name = line.trimmingPrefix("  ")
    #expect(pages.findings.map(\.severity) == [.warning], "\(pages.findings)")
    #expect(
      try #require(pages.findings.first).description.contains("`\(name)`"), "\(pages.findings)")
    #expect(try pages.page("tr/index.html") == whole.page("tr/index.html"))
  }
}
