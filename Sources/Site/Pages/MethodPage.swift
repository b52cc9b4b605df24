import Charts
import Disclosure
import SiteTemplate

/// How the numbers are made, what is not shown and why, and what was corrected.
struct MethodPage {
  let frame: PageFrame
  let notes: Notes

  private var language: SiteLanguage { frame.language }
  private var publication: Publication { frame.publication }

  var values: [String: TemplateValue] {
    var values = frame.values(heading: language.text("method"))
    values["method"] = .markup(notes.method)
    values["team-method"] = .markup(notes.teamMethod)
    values["corrections"] = .markup(notes.corrections)
    values["sensitive-years"] = frame.sensitiveYears()
    values["limits-differ"] = .text(differ ? language.text("limits-differ") : "")
    values["blocks"] = .list(publication.blocks.reversed().map(block))
    return values
  }

  /// The limits of the plan, by the names that the text of the method uses; the days of grace also in
  /// words, as the language counts them.
  static func limits(_ plan: PublicationPlan, _ language: SiteLanguage) -> [String: String] {
    let numbers = [
      "threshold": plan.threshold, "width": plan.width, "min-denominator": plan.minDenominator,
      "min-median": plan.minMedian, "sensitive-threshold": plan.sensitiveThreshold,
      "grace-days": plan.graceDays,
    ].mapValues(language.numbers.whole)
    let days = filled(
      language.pluralForm("days", plan.graceDays), ["n": language.numbers.whole(plan.graceDays)])
    return numbers.merging(["grace": days]) { number, _ in number }
  }

  /// Whether periods were closed under other limits than the text of the method names.
  private var differ: Bool {
    Set(publication.blocks.map { Self.limits($0.plan, language) }).count > 1
  }

  /// The limits of a block in words, where they have to be told apart; nothing else.
  private func limits(of block: BlockNumbers) -> Phrase {
    guard differ else { return .none }
    var limits = Self.limits(block.plan, language)
    limits["grace-days"] = limits["grace"]
    return language.phrase("limits-of-period", limits.mapValues { .isolated($0) })
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
      "limits": .markup(limits(of: block).markup),
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
        ["levels": language.list(levels.map { names([$0]) })])
    case .leftOut, .notPlanned: Phrase(language.text("level-left-out"))
    }
  }
}
