/// The checked layouts and partials of a template.
package struct Layouts: Sendable {
  /// Nil when the engine refused a template; the finding says why.
  package let engine: TemplateEngine?
  /// The names of texts that layouts use as `t.name`.
  package let usedTexts: Set<String>
  /// The paths of the layouts, and of the partials that they include.
  let usedFiles: Set<String>

  /// The layouts that pages are made with.
  private static let names = ["index", "method", "root"]

  /// Reads and checks the layouts of a template against the names that pages give a value.
  package init(
    _ source: TemplateSource, knownNames: Set<String>, findings: inout [SiteFinding]
  ) {
    var templates: [String: (file: String, scanner: TemplateScanner)] = [:]
    var paths: [String: String] = [:]
    for path in source.paths(under: "partials") + source.paths(under: "layouts") {
      guard let name = Self.name(path), let found = source.file(path) else { continue }
      templates[name] = (found.name, TemplateScanner(found.text))
      paths[name] = path
    }
    for name in Self.names where templates[name] == nil {
      findings.append(
        SiteFinding(file: "layouts/\(name).mustache", summary: "the template has no such file"))
    }
    let check = TemplateCheck(templates: templates, knownNames: knownNames)
    usedTexts = check.usedTexts
    usedFiles = Set(check.included(by: Self.names).union(Self.names).compactMap { paths[$0] })
    let problems = check.findings()
    findings += problems
    guard problems.isEmpty else {
      engine = nil
      return
    }
    do {
      engine = try TemplateEngine(templates: templates.mapValues(\.scanner))
    } catch {
      engine = nil
      let file = templates[error.template]?.file ?? error.template
      findings.append(SiteFinding(file: file, line: error.line, summary: error.summary))
    }
  }

  private static func name(_ path: String) -> String? {
    guard path.hasSuffix(".mustache"), let slash = path.lastIndex(of: "/") else { return nil }
    return String(path[path.index(after: slash)...].dropLast(9))
  }
}
