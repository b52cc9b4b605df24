internal import PersonalData
internal import CaseFormat
internal import CaseModel
internal import Diagnostics

/// The writer of a proposed map: as YAML with comments, and in words what was recognised.
struct ProposalWriter {
  let choice: ColumnChoice
  let rows: Int
  let configuration: Configuration
  let encoding: TextEncoding?

  // MARK: - The map

  /// The map, which reads back unless no column can be the date of receipt, or the category is left
  /// to be decided for all rows.
  var yaml: String {
    var lines = [
      "# Proposed by the headers and contents of the table. Read every line before you use it:",
      "# a column that is not named here is left out; one that is private is sealed as contact data.",
    ]
    if let encoding {
      lines.append("encoding: \(encoding.rawValue)  # guessed: look at the letters")
    }
    lines.append("# Times of day are meant in the register's zone unless you name another.")
    lines.append("# zone: \(configuration.settings.timeZone)")
    lines += ["", "# For every row without its own value."] + defaults
    lines += ["", "# The id that makes a second import change nothing."] + external
    lines += ["", "columns:"]
    for (profile, role) in zip(choice.profiles, choice.roles) { lines += column(profile, role) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var defaults: [String] {
    var lines = ["defaults:"]
    if let column = choice.unclearCategory {
      lines.append("  # category: CODE  # for all rows, unless \(Self.quoted(column.name)) says it")
    } else if !has(.code(.category)) {
      lines.append("  category: \(usualCategory)  # ours to choose")
    }
    if !has(.code(.channel)) {
      lines.append("  channel: \(usualChannel)  # by which way they came")
    }
    lines.append("  language: \(usualLanguage)")
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
    let head = "  - column: \(Self.quoted(profile.name))"
    if profile.index == choice.id?.index, role == .private { return [] }
    switch role {
    case .private: return [head, "    as: private"]
    case .status: return [head, "    as: drop  # nothing is done with it: dates say it here"]
    case .drop: return [head, "    as: drop  # empty"]
    case .text: return [head, "    as: text"]
    case .narrative: return [head, "    as: text", "    to: narrative"]
    case .title: return [head, "    as: text", "    to: title"]
    case .date(let field):
      let isUnclear = profile.datePatterns.count > 1
      let format = profile.datePatterns.first ?? "iso8601"
      return [
        head, "    as: coded", "    to: \(field.rawValue)",
        "    format: \(Self.quoted(format))"
          + (isUnclear
            ? "  # or \(profile.datePatterns.dropFirst().joined(separator: ", or ")): ask" : ""),
      ]
    case .code(let field):
      return [head, "    as: coded", "    to: \(field.rawValue)"] + values(profile, field)
    }
  }

  /// How many values of the category fit none of the register's ordinary ones.
  func undecidedCategories(_ profile: ColumnProfile) -> Int {
    let guesser = CodeGuess(configuration)
    return (profile.values ?? [:]).keys.count { guesser.code(for: $0, in: .category) == nil }
  }

  /// The values of a coded column: those that are recognised, then the others as comments.
  private func values(_ profile: ColumnProfile, _ field: ImportField) -> [String] {
    let guesser = CodeGuess(configuration)
    let ask =
      field == .category
      ? [
        "      # Decide on each of these, and write its category instead of CODE. Until then a value",
        "      # that is a code of the register counts as that code, and the rows of the others are",
        "      # refused. Misconduct, fraud and abuse have kinds of their own, whose cases are sealed:",
        "      # ask the safeguarding focal point before.",
      ] : ["      # Write a code for each of these, or \"\" for none:"]
    var known: [String] = []
    var unknown: [String] = []
    let values = (profile.values ?? [:]).filter { Self.canWrite($0.key) }.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }
    for (value, count) in values {
      let text = Self.quoted(value)
      if let code = guesser.code(for: value, in: field) {
        known.append("      \(text): \(Self.quoted(code))  # \(counted(count, "row"))")
      } else {
        unknown.append("      # \(text): CODE  # \(counted(count, "row"))")
      }
    }
    guard !known.isEmpty || !unknown.isEmpty else { return [] }
    // An empty list of values would not read back.
    let head = known.isEmpty ? "    # values:" : "    values:"
    return [head] + known + (unknown.isEmpty ? [] : ask + unknown) + ["    otherwise: refuse"]
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

  // MARK: - What is usual

  private func has(_ role: ColumnChoice.Role) -> Bool { choice.roles.contains(role) }

  private var usualCategory: String {
    let book = configuration.codebook
    let ordinary = book.categories.filter { !$0.sensitivity.isSensitive && $0.isComplaint }
    return (book.category("minor") ?? ordinary.first ?? book.categories.first)?.name.code ?? "minor"
  }

  private var usualChannel: String {
    let book = configuration.codebook
    return (book.channel("web") ?? book.channels.first)?.name.code ?? "web"
  }

  /// The script of headers and values tells; English when it does not.
  private var usualLanguage: String {
    let scalars = choice.profiles.flatMap { profile in
      Array(profile.header.unicodeScalars)
        + (profile.values ?? [:]).keys.flatMap { Array($0.unicodeScalars) }
    }
    let arabic = scalars.count { (0x620...0x6FF).contains($0.value) }
    let cyrillic = scalars.count { (0x400...0x4FF).contains($0.value) }
    let latin = scalars.count { isLatinLetter($0) }
    if arabic > max(cyrillic, latin) { return "ar" }
    return cyrillic > latin ? "ru" : "en"
  }
}
