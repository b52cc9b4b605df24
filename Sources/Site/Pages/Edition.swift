import Charts
import Disclosure
import Markdown
import SiteTemplate

/// One language with the texts that people wrote in it.
struct Edition {
  let language: SiteLanguage
  let notes: Notes

  /// Reads and checks the texts of a language.
  init(
    _ tag: String, _ publication: Publication, _ template: TemplateSource, _ brand: Brand,
    _ usedTexts: Set<String>, findings: inout [SiteFinding]
  ) {
    let path = "i18n/\(tag).yml"
    var table = template.texts(path, findings: &findings)
    if tag != "en", template.file(path) != nil, !table.isUnreadable {
      let (filled, warnings) = BorrowedTexts(
        english: template.texts("i18n/en.yml", findings: &findings), needs: TextCatalog.needs,
        usedByLayouts: usedTexts
      ).lent(to: table, language: tag)
      table = filled
      findings += warnings
    }
    language = SiteLanguage(tag: tag, table: table, numerals: brand.numerals)
    let files = LanguageFiles(template: template, languages: [tag])
    if template.file(path) == nil {
      findings.append(
        SiteFinding(
          file: path, summary: "there are no texts in the language `\(tag)`",
          hint: files.adviceOnTexts(tag)))
    } else if !table.isUnreadable {
      findings += TextCheck(
        table: table, rule: PluralRule(language: tag), template: template
      ).findings(
        needs: TextCatalog.needs, usedByLayouts: usedTexts)
    }
    let limits = MethodPage.limits(publication.plan, language)
    func text(_ name: String) -> String {
      let path = "content/\(name).\(tag).md"
      // A language that is written wrong has no files, and that has been said.
      let isOptional = LongTexts.optionalNames(onTeamPages: true).contains(name) || !files.areKnown
      if isOptional, template.file(path) == nil { return "" }
      let bytes = template.required(
        path, hint: files.adviceOnContent(name, tag), findings: &findings)
      let text = String(decoding: bytes, as: UTF8.self)
      let check = ContentCheck(text: text, file: template.file(path)?.name ?? path)
      findings += check.findings(filledIn: name == "method" ? limits.keys.sorted() : [])
      return name == "method" ? filled(text, limits) : text
    }
    func html(_ text: String, level: Int) -> Markup {
      Markup(trusted: text.isEmpty ? "" : MarkdownText.html(text, headingsFrom: level))
    }
    let said = text("you-said")
    notes = Notes(
      howToRead: html(text("how-to-read"), level: 3),
      howToComplain: html(text("how-to-complain"), level: 3),
      youSaid: html(said, level: 3),
      newestSaid: html(NewestSaid.markdown(of: said), level: 3),
      notices: html(text("notices"), level: 2),
      method: html(text("method"), level: 2),
      corrections: html(text("corrections"), level: 3),
      teamMethod: html(text("team-method"), level: 2))
  }
}
