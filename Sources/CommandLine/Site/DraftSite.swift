internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Disclosure
internal import Figures
internal import FoundationEssentials
internal import GitStore
internal import Register
internal import Site

/// The draft site of a register on a day: from cases to files, nothing written yet.
struct DraftSite {
  /// The files of the site.
  let files: [SiteFile]
  /// What is wrong with cases or template, none of it fatal.
  let problems: [Diagnostic]

  /// Builds the site; throws when the template or the values have an error.
  init(register: Register, asOf day: CalendarDate) throws {
    let all = try register.casesForFigures()
    let settings = register.configuration.settings
    let publication = Publication(
      Publication.Context(
        name: Self.name(settings), languages: settings.languages,
        labels: Self.labels(register.configuration),
        targets: register.configuration.targets.figures),
      plan: try PublicationPlan(tables: [["channel"]]), blocks: [], sensitiveYears: [])
    let template = TemplateSource(
      layers: [try Self.ownTemplate(register), Self.builtInTemplate], read: TemplateTexts.read)
    let output = SiteBuilder.build(publication: publication, template: template)
    let findings = output.findings.map { finding in
      Diagnostic(
        finding.severity == .error ? .error : .warning, rule: "site.template",
        at: SourceLocation(path: finding.file, line: finding.line), message: finding.summary,
        hint: finding.hint.isEmpty ? nil : finding.hint)
    }
    guard !output.files.isEmpty else { throw DiagnosticList(findings) }
    files = output.files
    problems = all.problems + findings
  }

  private static func name(_ settings: RegisterSettings) -> [String: String] {
    var names: [String: String] = [:]
    for language in settings.languages { names[language] = settings.name.text(language) ?? "" }
    return names
  }

  private static func labels(
    _ configuration: Configuration
  ) -> [String: [String: [String: String]]] {
    func table(_ codes: [LabelledCode]) -> [String: [String: String]] {
      var result: [String: [String: String]] = [:]
      for code in codes {
        result[code.code] = configuration.settings.languages.reduce(into: [:]) { texts, language in
          texts[language] = code.labels.text(language)
        }
      }
      return result
    }
    return [
      "category": table(configuration.codebook.codes("categories")),
      "channel": table(configuration.codebook.codes("channels")),
      "area": table(configuration.places.areas.map(\.name)),
    ]
  }

  private static var builtInTemplate: TemplateSource.Layer {
    var files: [String: [UInt8]] = [:]
    for path in EmbeddedFiles.paths(below: "site-template") {
      files[String(path.dropFirst("site-template/".count))] = EmbeddedFiles.content(path)
    }
    return TemplateSource.Layer(name: "built-in site-template", files: files)
  }

  /// The register's own files of `site-template/`, from the work tree, else from the head.
  private static func ownTemplate(_ register: Register) throws -> TemplateSource.Layer {
    var files: [String: [UInt8]] = [:]
    if let root = register.repository.workTree {
      let folder = root + "/site-template"
      for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
        files[path] = WorkTreeFile.content("site-template/" + path, in: register.repository)
      }
    } else {
      let head = try register.head()
      for entry in try register.repository.entries(under: "site-template", in: head) {
        files[String(entry.path.dropFirst("site-template/".count))] =
          try register.repository.blob(entry.id)
      }
    }
    return TemplateSource.Layer(name: "site-template", files: files)
  }
}
