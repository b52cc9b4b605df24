import Disclosure
import FoundationEssentials
import Testing

@testable import Site
@testable import SiteTemplate

@Suite struct TemplateTests {
  private func findings(_ overrides: [String: String]) throws -> [SiteFinding] {
    Pages(try SamplePublication.none(), overrides: overrides).findings
  }

  private func layout(_ text: String) -> [String: String] { ["layouts/root.mustache": text] }

  @Test(arguments: [
    ("a\n{{nam}}", "no page gives a value `nam`", 2),
    ("{{t.titel}}", "the text `titel` is missing; a layout uses it", nil),
    ("\n\n{{>heed}}", "there is no partial `heed`", 3),
    ("{{{name}}}", "not supported: a tag that does not escape; two braces do the right thing", 1),
    ("{{&name}}", "not supported: a tag that does not escape; two braces do the right thing", 1),
    ("{{=| |=}}", "not supported: a tag that starts with `=`", 1),
    ("{{name(x)}}", "not supported: the name `name(x)`", 1),
    ("{{#internal}}\nx", "the section `internal` is never closed", 1),
    ("{{#internal}}\n{{/name}}", "`name` closes here, but `internal` of line 1 is open", 2),
    ("{{/internal}}", "`internal` is not open", 1),
    ("{{name", "a tag without `}}`", 1),
  ])
  func `a wrong layout is reported with its line`(
    text: String, summary: String, line: Int?
  ) throws {
    let found = try findings(layout(text))
    #expect(found.contains { $0.summary == summary && $0.line == line }, "\(found)")
    #expect(Pages(try SamplePublication.none(), overrides: layout(text)).files.isEmpty)
  }

  @Test func `partials in a circle are reported, not followed`() throws {
    let found = try findings([
      "partials/head.mustache": "{{>brand}}", "partials/brand.mustache": "{{>head}}",
    ])
    #expect(found.contains { $0.summary == "this template includes itself" })
  }

