package import Disclosure

/// The words of a site, for what is made beside its pages: its languages with their texts, and what
/// the organisation says of itself.
///
/// Mistakes in the template are left to ``SiteBuilder``, which reads it too and reports them.
package struct SiteWords: Sendable {
  /// The languages, the default one first.
  package let languages: [SiteLanguage]
  /// What the organisation says of itself.
  package let brand: Brand

  /// Reads the texts of all languages of a site.
  package init(_ publication: Publication, _ template: TemplateSource) {
    var ignored: [SiteFinding] = []
    let brand = Brand(template, findings: &ignored)
    self.brand = brand
    languages = brand.languages(of: publication).map { tag in
      SiteLanguage(
        tag: tag, table: template.texts("i18n/\(tag).yml", findings: &ignored),
        numerals: brand.numerals)
    }
  }

  /// The language with a tag, or else the default one.
  package subscript(_ tag: String) -> SiteLanguage? {
    languages.first { $0.tag == tag } ?? languages.first
  }
}
