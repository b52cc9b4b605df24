internal import Exchange
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import PersonalData
internal import Tables

/// The writer of a proposed map: as YAML with comments, and in words what was recognised.
struct ProposalWriter {
  let choice: ColumnChoice
  let opened: OpenedTable
  let configuration: Configuration

  var table: Table { opened.table }

  /// The map, which reads back unless no column can be the date of receipt, or something is left to
  /// be decided for all rows.
  var yaml: String {
    var lines = [
      "# Proposed by the headers and contents of the table. Read every line before you use it:",
      "# a column that is not named here is left out; one that is private is sealed as contact data.",
    ]
    lines += form
    lines.append("# Times of day are meant in the register's zone unless you name another.")
    lines.append("# zone: \(configuration.settings.timeZone)")
    lines += ["", "# For every row without its own value."] + defaults
    lines += ["", "# The id that makes a second import change nothing."] + external
    lines += ["", "columns:"]
    for (profile, role) in zip(choice.profiles, choice.roles) { lines += column(profile, role) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How the file is written, as far as it was guessed, named, or is unusual.
  private var form: [String] {
    var lines: [String] = []
    if let encoding = opened.encoding {
      lines.append("encoding: \(encoding.name)  # look at the letters")
      lines += opened.sample.filter(Self.canWrite).map { "#   \($0)" }
    }
    if let separator = opened.separator { lines.append("separator: \(separator.name)") }
    if table.headerRow != 1 {
      lines.append("header-row: \(table.headerRow)  # the rows above it are left out")
    }
    if table.firstRow != table.headerRow + 1 {
      lines.append("first-row: \(table.firstRow)  # the rows before it belong to the header")
    }
    return lines
  }

  private var defaults: [String] {
    var lines = ["defaults:"]
    if let column = choice.unclearCategory {
      lines.append("  # category: CODE  # for all rows, unless \(Self.quoted(column.name)) says it")
      lines += codeList(.category, indent: "  ")
    } else if !has(.code(.category)) {
      lines.append("  category: \(usualCategory)  # ours to choose")
    }
    let way = has(.code(.channel)) ? "of rows that do not say their way" : "by which way they came"
    lines.append("  channel: \(usualChannel)  # \(way)")
    let language = usualLanguage
    lines.append("  language: \(language.code)" + (language.why.map { "  # \($0)" } ?? ""))
    lines.append("  outcome: undetermined  # of closed cases without an outcome of their own")
    return lines
  }

  private var external: [String] {
    guard let id = choice.id else {
      return [
        "# No column is a stable id: rows are known by their contents, and a row that is changed",
        "# later comes in again. Better: number the rows in the table, and name the column here.",
        "external: {prefix: log-}",
      ]
    }
    let numbers = id.personal.isEmpty ? "" : ", record-numbers: yes"
    let warning =
      id.personal.isEmpty ? [] : ["# These are long numbers: make sure that they name no person."]
    return warning + ["external: {prefix: log-, column: \(Self.quoted(id.name))\(numbers)}"]
  }

  private func column(_ profile: ColumnProfile, _ role: ColumnChoice.Role) -> [String] {
    guard Self.canWrite(profile.name) else { return [] }
    if profile.index == choice.id?.index, role == .private { return [] }
    let head = reason(profile, role).map { ["  # \($0)"] } ?? []
    let lines = head + ["  - column: \(Self.quoted(profile.name))"]
    switch role {
    case .private: return lines + ["    as: private"]
    case .status:
      return lines + ["    as: drop  # nothing is done with it: dates say it here"]
    case .drop: return lines + ["    as: drop  # empty"]
    case .answer: return lines + ["    as: drop  # the column of the whole answer says it too"]
    case .text: return lines + ["    as: text"]
    case .narrative: return lines + ["    as: text", "    to: narrative"]
    case .title: return lines + ["    as: text", "    to: title"]
    case .reply: return lines + ["    as: text", "    to: answer"]
    case .date(let field):
      return lines + ["    as: coded", "    to: \(field.rawValue)"] + format(profile.dates)
    case .code(let field):
      return lines + ["    as: coded", "    to: \(field.rawValue)"] + values(profile, field)
    }
  }

  /// A text between double quotes.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  /// Whether a text may stand in a map: no controls, no direction overrides.
  static func canWrite(_ text: String) -> Bool { (try? normalisedText(text, path: "")) == text }

  func has(_ role: ColumnChoice.Role) -> Bool { choice.roles.contains(role) }
}