  @Test(arguments: [
    ("i18n/ar.yml", "days:\n  one: يوم\n", "`days` has no form `two`", 1),
    ("i18n/ru.yml", "days: дней\n", "`days` has the wrong shape", 1),
    ("i18n/en.yml", "# \nratio: \"{n}\"\n", "`ratio` does not say `{total}`", 2),
    ("i18n/en.yml", "hidden: \"{n} few\"\n", "`hidden` names `{n}`, which has no meaning here", 1),
    ("i18n/en.yml", "hidden: x\ntitle: \"\"\n", "`title` is empty", 2),
    ("i18n/ar.yml", "direction: right\n", "`right` is no direction of writing", 1),
    ("i18n/en.yml", "titel: X\n", "nothing uses the text `titel`", 1),
    ("brand.yml", "colour: red\n", "no setting is called `colour`", 1),
    ("brand.yml", "numerals: roman\n", "`roman` is not known", 1),
    ("brand.yml", "colours:\n  accent: \"teal\"\n", "`accent` is not a colour", 2),
    ("brand.yml", "colours:\n  akcent: \"#123456\"\n", "no colour is called `akcent`", 2),
    ("brand.yml", "colours:\n  accent: \"#66cccc\"\n", "`accent` is too pale for white paper", 2),
    ("brand.yml", "oops\n", "no colon", 1),
  ])
  func `a wrong text or setting is reported with its file and line`(
    path: String, text: String, summary: String, line: Int
  ) throws {
    let found = try findings([path: text])
    #expect(
      found.contains {
        $0.summary == summary && $0.line == line && $0.file == "site-template/\(path)"
      }, "\(found)")
  }

  @Test(arguments: [
    ("message-kinds: \"{lable}: {n}\"\n", "write `{label}`, `{n}`, `{total}`", 1),
    ("days:\n  one: \"{n} day\"\n  other: \"{m} days\"\n", "write `{n}`", 3),
    ("hidden: \"{cod}\"\n", "nothing is filled in here: write the word itself", 1),
    ("skip: \"{n}\"\n", "nothing is filled in here: write the word itself", 1),
    (
      "block:\n  month: a\n  quarter: \"{n}\"\n  half: c\n  year: d\n",
      "nothing is filled in here: write the word itself", 3
    ),
  ])
  func `a name in braces without a meaning comes with those that have one`(
    text: String, hint: String, line: Int
  ) throws {
    let found = try findings(["i18n/en.yml": text])
    #expect(
      found.contains {
        $0.summary.contains("has no meaning here") && $0.hint == hint && $0.line == line
      }, "\(found)")
  }

  @Test func `a misspelt text comes with the nearest one`() throws {
    let found = try findings(["i18n/en.yml": "titel: X\n"])
    #expect(found.map(\.hint) == ["did you mean `title`?"])
  }

  @Test func `a pale colour comes with a shade that would do`() throws {
    let found = try findings(["brand.yml": "colours:\n  accent: \"#66cccc\"\n"])
    let hint = try #require(found.first?.hint)
    let proposed = try #require(Colour(String(hint.dropFirst(7).dropLast())))
    let white = Colour(red: 255, green: 255, blue: 255)
    #expect(proposed.contrast(to: white) >= 4.5)
  }

  @Test func `one text, one colour and one file can be replaced`() throws {
    let pages = Pages(
      try SamplePublication.none(),
      overrides: [
        "i18n/en.yml": "title: What we heard\n",
        "brand.yml":
          "logo: RA\nlicence: CC0 1.0\nname: River Desk\ncolours:\n  accent: \"#7a1f3d\"\n",
        "content/how-to-read.en.md": "Ask *us*.\n",
      ])
    #expect(pages.findings.isEmpty, "\(pages.findings)")
    let html = try pages.page("en/index.html")
    #expect(html.contains("<h1>What we heard</h1>"))
    #expect(html.contains("<span>River Desk</span>"))
    #expect(html.contains("aria-hidden=\"true\">RA</span>"))
    #expect(html.contains("<p>Ask <em>us</em>.</p>"))
    #expect(try pages.page("assets/site.css").contains("--accent:#7a1f3d;"))
  }

  @Test func `the brand says which languages there are, and in which order`() throws {
    let pages = Pages(
      try SamplePublication.none(), overrides: ["brand.yml": "languages: \"ar en\"\n"])
    #expect(pages.findings.isEmpty, "\(pages.findings)")
    #expect(try pages.page("index.html").contains("<html lang=\"ar\""))
    #expect(pages.files["ru/index.html"] == nil)
  }

  @Test func `a misspelt file and an unnamed code are warnings`() throws {
    let found = try findings(["layouts/indx.mustache": ""])
    #expect(found.contains { $0.summary == "no page uses this file" && $0.severity == .warning })
    let publication = try SamplePublication.single.get()
    let unnamed = Publication(
      Publication.Context(name: [:], languages: ["en"], labels: [:], targets: [:]),
      plan: publication.plan, blocks: publication.blocks, sensitiveYears: [])
    let pages = Pages(unnamed)
    #expect(Set(pages.findings.map(\.severity)) == [.warning])
    #expect(
      pages.findings.contains {
        $0.description
          == "cases/categories.yml: warning: `hotline` has no name in `en`; the code is shown "
          + "(the file does not list it any more: bring it back with its `labels`, and record the file "
          + "with `daftar adopt categories.yml`)"
      })
    #expect(pages.findings.contains { $0.file == "cases/areas.yml" })
    let other = Publication(
      Publication.Context(
        name: [:], languages: ["en"], labels: ["channel": ["hotline": ["ar": "هاتف"]]],
        targets: [:]),
      plan: publication.plan, blocks: publication.blocks, sensitiveYears: [])
    #expect(
      Pages(other).findings.contains {
        $0.summary == "`hotline` has no name in `en`; “هاتف” is shown"
      })
    #expect(!pages.files.isEmpty)
  }

  @Test func `all languages of the template have the same texts`() throws {
    let template = TemplateFolder.source()
    var findings: [SiteFinding] = []
    let keys = ["en", "ar", "ru"].map { language in
      Set(template.texts("i18n/\(language).yml", findings: &findings).entries.keys)
    }
    #expect(findings.isEmpty)
    #expect(keys[0] == keys[1])
    #expect(keys[0] == keys[2])
    #expect(keys[0].count > 60)
  }

  @Test func `the names that layouts may use are those that pages give`() throws {
    let publication = try SamplePublication.full.get()
    var findings: [SiteFinding] = []
    let template = TemplateFolder.source(overrides: [
      "brand.yml": "contacts:\n  phone: \"112\"\npromises:\n  free: yes\n"
    ])
    let brand = Brand(template, findings: &findings)
    let edition = Edition("en", publication, template, brand, [], findings: &findings)
    let frame = PageFrame(
      publication: publication, brand: brand, language: edition.language,
      languages: [edition.language], folder: "")
    let facts = try #require(BlockFacts(publication, at: 5))
    let block = BlockPage(
      frame: frame, shown: (facts, Pictures(facts, edition.language)), notes: edition.notes,
      jsonLD: "")
    let root = RootPage(publication: publication, brand: brand, languages: [edition.language])
    let method = MethodPage(frame: frame, notes: edition.notes)
    let given = names(block.values).union(names(root.values)).union(names(method.values))
    #expect(given == PageFrame.names)
  }

  private func names(_ values: [String: TemplateValue]) -> Set<String> {
    var found = Set(values.keys)
    for (key, value) in values where key != "t" { found.formUnion(names(value)) }
    return found
  }

  private func names(_ value: TemplateValue) -> Set<String> {
    switch value {
    case .object(let values): names(values)
    case .list(let values): values.reduce(into: []) { $0.formUnion(names($1)) }
    case .text, .markup, .flag: []
    }
  }

  @Test func `the site makes no numbers of its own`() throws {
    let folder =
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/").path + "/"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
      path.hasSuffix(".swift") && (path.hasPrefix("Site/") || path.hasPrefix("SiteTemplate/"))
    }
    #expect(paths.count > 40)
    for path in paths {
      let data = try #require(FileManager.default.contents(atPath: folder + path))
      let text = String(decoding: data, as: UTF8.self)
      for name in ["Record(", "stated:", "Publication(", "SensitiveYear("] {
        #expect(!text.contains(name), "\(path) makes numbers up")
      }
    }
  }
}
