// The only file that sees the template engine, which needs Foundation.
import Charts
import Mustache

/// A set of checked Mustache templates.
package struct TemplateEngine: Sendable {
  private let library: MustacheLibrary

  /// Compiles templates that `TemplateCheck` has let pass.
  init(templates: [String: TemplateScanner]) throws(TemplateProblem) {
    var library = MustacheLibrary()
    for (name, scanner) in templates.sorted(by: { $0.key < $1.key }) {
      do {
        try library.register(scanner.rewritten, named: name)
      } catch let error as MustacheTemplate.ParserError {
        throw TemplateProblem(
          template: name, line: error.context.lineNumber, summary: "\(error.error)")
      } catch {
        throw TemplateProblem(template: name, line: nil, summary: "\(error)")
      }
    }
    self.library = library
  }

  /// Fills a template in.
  package func render(_ name: String, _ value: [String: TemplateValue]) -> String {
    library.render(TemplateValue.object(value).engineValue, withTemplate: name) ?? ""
  }
}

/// Why the engine does not accept a template.
struct TemplateProblem: Error, Equatable {
  let template: String
  let line: Int?
  let summary: String
}

/// A piece of a page that is escaped already; an empty one counts as absent in a section.
private struct Rendered: MustacheCustomRenderable {
  let renderText: String
  var isNull: Bool { renderText.isEmpty }
}

extension TemplateValue {
  fileprivate var engineValue: Any {
    switch self {
    case .text(let text): Rendered(renderText: Markup(text: text).html)
    case .markup(let markup): Rendered(renderText: markup.html)
    case .flag(let flag): flag
    case .list(let values): values.map(\.engineValue)
    case .object(let values): values.mapValues(\.engineValue)
    }
  }
}
