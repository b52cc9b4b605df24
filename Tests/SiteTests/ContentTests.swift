import Charts
import Testing

@testable import Site
@testable import SiteTemplate

/// The longer texts of `content/`: which languages have them, and what in them gets lost.
@Suite struct ContentTests {
  private func findings(_ files: [String: String]) throws -> [SiteFinding] {
    Pages(try SamplePublication.none(), overrides: files).findings
  }

  @Test func `a name in braces that no limit has is found in the method`() throws {
    let found = try findings(["content/method.en.md": "x\n{treshold}\n"])
    #expect(
      found.contains {
        $0.summary == "`{treshold}` has no meaning here" && $0.line == 2
          && $0.file == "site-template/content/method.en.md"
      })
  }

  @Test func `where nothing is filled in, a name in braces is a warning`() throws {
    let found = try findings(["content/how-to-read.en.md": "x\n{threshold} or {}, {A b}\n"])
    #expect(
      found.map(\.description) == [
        "site-template/content/how-to-read.en.md:2: warning: `{threshold}` stands in the page as "
          + "it is (nothing is filled in here: write the word or number itself)"
      ])
  }

  @Test func `links and pictures that get lost are warnings`() throws {
    let found = try findings([
      "content/how-to-complain.en.md": """
      Write to [us](mailto:a@example.org).

      - Or see [the list](http://example.org/list)
        and ![a map](map.png).
      """
    ])
    #expect(
      found.map(\.description) == [
        "site-template/content/how-to-complain.en.md:3: warning: the link to "
          + "`http://example.org/list` is left out (its words are shown; links must begin with "
          + "`https://` or `mailto:`)",
        "site-template/content/how-to-complain.en.md:4: warning: the picture `map.png` is left "
          + "out (only its description is shown)",
      ])
  }

  @Test func `a text that some languages lack is a warning`() throws {
    let found = try findings([
      "content/notices.en.md": "Closed.", "content/notices.ru.md": "Закрыто.",
    ])
    #expect(
      found.map(\.description) == [
        "site-template/content/notices.ar.md: warning: this file is missing; pages in en, ru have "
          + "it (write it, or pages in `ar` go without)"
      ])
  }

  @Test func `nothing that nobody sees stands in a page, wherever the text comes from`() throws {
    let hidden = "A\u{200B}b\u{AD}c\u{2060}d\u{E0041}e"
    let shown = #"A\u{200B}b\u{AD}c\u{2060}d\u{E0041}e"#
    #expect(Markup(text: hidden).html == shown)
    // Marks of direction stay, and the isolates that the program puts around a name.
    let kept = "ش\u{200F}1\u{200E}\u{61C} \u{2068}x\u{2069} می\u{200C}خواهم"
    #expect(Markup(text: kept).html == kept)
    let pages = Pages(
      try SamplePublication.none(),
      overrides: [
        "content/notices.en.md": "Notice \(hidden) &#x200B;&#xFEFF;&#xAD;&#x2060;&#xE0041;.",
        "i18n/en.yml": "title: \"Title \(hidden)\"\n",
      ])
    let page = try pages.page("en/index.html")
    #expect(page.contains("Notice " + shown) && page.contains("Title " + shown))
    #expect(page.contains(#"\u{200B}\u{FEFF}\u{AD}\u{2060}\u{E0041}."#))
    let raw: Set<Unicode.Scalar> = ["\u{200B}", "\u{FEFF}", "\u{AD}", "\u{2060}", "\u{E0041}"]
    #expect(!page.unicodeScalars.contains { raw.contains($0) })
  }
}
