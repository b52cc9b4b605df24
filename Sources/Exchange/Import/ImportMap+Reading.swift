internal import CaseFormat
package import Diagnostics
internal import Tables

extension ImportMap {
  /// Reads a map.
  ///
  /// Keys: `encoding`, `separator`, `header-row`, `first-row`, `zone`, `defaults` (codes by field, and
  /// `received-by`), `external` (`prefix`, `column`, `record-numbers`), and `columns`, a list of
  /// `column` with `as: coded` (`to`, `values`, `otherwise`, `format`, `absent`, `split`), `as: text` (`to:
  /// narrative` or `title`), `as: private` or `as: drop`. Every problem of the file is reported with
  /// line and column: unknown keys and fields, date patterns that are none, fields that two columns
  /// fill, and what every case needs and no line gives.
  package static func reading(_ bytes: [UInt8], path: String) throws(DiagnosticList) -> ImportMap {
    var problems: [Diagnostic] = []
    func attempt<Part>(_ part: () throws(Diagnostic) -> Part) -> Part? {
      do throws(Diagnostic) {
        return try part()
      } catch {
        problems.append(error)
        return nil
      }
    }
    guard
      let root = attempt({ () throws(Diagnostic) in try YAMLNode.parse(bytes, path: path) })
    else { throw DiagnosticList(problems) }
    _ = attempt { () throws(Diagnostic) in
      try root.requireKnownKeys([
        "encoding", "separator", "header-row", "first-row", "zone", "defaults", "external",
        "columns",
      ])
    }
    let encoding = attempt { () throws(Diagnostic) in try Self.encoding(root) }
    let separator = attempt { () throws(Diagnostic) in try Self.separator(root) }
    let headerRow = attempt { () throws(Diagnostic) in
      try root.integer("header-row", in: 1...10_000) ?? 1
    }
    let firstRow = attempt { () throws(Diagnostic) in
      try root.integer("first-row", in: 2...10_000)
    }
    let zone = attempt { () throws(Diagnostic) in
      try root.optional("zone").map { node throws(Diagnostic) in
        Default(code: try node.requireText(), location: node.location)
      }
    }
    let defaults = attempt { () throws(Diagnostic) in try Self.defaults(root) }
    let external = attempt { () throws(Diagnostic) in try Self.external(root) }
    var columns: [Column] = []
    let nodes = attempt { () throws(Diagnostic) in try root.require("columns").requireList() }
    for node in nodes ?? [] {
      if let column = attempt({ () throws(Diagnostic) in try Self.column(node) }) {
        columns.append(column)
      }
    }
    guard problems.isEmpty, let encoding, let separator, let headerRow, let firstRow, let zone,
      let defaults, let external
    else { throw DiagnosticList(problems) }
    let map = ImportMap(
      encoding: encoding, separator: separator, headerRow: headerRow, firstRow: firstRow,
      zone: zone, defaults: defaults.codes, receivedBy: defaults.receivedBy, external: external,
      columns: columns)
    problems = map.contradictions(at: root.location)
    guard problems.isEmpty else { throw DiagnosticList(problems) }
    return map
  }

  private static func encoding(_ root: YAMLNode) throws(Diagnostic) -> TextEncoding? {
    guard let node = try root.optional("encoding") else { return nil }
    let name = try node.requireText()
    guard let encoding = TextEncoding(named: name) else {
      throw node.problem(
        rule: "import-map.encoding", "the encoding “\(name)” is not known",
        hint: "write utf-8, utf-16, windows-1252, windows-1256, windows-1251, koi8-r, or another "
          + "name that iconv knows")
    }
    return encoding
  }

  private static func separator(_ root: YAMLNode) throws(Diagnostic) -> CellSeparator? {
    guard let node = try root.optional("separator") else { return nil }
    let name = try node.requireText()
    guard let separator = CellSeparator(named: name) else {
      throw node.problem(
        rule: "import-map.separator", "“\(name)” separates no cells",
        hint: "write comma, semicolon, tab or bar; or leave the line out")
    }
    return separator
  }

  private static func defaults(
    _ root: YAMLNode
  ) throws(Diagnostic) -> (codes: [ImportField: Default], receivedBy: Default?) {
    guard let node = try root.optional("defaults") else { return ([:], nil) }
    let fields = ImportField.allCases.filter(\.mayHaveDefault)
    try node.requireKnownKeys(fields.map(\.rawValue) + ["received-by"])
    var codes: [ImportField: Default] = [:]
    for field in fields {
      guard let value = try node.optional(field.rawValue) else { continue }
      codes[field] = Default(code: try value.requireText(), location: value.location)
    }
    let receivedBy = try node.optional("received-by").map { value throws(Diagnostic) in
      Default(code: try value.requireText(), location: value.location)
    }
    return (codes, receivedBy)
  }

  private static func external(_ root: YAMLNode) throws(Diagnostic) -> External {
    guard let node = try root.optional("external") else {
      return External(prefix: "", column: nil, isRecordNumber: false, location: root.location)
    }
    try node.requireKnownKeys(["prefix", "column", "record-numbers"])
    let prefix = try node.optionalText("prefix") ?? ""
    guard prefix.utf8.count <= 32, onOneLine(prefix) == prefix else {
      throw node.problem(
        rule: "import-map.prefix", "the prefix is too long or has spaces",
        hint: "choose a short word such as “chi-”")
    }
    return External(
      prefix: prefix, column: try node.optionalText("column"),
      isRecordNumber: try node.boolean("record-numbers", default: false), location: node.location)
  }
}
