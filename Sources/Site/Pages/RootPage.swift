import Disclosure
import SiteTemplate

/// The door of the site: the languages, the default one first, and nothing that needs a script.
struct RootPage {
  let publication: Publication
  let brand: Brand
  let languages: [SiteLanguage]

  var values: [String: TemplateValue] {
    guard let language = languages.first else { return [:] }
    var values = PageFrame(
      publication: publication, brand: brand, language: language, languages: languages, folder: ""
    ).values(heading: language.text("title"))
    values["root"] = .text("")
    values["internal-notes"] = .list(languages.map(note))
    values["languages"] = .list(languages.map(door))
    return values
  }

  private func note(_ language: SiteLanguage) -> TemplateValue {
    .object([
      "tag": .text(language.tag), "dir": .text(language.direction),
      "text": .text(language.text("internal")),
    ])
  }

  private func door(_ language: SiteLanguage) -> TemplateValue {
    .object([
      "tag": .text(language.tag),
      "dir": .text(language.direction),
      "label": .text(language.text("language-name")),
      "title": .text(language.text("title")),
      "href": .text("\(language.tag)/index.html"),
      "is-current": .flag(false),
    ])
  }
}
