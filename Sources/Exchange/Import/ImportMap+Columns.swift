internal import CaseFormat
internal import Diagnostics
internal import Text
internal import Tables

extension ImportMap {
  /// Reads one item of `columns`.
  static func column(_ node: YAMLNode) throws(Diagnostic) -> Column {
    let name = onOneLine(try node.requireText("column"))
    let use = try node.requireText("as")
    switch use {
    case "coded":
      try node.requireKnownKeys([
        "column", "as", "to", "values", "otherwise", "format", "absent", "split",
      ])
      return Column(name: name, use: .coded(try coding(node)), location: node.location)
    case "text":
      try node.requireKnownKeys(["column", "as", "to"])
      return Column(name: name, use: .text(try place(node)), location: node.location)
    case "private", "drop":
      try node.requireKnownKeys(["column", "as"])
      return Column(
        name: name, use: use == "drop" ? .drop : .private, location: node.location)
    default:
      throw node.problem(
        rule: "import-map.as", "“\(use)” is not a use of a column",
        hint: "write coded, text, private or drop")
    }
  }

  private static func place(_ node: YAMLNode) throws(Diagnostic) -> TextPlace {
    guard let to = try node.optional("to") else { return .labelled }
    switch try to.requireText() {
    case "narrative": return .narrative
    case "title": return .title
    case "answer": return .answer
    case let other:
      throw to.problem(
        rule: "import-map.to", "a text does not go to “\(other)”",
        hint: "write narrative, title or answer, or leave the line out")
    }
  }

  private static func coding(_ node: YAMLNode) throws(Diagnostic) -> Coding {
    let to = try node.require("to")
    let name = try to.requireText()
    guard let field = ImportField(rawValue: name) else {
      let known = ImportField.allCases.map(\.rawValue)
      throw to.problem(
        rule: "import-map.to", "a case has no field “\(name)” that a column can fill",
        hint: nearest(to: name, among: known).map { "did you mean “\($0)”?" }
          ?? "known: " + known.joined(separator: ", "))
    }
    var coding = Coding(field: field)
    let unfit = field.isDate ? ["values", "otherwise", "split"] : ["format", "absent"]
    for key in unfit where try node.optional(key) != nil {
      throw node.problem(
        rule: "import-map.key", "“\(key)” has no meaning for \(field.rawValue)",
        hint: field.isDate
          ? "dates take “format” and “absent”" : "codes take “values” and “otherwise”")
    }
    coding.values = try values(node)
    coding.otherwise = try otherwise(node)
    coding.formats = field.isDate ? try formats(node) : []
    coding.absent = Set(try node.optionalTexts("absent").map(onOneLine))
    coding.split = try split(node, field)
    return coding
  }

  private static func values(_ node: YAMLNode) throws(Diagnostic) -> [String: String] {
    var values: [String: String] = [:]
    for pair in try node.optional("values")?.requireMap() ?? [] {
      let word = onOneLine(pair.key.text ?? "")
      guard values[word] == nil else {
        throw pair.key.problem(
          rule: "import-map.value", "the value “\(word)” is there twice",
          hint: "spaces at the ends and repeated spaces do not count; remove one line")
      }
      guard let code = pair.value.text else { throw wrongCode(pair.value) }
      values[word] = code
    }
    return values
  }

  private static func otherwise(_ node: YAMLNode) throws(Diagnostic) -> String? {
    guard let value = try node.optional("otherwise") else { return nil }
    guard let code = value.text else { throw wrongCode(value) }
    return code == "refuse" ? nil : code
  }

  private static func wrongCode(_ node: YAMLNode) -> Diagnostic {
    node.problem(
      rule: "import-map.value", "a code is wanted here",
      hint: "write one code, or \"\" when the value says nothing")
  }

  private static func formats(_ node: YAMLNode) throws(Diagnostic) -> [DatePattern] {
    var texts = try node.optionalTexts("format")
    if texts.isEmpty { texts = ["iso8601"] }
    if texts.contains("undecided") {
      throw node.problem(
        rule: "import-map.undecided", "nobody has decided yet how this column writes its dates",
        hint: "ask who made the table, and write one of the forms that stand beside “format”, such "
          + "as d/M/yyyy for day first or M/d/yyyy for month first")
    }
    var patterns: [DatePattern] = []
    for text in texts {
      do {
        patterns.append(try DatePattern(text))
      } catch {
        let place = try node.optional("format") ?? node
        throw place.problem(
          rule: "import-map.format", "“\(text)” is no date pattern: \(error.reason)",
          hint: "write it as dd/MM/yyyy, MM/dd/yyyy hh:mm:ss a, or iso8601")
      }
    }
    return patterns
  }

  private static func split(
    _ node: YAMLNode, _ field: ImportField
  ) throws(Diagnostic) -> String? {
    guard let value = try node.optional("split") else { return nil }
    guard field == .theme else {
      throw value.problem(
        rule: "import-map.split", "a case has one \(field.rawValue)",
        hint: "only themes can be several; remove “split”")
    }
    return try value.requireText()
  }
}

extension ImportMap {
  /// What two lines of the map say against each other, and what no line says.
  func contradictions(at place: SourceLocation) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for field in ImportField.allCases where field != .theme {
      for second in columns(for: field).dropFirst() {
        problems.append(
          Diagnostic(
            rule: "import-map.twice", at: second.location,
            message: "two columns go to \(field.rawValue)",
            hint: "keep the better one; make the other text, private or drop"))
      }
    }
    let titles = columns.filter { if case .text(.title) = $0.use { true } else { false } }
    for second in titles.dropFirst() {
      problems.append(
        Diagnostic(
          rule: "import-map.twice", at: second.location, message: "two columns go to the title",
          hint: "keep one; let the other go to the narrative"))
    }
    if columns(for: .received).isEmpty {
      problems.append(
        Diagnostic(
          rule: "import-map.received", at: place,
          message: "no column says when a complaint was received",
          hint: "add “- {column: …, as: coded, to: received, format: dd/MM/yyyy}”"))
    }
    for field in [ImportField.category, .channel, .language]
    where columns(for: field).isEmpty && defaults[field] == nil {
      problems.append(
        Diagnostic(
          rule: "import-map.\(field.rawValue)", at: place,
          message: "nothing says which \(field.rawValue) the cases have",
          hint: "add a column, or “defaults: {\(field.rawValue): CODE}”"))
    }
    return problems + contradictionsOfAssignment
  }

  private var contradictionsOfAssignment: [Diagnostic] {
    let hasUnit = defaults[.unit] != nil || !columns(for: .unit).isEmpty
    if let assigned = columns(for: .assigned).first, columns(for: .assignee).isEmpty, !hasUnit {
      return [
        Diagnostic(
          rule: "import-map.assigned", at: assigned.location,
          message: "nothing says to whom the cases were assigned",
          hint: "add a column “to: assignee” or “to: unit”, or “defaults: {unit: CODE}”")
      ]
    }
    return []
  }
}
