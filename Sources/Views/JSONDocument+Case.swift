internal import CaseFormat
package import CaseModel
package import Diagnostics
package import Text

extension JSONDocument {
  /// The front matter of a case under its own names; counts and scores are numbers.
  package static func frontMatter(_ theCase: Case) -> [(String, JSONDocument?)] {
    fields(FrontMatterWriter.pairs(theCase))
  }

  /// The front matter of a case, or of the stub of a sensitive one.
  package static func frontMatter(_ standing: CaseStanding) -> [(String, JSONDocument?)] {
    switch standing {
    case .ordinary(let theCase): frontMatter(theCase)
    case .stub(let stub): fields(FrontMatterWriter.pairs(stub))
    }
  }

  private static func fields(
    _ pairs: [(key: String, value: FieldValue)]
  ) -> [(String, JSONDocument?)] {
    pairs.map { key, value in
      switch value {
      case .text(let text):
        ["objections", "reopened"].contains(key)
          ? (key, .number(text)) : (key, .text(text))
      case .list(let items): (key, .list(items.map(JSONDocument.text)))
      case .map(let pairs):
        (
          key,
          .object(pairs.map { ($0.key, $0.key == "score" ? .number($0.value) : .text($0.value)) })
        )
      }
    }
  }

  /// A finding under the names that programs rely on.
  package static func diagnostic(_ finding: Diagnostic) -> JSONDocument {
    .object([
      ("severity", .text(finding.severity.rawValue)), ("rule", .text(finding.rule)),
      ("path", finding.location.map { .text($0.path) }),
      ("line", finding.location?.line.map(JSONDocument.integer)),
      ("column", finding.location?.column.map(JSONDocument.integer)),
      ("message", .text(finding.message)), ("hint", finding.hint.map(JSONDocument.text)),
    ])
  }
}
