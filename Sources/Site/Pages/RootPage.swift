import Disclosure

/// The door of the site: the languages, the default one first, and nothing that needs a script.
struct RootPage {
  let release: Release
  let brand: Brand
  let languages: [SiteLanguage]

  var values: [String: TemplateValue] {
    guard let language = languages.first else { return [:] }
    return [
      "t": .object(language.plainTexts),
      "lang": .text(language.tag),
      "dir": .text(language.direction),
      "root": .text(""),
      "name": .text(release.displayName(language.tag, brand: brand)),
      "logo": .text(brand.logo),
      "draft": .flag(release.isDraft),
      "draft-notes": .list(languages.map(draftNote)),
      "languages": .list(languages.map(door)),
    ]
  }

  private func draftNote(_ language: SiteLanguage) -> TemplateValue {
    .object([
      "tag": .text(language.tag), "dir": .text(language.direction),
      "text": .text(language.text("draft")),
    ])
  }

  private func door(_ language: SiteLanguage) -> TemplateValue {
    .object([
      "tag": .text(language.tag),
      "dir": .text(language.direction),
      "label": .text(language.text("language-name")),
      "name": .text(release.displayName(language.tag, brand: brand)),
      "title": .text(language.text("title")),
      "href": .text("\(language.tag)/index.html"),
    ])
  }
}
