internal import Exchange
internal import CaseModel
internal import Diagnostics
internal import Tables

/// The first rows of a table as the cases that they would become with the proposed map.
///
/// What would be sealed is named and not shown, and so is a text that may reach a person.
struct ProposalPreview {
  private let writer: ProposalWriter
  private let guesser: CodeGuess

  init(_ writer: ProposalWriter) {
    self.writer = writer
    guesser = CodeGuess(writer.configuration)
  }

  /// The lines of up to three rows; none for a table without rows.
  var lines: [String] {
    let rows = writer.table.rows.prefix(3)
    guard !rows.isEmpty else { return [] }
    return ["the first \(rows.count == 1 ? "row" : "rows") as the map stands:"]
      + rows.flatMap { row in lines(row) }
  }

  private func lines(_ row: TableRow) -> [String] {
    var facts: [String] = []
    var texts: [String] = []
    var sealed: [String] = []
    var named: Set<ImportField> = []
    for (profile, role) in zip(writer.choice.profiles, writer.choice.roles) {
      let cell = onOneLine(row[profile.index])
      guard !cell.isEmpty else { continue }
      switch role {
      case .date(let field): facts.append("\(field.rawValue) \(date(cell, profile.dates))")
      case .code(let field):
        guard let code = code(cell, field, profile) else { continue }
        facts.append("\(field.rawValue) \(code)")
        named.insert(field)
      case .reply: texts.append("answer: \(previewed(cell))")
      case .narrative: texts.append("text: \(previewed(cell))")
      case .title: texts.append("title: \(previewed(cell))")
      case .text: texts.append("\(profile.name): \(previewed(cell))")
      case .private where profile.index != writer.choice.id?.index: sealed.append(profile.name)
      case .private, .status, .drop, .answer: continue
      }
    }
    facts += defaults(without: named)
    var lines = ["  row \(row.number): " + facts.joined(separator: ", ")]
    lines += texts.map { "    \($0)" }
    if !sealed.isEmpty { lines.append("    sealed: " + sealed.joined(separator: ", ")) }
    return lines.map(visible)
  }

  private func date(_ cell: String, _ dates: ColumnDates) -> String {
    if dates.absent.contains(cell) { return "none" }
    if let doubt = dates.doubt, let one = ProposalWriter.day(cell, doubt.dayFirst),
      let other = ProposalWriter.day(cell, doubt.monthFirst), one != other
    {
      return "\(one) or \(other)"
    }
    for pattern in dates.patterns {
      if let day = ProposalWriter.day(cell, pattern) { return day }
    }
    return "refused (\(quotedValue(cell)))"
  }

  private func code(_ cell: String, _ field: ImportField, _ profile: ColumnProfile) -> String? {
    let words = profile.separator.map { ColumnParts.parts(of: cell, by: $0) } ?? [cell]
    let codes = words.map { word in
      guesser.code(for: word, in: field) ?? (field == .state ? "" : nil)
        ?? (FieldCodes(writer.configuration).knows(word, in: field) ? word : nil)
        ?? "to be decided (\(quotedValue(word)))"
    }
    let said = codes.filter { !$0.isEmpty }
    return said.isEmpty ? nil : said.joined(separator: " and ")
  }

  /// What the row gets from “defaults”.
  private func defaults(without named: Set<ImportField>) -> [String] {
    var facts: [String] = []
    if !named.contains(.category) {
      let isOpen = writer.choice.unclearCategory != nil || writer.has(.code(.category))
      facts.append("category " + (isOpen ? "to be decided" : writer.usualCategory))
    }
    if !named.contains(.channel) { facts.append("channel \(writer.usualChannel)") }
    if !named.contains(.language) { facts.append("language \(writer.usualLanguage.code)") }
    return facts
  }
}
