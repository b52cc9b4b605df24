import Charts
import Disclosure
import SiteTemplate

/// What all pages share: who speaks, in which language, and where the other pages are.
struct PageFrame {
  let publication: Publication
  let brand: Brand
  let language: SiteLanguage
  let languages: [SiteLanguage]
  /// The folder of the page below that of its language, such as `2026-Q1/`; empty for the first.
  let folder: String

  /// Every name that a layout may use; a test keeps it true.
  static let names: Set<String> = [
    "t", "lang", "dir", "root", "home", "name", "logo", "internal", "internal-notes", "languages",
    "tag", "label", "href", "is-current", "policy", "inline-style", "heading", "lead", "tiles",
    "figures", "id", "title", "definition", "value", "is-published", "target", "change", "spark",
    "facts", "fact", "message", "charts", "chart", "part", "is-wide", "is-open", "is-plain",
    "table", "caption", "row-name", "columns", "rows", "cells", "text", "style", "total-row",
    "how-to-read", "how-to-complain", "contacts", "you-said", "notices", "has-block", "waiting",
    "periods", "is-latest", "latest", "release", "period", "licence", "sensitive-years", "year",
    "json-ld", "is-print", "method", "blocks", "closed-on", "tables", "corrections", "level",
    "name-of", "first-period", "has-promises", "promises", "promise", "limits-differ", "limits",
    "has-contacts", "team-method", "headline", "has-verdicts", "verdicts", "phone", "hours",
    "questions", "newest-said", "next-figures", "not-shown", "has-hatch",
  ]

  /// How many folders lie between the page and the folder of the site.
  var root: String { folder.isEmpty ? "../" : "../../" }

  var home: String { folder.isEmpty ? "" : "../" }

  /// The values for every layout; the style stands in the page itself when it is one file.
  func values(heading: String, inlineStyle: String = "") -> [String: TemplateValue] {
    [
      "t": .object(language.plainTexts),
      "lang": .text(language.tag),
      "dir": .text(language.direction),
      "root": .text(root),
      "home": .text(home),
      "name": .text(publication.displayName(language.tag, brand: brand)),
      "logo": .text(brand.logo),
      "internal": .flag(publication.isInternal),
      "languages": .list(
        languages.map { $0.link(isCurrent: $0.tag == language.tag, from: root, to: folder) }),
      "policy": .markup(Markup(trusted: inlineStyle.isEmpty ? "'self'" : "'unsafe-inline'")),
      // What could end the element early is written as an escape, which CSS reads the same.
      "inline-style": .markup(
        Markup(
          trusted: inlineStyle.split(separator: "</", omittingEmptySubsequences: false)
            .joined(separator: "<\\/"))),
      "heading": .text(heading),
      "licence": .text(brand.licence.name),
      "is-print": .flag(!inlineStyle.isEmpty),
    ]
  }

  /// The lines of sensitive cases of the years that were over on a day.
  func sensitiveYears(before day: String? = nil) -> TemplateValue {
    .list(
      publication.sensitiveYears.filter { year in
        day.map { year.year < DaySpan.month($0).year } ?? true
      }.map { year in
        .object([
          "year": .markup(.isolated(language.numbers.plain(year.year))),
          "value": .markup(
            (year.value.number.map { language.plural("cases", $0) }
              ?? Phrase(language.text("sensitive-hidden"))).markup),
        ])
      })
  }
}

extension SiteLanguage {
  /// The link to the same page in this language.
  func link(isCurrent: Bool, from root: String, to folder: String) -> TemplateValue {
    .object([
      "tag": .text(tag),
      "dir": .text(direction),
      "label": .text(text("language-name")),
      "href": .text("\(root)\(tag)/\(folder)index.html"),
      "is-current": .flag(isCurrent),
    ])
  }
}

extension Publication {
  /// What the brand calls itself in a language, or in the first of others, or else the register.
  func displayName(_ language: String, brand: Brand) -> String {
    let own = brand.names.text(in: language, or: brand.languages(of: self))
    guard own.isEmpty else { return own }
    let names = context.name
    return names[language] ?? context.languages.lazy.compactMap { names[$0] }.first
      ?? names.min { $0.key < $1.key }?.value ?? ""
  }
}
