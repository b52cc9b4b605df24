package import Disclosure
package import SiteTemplate

/// The builder of the files of the public site.
///
/// A pure function: the same publication and template give the same bytes, on any day and machine.
package enum SiteBuilder {
  /// Describes the page of a block for search engines: by language, with the way from the page to the
  /// folder of the site.
  package typealias PageDescription =
    @Sendable (_ language: String, _ block: BlockNumbers?, _ root: String) -> String

  /// Builds all pages; the caller writes the files.
  ///
  /// - Parameters:
  ///   - publication: The numbers that may be shown, and nothing else can be.
  ///   - template: Layouts, texts and settings.
  ///   - extra: Files made elsewhere that belong to the site, such as its data.
  ///   - jsonLD: A description of each block's page; may be empty.
  /// - Returns: The files, what is wrong with the template, and every number that pages derive.
  package static func build(
    publication: Publication, template: TemplateSource, extra: [SiteFile] = [],
    jsonLD: @escaping PageDescription = { _, _, _ in "" }
  ) -> SiteOutput {
    var findings: [SiteFinding] = []
    let brand = Brand(template, findings: &findings)
    let layouts = Layouts(template, knownNames: PageFrame.names, findings: &findings)
    let tags = brand.languages(of: publication)
    if tags.isEmpty {
      findings.append(SiteFinding(file: "brand.yml", summary: "there is no language to write in"))
    }
    let editions = tags.map { tag in
      Edition(tag, publication, template, brand, layouts.usedTexts, findings: &findings)
    }
    let style = template.required("assets/site.css", findings: &findings)
    let languageFiles = LanguageFiles(template: template, languages: tags)
    // Which files, lines and names a language needs is known when the languages are.
    if brand.isReadable, languageFiles.areKnown {
      findings += UsedFiles(template, layouts, languages: tags).unused
      findings += languageFiles.uneven(onTeamPages: publication.isInternal)
      findings += brand.missingTexts(languages: tags)
      findings += brand.strangeLanguages(languages: tags)
      findings += publication.unnamedCodes(languages: tags)
    }
    findings += brand.promisesBelow(publication.context.limits)
    findings += Assets(template: template).findings
    findings += brand.unknownAreas(known: publication.areas + [CodeBook.unknown])
    findings += brand.forgottenAreas(
      levels: [.region, .district].map { publication.shownCodes($0) })
    guard !findings.contains(where: { $0.severity == .error }), let engine = layouts.engine else {
      return SiteOutput(files: [], findings: findings, numbers: [])
    }

    let styles = style + Array(brand.styles.utf8)
    let sheets = Press(
      publication: publication, brand: brand, editions: editions, engine: engine,
      style: String(decoding: styles, as: UTF8.self), jsonLD: jsonLD
    ).sheets
    let files =
      sheets.flatMap(\.files) + assets(template)
      + [SiteFile(path: "assets/site.css", bytes: styles)] + extra
    let numbers = sheets.reduce(into: Set()) { $0.formUnion($1.numbers) }
    return SiteOutput(
      files: files.sorted { $0.path < $1.path }, findings: findings,
      numbers: numbers.sorted {
        ($0.name, $0.value.description) < ($1.name, $1.value.description)
      })
  }

  /// Files that are copied as they are; the style sheet is not one of them, it gets the colours.
  private static func assets(_ template: TemplateSource) -> [SiteFile] {
    template.paths(under: "assets").filter { $0 != "assets/site.css" }.compactMap { path in
      template.file(path).map { SiteFile(path: path, bytes: $0.bytes) }
    }
  }
}

extension Publication {
  /// The codes of the areas that the register has a name for.
  fileprivate var areas: [String] {
    ["region", "district"].flatMap { context.labels[$0]?.keys.sorted() ?? [] }
  }
}
