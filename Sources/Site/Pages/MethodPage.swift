import Disclosure

/// How the numbers are made, what is not shown and why, and what was corrected.
struct MethodPage {
  let frame: PageFrame
  let notes: Notes

  private var language: SiteLanguage { frame.language }
  private var publication: Publication { frame.publication }

  var values: [String: TemplateValue] {
    var values = frame.values(heading: language.text("method"))
    values["method"] = .markup(notes.method)
    values["corrections"] = .markup(notes.corrections)
    values["sensitive-years"] = frame.sensitiveYears()
    values["blocks"] = .list(publication.blocks.reversed().map(block))
    return values
  }

  /// The limits of the plan, by the names that the text of the method uses.
  static func limits(_ plan: PublicationPlan, _ language: SiteLanguage) -> [String: String] {
    [
      "threshold": plan.threshold, "width": plan.width, "min-denominator": plan.minDenominator,
      "min-median": plan.minMedian, "sensitive-threshold": plan.sensitiveThreshold,
      "grace-days": plan.graceDays,
    ].mapValues(language.numbers.whole)
  }

  private func block(_ block: BlockNumbers) -> TemplateValue {
    .object([
      "label": .text(language.period(block.span)),
      "href": .text("../\(block.period)/index.html"),
      "closed-on": .markup(
        language.phrase(
          publication.isInternal ? "as-of" : "closed-on",
          ["date": .isolated(language.date("\(block.closedOn)"))]
        ).markup),
      "release": .markup(
        block.digest.isEmpty ? Markup(trusted: "") : .isolated(block.shortDigest)),
      "tables": .list(block.choices.map(table)),
    ])
  }

  private func table(_ choice: TableChoice) -> TemplateValue {
    .object(["name-of": .text(names(choice.planned)), "level": .markup(level(choice).markup)])
  }

  private func names(_ dimensions: [Dimension]) -> String {
    dimensions.map { language.word("dimension", $0.rawValue) ?? $0.rawValue }
      .joined(separator: " × ")
  }

  private func level(_ choice: TableChoice) -> Phrase {
    switch BlockFacts.status(choice) {
    case .whole: Phrase(language.text("level-whole"))
    case .coarser(let level):
      language.phrase("level-coarser", ["level": Phrase(names(level))])
    case .totalsOnly(let levels):
      language.phrase(
        "level-totals",
        ["levels": Phrase(levels.map { names([$0]) }.joined(separator: ", "))])
    case .leftOut, .notPlanned: Phrase(language.text("level-left-out"))
    }
  }
}
