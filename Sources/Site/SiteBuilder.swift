package import Disclosure

/// One file of a built site.
package struct SiteFile: Sendable, Equatable {
  /// Where it belongs, relative to the folder of the site, with `/`.
  package let path: String
  /// What is in it.
  package let bytes: [UInt8]
}

/// What a build gave.
package struct SiteOutput: Sendable {
  /// The files, sorted by path; none when a finding is an error.
  package let files: [SiteFile]
  /// What is wrong with the template, in a fixed order.
  package let findings: [SiteFinding]
}

/// Makes the files of the public site.
///
/// A pure function: the same release and template give the same bytes, on any day and machine.
package enum SiteBuilder {
  /// Builds the site of a release; the caller writes the files.
  package static func build(release: Release, template: TemplateSource) -> SiteOutput {
    var findings: [SiteFinding] = []
    let brand = Brand(template.texts("brand.yml", findings: &findings), findings: &findings)
    let layouts = Layouts(template, findings: &findings)
    let languages = release.languages.map { tag in
      language(tag, release, template, brand, layouts, &findings)
    }
    let notes = languages.map { note($0.tag, template, &findings) }
    let style = required("assets/site.css", template, &findings)
    findings += template.unusedFiles(languages: release.languages)
    findings += unnamedCodes(release)

    guard !findings.contains(where: { $0.severity == .error }), let engine = layouts.engine else {
      return SiteOutput(files: [], findings: findings)
    }
    var files = assets(template)
    files.append(SiteFile(path: "assets/site.css", bytes: style + Array(brand.styles.utf8)))
    files.append(SiteFile(path: "data/counts.csv", bytes: Array(CountsFile.text(release).utf8)))
    let root = RootPage(release: release, brand: brand, languages: languages)
    files.append(page("index.html", engine.render("root", root.values)))
    for (language, note) in zip(languages, notes) {
      let index = IndexPage(
        release: release, brand: brand, language: language, languages: languages, howToRead: note)
      files.append(page("\(language.tag)/index.html", engine.render("index", index.values)))
    }
    return SiteOutput(files: files.sorted { $0.path < $1.path }, findings: findings)
  }

  private static func page(_ path: String, _ html: String) -> SiteFile {
    SiteFile(path: path, bytes: Array(html.utf8))
  }

  private static func language(
    _ tag: String, _ release: Release, _ template: TemplateSource, _ brand: Brand,
    _ layouts: Layouts, _ findings: inout [SiteFinding]
  ) -> SiteLanguage {
    let path = "i18n/\(tag).yml"
    let table = template.texts(path, findings: &findings)
    guard template.file(path) != nil else {
      findings.append(
        SiteFinding(
          file: path, summary: "there are no texts in the language `\(tag)`",
          hint: "copy i18n/en.yml to \(path) and translate it"))
      return SiteLanguage(tag: tag, table: table, numerals: brand.numerals)
    }
    findings += TextCheck(table: table, rule: PluralRule(language: tag)).findings(
      needs: TextCatalog.needs(of: release), usedByLayouts: layouts.usedTexts)
    return SiteLanguage(tag: tag, table: table, numerals: brand.numerals)
  }

  private static func note(
    _ tag: String, _ template: TemplateSource, _ findings: inout [SiteFinding]
  ) -> String {
    String(decoding: required("content/how-to-read.\(tag).md", template, &findings), as: UTF8.self)
  }

  private static func required(
    _ path: String, _ template: TemplateSource, _ findings: inout [SiteFinding]
  ) -> [UInt8] {
    if let file = template.file(path) { return file.bytes }
    findings.append(SiteFinding(file: path, summary: "the template has no such file"))
    return []
  }

  /// Files that are copied as they are; the style sheet is not one of them, it gets the colours.
  private static func assets(_ template: TemplateSource) -> [SiteFile] {
    template.paths(under: "assets").filter { $0 != "assets/site.css" }.compactMap { path in
      template.file(path).map { SiteFile(path: path, bytes: $0.bytes) }
    }
  }

  /// Codes that a page would have to show as they are, because nobody named them.
  private static func unnamedCodes(_ release: Release) -> [SiteFinding] {
    let selfNaming: Set<String> = ["month", "days-open"]
    return release.tables.filter { !selfNaming.contains($0.rowDimension) }.flatMap { table in
      table.rows.flatMap { row in
        release.languages.compactMap { language -> SiteFinding? in
          guard row.code != "unknown",
            release.label(dimension: table.rowDimension, code: row.code, language: language) == nil
          else { return nil }
          return SiteFinding(
            .warning, file: "\(table.rowDimension)",
            summary: "`\(row.code)` has no name in `\(language)`; the code is shown")
        }
      }
    }
  }
}
