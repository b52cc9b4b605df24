import Charts
import Disclosure
import SiteTemplate

/// How long the cases have waited that are open at the end of a block.
struct AgeingPicture {
  let words: PictureWords

  private var language: SiteLanguage { words.language }

  var view: FigureView {
    let facts = words.facts
    var view = FigureView(id: "ageing", language: language)
    guard let stock = facts.block.stock, stock.tables.contains([.ageing]) else {
      return .absent("ageing", language)
    }
    // Of a period that is not over, the stock is that of the day of the figures.
    let day = language.date("\(stock.block.end)")
    let rows = facts.codes(.ageing).map { code in
      (code, CellKey([.ageing], [code]).flatMap { stock[$0] } ?? .missing)
    }
    let values = rows.map(\.1)
    guard !values.areHeldBack else { return .absent("ageing", language) }
    let onDay = language.phrase("on-day", ["date": .isolated(day)])
    let long = facts.openLonger(thanDays: Self.long)
    view.numbers = long.map { [$0] } ?? []
    view.hasHatch = rows.contains { $0.1 == .hidden }
    view.message = message(day, long)
    view.facts = [onDay]
    view.isTableOpen = !values.canBeDrawn
    view.charts = values.canBeDrawn ? [chart(rows, view.message)] : []
    view.tables = [
      FigureTable(
        caption: language.phrase(
          "pair", ["one": Phrase(language.text("figure-ageing")), "two": onDay]),
        rowName: words.name(.ageing), columns: [language.text("measure-cases")],
        rows: rows.map { (words.label(.ageing, $0.0), [FigureTable.Cell($0.1, language)]) },
        total: (language.text("total"), [FigureTable.Cell(facts.openTotal, language)]))
    ]
    return view
  }

  private func chart(_ rows: [(String, PublishedValue)], _ message: Phrase) -> Markup {
    words.chart(
      "ageing", .bars(whole: words.facts.openTotal.number),
      series: [language.text("measure-cases")],
      rows: rows.map { code, value in
        ChartSpec.Row(
          label: words.label(.ageing, code), values: [value], texts: [language.value(value)])
      }, message: message)
  }

  /// Who waits longer than this has waited long.
  private static let long = 60

  /// How many were open, and how many of them had waited long, where both are shown.
  private func message(_ day: String, _ long: DerivedNumber?) -> Phrase {
    guard let open = words.facts.openTotal.number else { return .none }
    let cases = language.plural("cases-open", open)
    guard case .count(let number)? = long?.value, number > 0 else {
      return language.phrase("message-open", ["cases": cases, "date": .isolated(day)])
    }
    return language.phrase(
      "message-long-open",
      [
        "cases": cases, "n": .isolated(language.numbers.whole(number)),
        "days": .isolated(language.numbers.whole(Self.long)),
      ])
  }
}
