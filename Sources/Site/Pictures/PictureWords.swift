import Charts
import Disclosure
import SiteTemplate

/// A block in one language: what every picture of its page needs.
struct PictureWords {
  let facts: BlockFacts
  let language: SiteLanguage

  var publication: Publication { facts.publication }

  func label(_ dimension: Dimension, _ code: String) -> String {
    language.label(dimension, code, in: publication)
  }

  func name(_ dimension: Dimension) -> String {
    language.word("dimension", dimension.rawValue) ?? dimension.rawValue
  }

  /// The name of a block: its months and year, and how far it is counted while it is not over.
  func period(_ block: BlockNumbers) -> String {
    let name = language.period(block.span)
    guard !block.isOver else { return name }
    return filled(
      language.text("up-to"), ["period": name, "date": language.date("\(block.closedOn)")])
  }

  /// On which day the numbers were what they are.
  var asOf: Phrase {
    language.phrase(
      publication.isInternal ? "as-of" : "closed-on",
      ["date": .isolated(language.date("\(facts.block.closedOn)"))])
  }

  func cases(_ value: PublishedValue) -> Phrase {
    value.number.map { language.plural("cases", $0) } ?? .none
  }

  /// The number of cases of the block, and what is said of a table that is not shown as planned.
  func sample(_ status: TableStatus = .notPlanned) -> [Phrase] {
    [cases(facts.total), note(status)]
  }

  private func note(_ status: TableStatus) -> Phrase {
    switch status {
    case .whole, .notPlanned, .leftOut, .totalsOnly: .none
    case .coarser(let level): language.phrase("note-coarser", ["level": Phrase(names(level))])
    }
  }

  /// Dimensions in words, such as `group × region`.
  func names(_ dimensions: [Dimension]) -> String {
    dimensions.map(name).joined(separator: " × ")
  }

  /// The title and words of a chart.
  func chart(
    _ id: String, _ kind: ChartSpec.Kind, series: [String], rows: [ChartSpec.Row],
    message: Phrase, part: String = ""
  ) -> Markup {
    let title = language.text("figure-\(id)")
    let definition = language.text("figure-\(id)-definition")
    return ChartSpec(
      id: "chart-\(id)\(part)", kind: kind, title: title,
      summary: message.isEmpty ? definition : message.line, series: series, rows: rows,
      isMirrored: language.isRightToLeft, hiddenText: language.text("hidden")
    ).svg()
  }
}

extension BlockNumbers {
  /// From its first to its last day.
  var span: DaySpan { DaySpan(from: "\(block.start)", to: "\(block.end)") }
}
