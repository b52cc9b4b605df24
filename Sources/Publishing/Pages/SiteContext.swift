internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Disclosure
internal import GitStore
internal import Register
internal import Site
internal import SiteTemplate
internal import Text

/// What a register's configuration and template give to its pages.
enum SiteContext {
  /// Names, languages, labels and targets.
  ///
  /// What was closed is judged by the targets of its day, as the history tells them.
  static func context(of register: Register) throws -> Publication.Context {
    let configuration = register.configuration
    let languages = configuration.settings.languages
    // A language that somebody forgot stays empty, so that the build can name it.
    func texts(_ labels: Labels) -> [String: String] {
      guard labels.isForAllLanguages else { return labels.all }
      return languages.reduce(into: labels.all) { $0[$1] = labels.text($1) }
    }
    func table(_ codes: [LabelledCode]) -> [String: [String: String]] {
      Dictionary(codes.map { ($0.code, texts($0.labels)) }) { first, _ in first }
    }
    let codebook = configuration.codebook
    let areas = table(configuration.places.areas.map(\.name))
    return Publication.Context(
      name: texts(configuration.settings.name), languages: languages,
      labels: [
        "category": table(codebook.labelledCodes(.categories)),
        "group": table(codebook.labelledCodes(.groups)),
        "channel": table(codebook.labelledCodes(.channels)),
        "outcome": table(codebook.labelledCodes(.outcomes)),
        "region": areas, "district": areas, "sex": table(codebook.labelledCodes(.band(.sex))),
        "age": table(codebook.labelledCodes(.band(.age))),
      ],
      targets: configuration.targets.figures,
      targetsAtClosing: try register.targetsAtClosing(), limits: limits(of: configuration))
  }

  private static func limits(of configuration: Configuration) -> AnswerLimits {
    func days(isSensitive: Bool) -> [Int?] {
      configuration.codebook.categories.filter { $0.sensitivity.isSensitive == isSensitive }.map {
        configuration.targets.limits(of: $0.name.code)?.close
      }
    }
    let sensitive = days(isSensitive: true)
    return AnswerLimits(
      ordinary: days(isSensitive: false).compactMap(\.self).max(),
      sensitive: sensitive.compactMap(\.self).max(), isOpenForSome: sensitive.contains(nil))
  }

  /// The register's own files of `site-template/` over the built-in ones.
  static func template(
    of register: Register, over builtIn: TemplateSource.Layer
  ) throws -> TemplateSource {
    TemplateSource(
      layers: [try ownTemplate(register), builtIn], read: TemplateTexts.read,
      nearest: { nearest(to: $0, among: $1) })
  }

  /// The files of a build; throws its errors.
  static func files(of output: SiteOutput) throws -> [SiteFile] {
    guard !output.files.isEmpty else { throw DiagnosticList(findings(of: output)) }
    return output.files
  }

  /// What a build found, with files and lines.
  static func findings(of output: SiteOutput) -> [Diagnostic] {
    output.findings.map { finding in
      Diagnostic(
        finding.severity == .error ? .error : .warning, rule: "site.template",
        at: SourceLocation(path: finding.file, line: finding.line), message: finding.summary,
        hint: finding.hint.isEmpty ? nil : finding.hint)
    }
  }

  private static func ownTemplate(_ register: Register) throws -> TemplateSource.Layer {
    TemplateSource.Layer(name: Register.templateFolder, files: try register.templateFiles())
  }
}
