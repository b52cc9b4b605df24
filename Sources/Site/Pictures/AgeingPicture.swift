import Disclosure

/// How long the cases have waited that are open at the end of a block.
struct AgeingPicture {
  let words: PictureWords

  private var language: SiteLanguage { words.language }

  var view: FigureView {
    let facts = words.facts
    var view = FigureView(id: "ageing", language: language)
    guard let stock = facts.block.stock, stock.tables.contains([.ageing]) else {
      view.note = words.note(.leftOut)
      return view
    }
    // Of a period that is not over, the stock is that of the day of the figures.
    let day = language.date("\(stock.block.end)")
    let rows = facts.codes(.ageing).map { code in
      (code, CellKey([.ageing], [code]).flatMap { stock[$0] } ?? .missing)
    }
    let onDay = language.phrase("on-day", ["date": .isolated(day)])
    if let open = facts.openTotal.number {
      view.message = language.phrase(
        "message-open", ["cases": language.plural("cases-open", open), "date": .isolated(day)])
      view.facts = [language.plural("cases", open)]
    }
    view.facts += [onDay, words.asOf]
    view.charts = [
      words.chart(
        "ageing", .bars, series: [language.text("measure-cases")],
        rows: rows.map { code, value in
          ChartSpec.Row(
            label: words.label(.ageing, code), values: [value], texts: [language.value(value)])
        }, message: view.message)
    ]
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
}
