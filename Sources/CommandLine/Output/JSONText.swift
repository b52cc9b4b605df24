internal import CaseFormat
internal import CaseModel
internal import Diagnostics

/// A JSON document for programs, with keys in the order given.
indirect enum JSONText {
  case text(String)
  case integer(Int)
  /// A number written by ourselves, such as `0.875`.
  case number(String)
  case boolean(Bool)
  case list([JSONText])
  case object([(String, JSONText?)])

  /// Makes a document from a value of an event line.
  init(_ value: JSONValue) {
    switch value {
    case .text(let text): self = .text(text)
    case .integer(let number): self = .integer(number)
    case .boolean(let truth): self = .boolean(truth)
    case .list(let items): self = .list(items.map(JSONText.init))
    case .object(let fields):
      self = .object(
        JSONValue.sorted(fields.keys).map { key in (key, fields[key].map(JSONText.init)) })
    }
  }

  /// The document, indented by two spaces, with a final line end.
  var document: String {
    var output = ""
    write(to: &output, indent: "")
    return output + "\n"
  }

  private func write(to output: inout String, indent: String) {
    switch self {
    case .text(let text): JSONValue.write(text, to: &output)
    case .integer(let number): output += String(number)
    case .number(let text): output += text
    case .boolean(let truth): output += truth ? "true" : "false"
    case .list(let items):
      Self.write(items.map { (nil, $0) }, "[", "]", to: &output, indent)
    case .object(let fields):
      // An absent value is a missing key, never a null.
      let present = fields.compactMap { key, value in value.map { (key as String?, $0) } }
      Self.write(present, "{", "}", to: &output, indent)
    }
  }

  private static func write(
    _ items: [(String?, JSONText)], _ open: String, _ close: String, to output: inout String,
    _ indent: String
  ) {
    guard !items.isEmpty else {
      output += open + close
      return
    }
    output += open
    for (index, (key, value)) in items.enumerated() {
      output += (index == 0 ? "\n" : ",\n") + indent + "  "
      if let key {
        JSONValue.write(key, to: &output)
        output += ": "
      }
      value.write(to: &output, indent: indent + "  ")
    }
    output += "\n" + indent + close
  }
}

extension JSONText {
  /// The front matter of a case under its own names; counts and scores are numbers.
  static func frontMatter(_ file: Case) -> [(String, JSONText?)] {
    fields(FrontMatterWriter.pairs(file))
  }

  /// The front matter of a case, or of the stub of a sensitive one.
  static func frontMatter(_ standing: CaseStanding) -> [(String, JSONText?)] {
    switch standing {
    case .ordinary(let file): frontMatter(file)
    case .stub(let stub): fields(FrontMatterWriter.pairs(stub))
    }
  }

  private static func fields(
    _ pairs: [(key: String, value: FrontMatterEntry)]
  ) -> [(String, JSONText?)] {
    pairs.map { key, value in
      switch value {
      case .text(let text):
        ["objections", "reopened"].contains(key)
          ? (key, .number(text)) : (key, .text(text))
      case .list(let items): (key, .list(items.map(JSONText.text)))
      case .map(let pairs):
        (
          key,
          .object(pairs.map { ($0.key, $0.key == "score" ? .number($0.value) : .text($0.value)) })
        )
      }
    }
  }

  /// A finding under the names that programs rely on.
  static func diagnostic(_ finding: Diagnostic) -> JSONText {
    .object([
      ("severity", .text(finding.severity.rawValue)), ("rule", .text(finding.rule)),
      ("path", finding.location.map { .text($0.path) }),
      ("line", finding.location?.line.map(JSONText.integer)),
      ("column", finding.location?.column.map(JSONText.integer)),
      ("message", .text(finding.message)), ("hint", finding.hint.map(JSONText.text)),
    ])
  }
}
