import Testing

@testable import Site
@testable import SiteTemplate

/// Files of a register's own template that no page uses.
@Suite struct UsedFilesTests {
  private func findings(_ files: [String: String]) throws -> [SiteFinding] {
    Pages(try SamplePublication.none(), overrides: files).findings
  }

  @Test(arguments: [
    ("content/how-to-complian.en.md", "did you mean `content/how-to-complain.en.md`?"),
    ("content/you-say.ru.md", "did you mean `content/you-said.ru.md`?"),
    ("content/how-to-read.md", "did you mean `content/how-to-read.en.md`?"),
    ("content/notices.fr.md", "`fr` is no language of the site; those are en, ar, ru"),
    ("i18n/fr.yml", "`fr` is no language of the site; those are en, ar, ru"),
    ("i18n/en.yaml", "did you mean `i18n/en.yml`?"),
    ("brand.yaml", "did you mean `brand.yml`?"),
    ("layouts/indx.mustache", "did you mean `layouts/index.mustache`?"),
    ("partials/baner.mustache", "did you mean `partials/banner.mustache`?"),
    ("assets/sites.css", "did you mean `assets/site.css`?"),
    ("assets/photo.jpg", "it is published, but no layout and no style sheet names it"),
    (
      "content/team.md",
      "its name must be that of a built-in file, or it must be for a language in use"
    ),
  ])
  func `a file that no page uses is named, with what it was meant to be`(
    path: String, hint: String
  ) throws {
    let found = try findings([path: "x: y\n"])
    #expect(
      found == [
        SiteFinding(
          .warning, file: "site-template/\(path)", summary: "no page uses this file", hint: hint)
      ])
  }

  @Test func `what a page uses is not reported`() throws {
    var files = [
      "README.md": "x", "brand.yml": "logo: RA\n", "assets/river.svg": "<svg/>",
      "assets/extra.css": "x", "partials/more.mustache": "x",
      "layouts/root.mustache": "{{>more}}<link href=\"assets/extra.css\">",
      "assets/site.css": "a{background:url(river.svg)}",
    ]
    for tag in ["en", "ar", "ru"] {
      files["i18n/\(tag).yml"] = "hidden: x\n"
      for name in LongTexts.names { files["content/\(name).\(tag).md"] = "x" }
    }
    #expect(try findings(files) == [])
  }

  @Test func `a built-in file of a language that the site does not have is reported too`() throws {
    let found = try findings(["brand.yml": "languages: en\n", "content/method.ru.md": "x"])
    #expect(found.map(\.hint) == ["`ru` is no language of the site; those are en"])
  }
}
