import Disclosure
import Markdown

/// The overview page of one language.
struct IndexPage {
  let release: Release
  let brand: Brand
  let language: SiteLanguage
  let languages: [SiteLanguage]
  /// The note on how to read the numbers, in Markdown.
  let howToRead: String

  /// Every name that a layout may use; a test keeps it true.
  static let names: Set<String> = [
    "t", "lang", "dir", "root", "name", "logo", "draft", "languages", "tag", "label",
    "href", "is-current", "as-of", "built-on", "tiles", "id", "definition", "value",
    "is-published", "is-share", "meter", "sample", "target", "period", "tables", "title",
    "message", "chart", "is-empty", "is-over-time", "row-name", "columns", "rows", "heading",
    "cells", "text", "is-number", "has-total", "totals", "how-to-read", "draft-notes",
  ]

  var values: [String: TemplateValue] {
    [
      "t": .object(language.plainTexts),
      "lang": .text(language.tag),
      "dir": .text(language.direction),
      "root": .text("../"),
      "name": .text(release.displayName(language.tag, brand: brand)),
      "logo": .text(brand.logo),
      "draft": .flag(release.isDraft),
      "languages": .list(
        languages.map { $0.link(isCurrent: $0.tag == language.tag, prefix: "../") }),
      "as-of": .markup(language.markup("as-of", ["date": language.date(release.asOf)])),
      "built-on": .markup(builtOn),
      "tiles": .list(release.figures.map { TileView(figure: $0, language: language).value }),
      "tables": .list(
        release.tables.map { TableView(table: $0, release: release, language: language).value }),
      "how-to-read": .markup(Markup(trusted: MarkdownText.html(howToRead, headingsFrom: 3))),
    ]
  }

  private var builtOn: Markup {
    guard !release.generatedOn.isEmpty else { return Markup(trusted: "") }
    return language.markup("built-on", ["label": language.date(release.generatedOn)])
  }
}

extension SiteLanguage {
  var direction: String { isRightToLeft ? "rtl" : "ltr" }

  /// The link to the page in this language.
  func link(isCurrent: Bool, prefix: String) -> TemplateValue {
    .object([
      "tag": .text(tag),
      "dir": .text(direction),
      "label": .text(text("language-name")),
      "href": .text("\(prefix)\(tag)/index.html"),
      "is-current": .flag(isCurrent),
    ])
  }
}

extension Release {
  /// What the brand or the register calls itself in a language, or else in the default one.
  func displayName(_ language: String, brand: Brand) -> String {
    let fallback = languages.first ?? language
    return brand.names[language] ?? name[language] ?? brand.names[fallback] ?? name[fallback] ?? ""
  }
}
