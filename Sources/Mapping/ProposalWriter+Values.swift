internal import Exchange
internal import CaseModel
internal import Diagnostics
internal import Tables
internal import Text

/// How a proposed map says which codes the values of a column are.
extension ProposalWriter {
  /// The values of a column that are codes, or the answers where a cell holds several.
  func counts(_ profile: ColumnProfile) -> [String: Int] {
    profile.separator == nil ? profile.values ?? [:] : profile.answers
  }

  /// How many values of a column fit no code of the register that may be guessed.
  func undecided(_ profile: ColumnProfile, _ field: ImportField) -> Int {
    let guesser = CodeGuess(configuration)
    return counts(profile).keys.count {
      guesser.code(for: $0, in: field) == nil && !isAge($0, field)
    }
  }

  /// The lines of a coded column below the field: the values that are recognised, then the others as
  /// comments, with the codes to choose from.
  func values(_ profile: ColumnProfile, _ field: ImportField) -> [String] {
    let guesser = CodeGuess(configuration)
    var known: [String] = []
    var unknown: [String] = []
    let split = profile.separator.map { ["    split: \(Self.quoted($0))"] } ?? []
    let values = counts(profile).filter { Self.canWrite($0.key) && !isAge($0.key, field) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (value, count) in values {
      let text = Self.quoted(value)
      if let code = guesser.code(for: value, in: field) {
        known.append("      \(text): \(Self.quoted(code))  # \(counted(count, "row"))")
      } else {
        unknown.append("      # \(text): CODE  # \(counted(count, "row"))")
      }
    }
    guard !known.isEmpty || !unknown.isEmpty else { return split }
    let open = unknown.isEmpty ? [] : ask(field) + codeList(field, indent: "      ") + unknown
    return split + ["    values:"] + known + open + ["    otherwise: refuse"]
  }

  private func ask(_ field: ImportField) -> [String] {
    guard field != .state else {
      return [
        "      # Write closed or open for each of these; until then their rows are refused:"
      ]
    }
    guard field == .category else {
      return ["      # Write a code for each of these, or \"\" for none:"]
    }
    return [
      "      # Decide on each of these, and write its category instead of CODE. Until then a value",
      "      # that is a code of the register counts as that code, and the rows of the others are",
      "      # refused. Misconduct, fraud and abuse have kinds of their own, whose cases are sealed:",
      "      # ask the safeguarding focal point before.",
    ]
  }

  /// Ages in years need no line: the reading finds their band.
  private func isAge(_ value: String, _ field: ImportField) -> Bool {
    field == .age && FieldCodes(configuration).band(ofAge: value) != nil
  }

  /// The codes of a field with their labels, as comments of at most 100 columns.
  func codeList(_ field: ImportField, indent: String) -> [String] {
    let codes = field.codes.map(configuration.labelledCodes) ?? []
    let words = codes.map { code in
      let label = code.labels.text(configuration.settings.languages.first ?? "en")
      return label.map { $0 == code.code ? code.code : "\(code.code) (\($0))" } ?? code.code
    }
    var lines: [String] = []
    var line = "\(indent)# The codes: "
    for (index, word) in words.enumerated() where Self.canWrite(word) {
      let piece = word + (index == words.count - 1 ? "" : ", ")
      if line.count + piece.count > 100 {
        lines.append(line.hasSuffix(" ") ? String(line.dropLast()) : line)
        line = "\(indent)#   "
      }
      line += piece
    }
    return words.isEmpty ? [] : lines + [line]
  }
}
