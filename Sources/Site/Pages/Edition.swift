import Disclosure
import Markdown

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
    let table = template.texts(path, findings: &findings)
    language = SiteLanguage(tag: tag, table: table, numerals: brand.numerals)
    if template.file(path) == nil {
      findings.append(
        SiteFinding(
          file: path, summary: "there are no texts in the language `\(tag)`",
          hint: "copy i18n/en.yml to \(path) and translate it"))
    } else {
      findings += TextCheck(
        table: table, rule: PluralRule(language: tag), template: template
      ).findings(
        needs: TextCatalog.needs, usedByLayouts: usedTexts)
    }
    let limits = MethodPage.limits(publication.plan, language)
    func markdown(_ name: String, level: Int, isOptional: Bool = false) -> Markup {
      let path = "content/\(name).\(tag).md"
      if isOptional, template.file(path) == nil { return Markup(trusted: "") }
      let text = String(
        decoding: template.required(path, findings: &findings), as: UTF8.self)
      if name == "method" {
        findings += Self.unknownNames(text, limits, template.file(path)?.name ?? path)
      }
      return Markup(
        trusted: MarkdownText.html(
          name == "method" ? filled(text, limits) : text, headingsFrom: level))
    }
    notes = Notes(
      howToRead: markdown("how-to-read", level: 3),
      howToComplain: markdown("how-to-complain", level: 3),
      youSaid: markdown("you-said", level: 3, isOptional: true),
      notices: markdown("notices", level: 2, isOptional: true),
      method: markdown("method", level: 2),
      corrections: markdown("corrections", level: 3, isOptional: true))
  }

  /// Names in braces that stand for no limit of the plan.
  private static func unknownNames(
    _ text: String, _ limits: [String: String], _ file: String
  ) -> [SiteFinding] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { line in
      placeholders(of: String(line.element)).filter { limits[$0] == nil }.map { name in
        SiteFinding(
          file: file, line: line.offset + 1, summary: "`{\(name)}` has no meaning here",
          hint: "write one of \(limits.keys.sorted().joined(separator: ", "))")
      }
    }
  }
}
