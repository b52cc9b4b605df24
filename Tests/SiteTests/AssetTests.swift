import Testing

@testable import Site
@testable import SiteTemplate

/// What the pictures of a template may hold.
@Suite struct AssetTests {
  private func findings(_ path: String, _ text: String) throws -> [SiteFinding] {
    Pages(try SamplePublication.none(), overrides: [path: text]).findings
  }

  @Test(arguments: [
    ("PNG", "this is no SVG picture"),
    ("<svg><script>x</script></svg>", "this picture holds a script"),
    ("<svg onload=\"x()\"/>", "this picture holds a script"),
    ("<svg><a href=\"JavaScript:x()\"/></svg>", "this picture holds a script"),
    (
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"https://example.org/a.png\"/></svg>",
      "this picture refers to `https://example.org/a.png`"
    ),
    (
      "<svg><style>@import url(http://example.org/a.css);</style></svg>",
      "this picture refers to `http://example.org/a.css`"
    ),
  ])
  func `a picture that does more than be seen is refused`(text: String, summary: String) throws {
    let found = try findings("assets/icon.svg", text)
    #expect(found.map(\.summary) == [summary])
    #expect(found.first?.severity == .error)
    #expect(found.first?.file == "site-template/assets/icon.svg")
  }

  @Test(arguments: [
    "<svg/>", "<SVG xmlns=\"http://www.w3.org/2000/svg\"></SVG>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"\n  xmlns:xlink='http://www.w3.org/1999/xlink'>"
      + "<title>on=off, one=1, https</title></svg>",
  ])
  func `a plain picture is published`(text: String) throws {
    #expect(try findings("assets/icon.svg", text) == [])
  }

  @Test func `a file of another kind is refused`() throws {
    let found = try findings("assets/site.js", "x")
    #expect(found.contains { $0.summary == "this file must not be published" })
  }
}
