import Disclosure
import SiteTemplate

/// What people spoke about, by area: a table whose cells are shaded.
struct CrossPicture {
  let words: PictureWords

  private var facts: BlockFacts { words.facts }
  private var language: SiteLanguage { words.language }

  /// Nil when the plan has no such table.
  var view: FigureView? {
    let status = facts.status([.kinds, .places])
    var view = FigureView(id: "kinds-places", language: language)
    view.isTableOpen = true
    switch status {
    case .notPlanned: return nil
    case .leftOut, .totalsOnly: return .absent("kinds-places", language)
    case .whole(let level), .coarser(let level):
      guard let kind = level.first(where: { [Dimension].kinds.contains($0) }),
        let place = level.first(where: { [Dimension].places.contains($0) })
      else { return nil }
      guard !cells(place, kind).map(\.2).areHeldBack else {
        return .absent("kinds-places", language)
      }
      // Few columns fit a phone: the names of areas are the shorter ones, the groups are few.
      view.tables = [table(rows: place, columns: kind)]
      view.message = message(place, kind)
      view.isWide = facts.codes(kind).count > 4
      view.facts = words.sample(status)
      view.hasHatch = cells(kind, place).contains { $0.2 == .hidden }
      return view
    }
  }

  private func cells(_ one: Dimension, _ two: Dimension) -> [(String, String, PublishedValue)] {
    facts.codes(one).flatMap { row in
      facts.codes(two).map { (row, $0, facts.value([one, two], [row, $0])) }
    }
  }

  private func table(rows: Dimension, columns: Dimension) -> FigureTable {
    let largest = cells(rows, columns).compactMap(\.2.number).max() ?? 0
    let columnCodes = facts.codes(columns)
    func cell(_ value: PublishedValue) -> FigureTable.Cell { FigureTable.Cell(value, language) }
    return FigureTable(
      caption: language.phrase(
        "pair",
        [
          "one": Phrase(language.text("figure-kinds-places")),
          "two": Phrase(words.period(facts.block)),
        ]),
      rowName: words.name(rows),
      columns: columnCodes.map { words.label(columns, $0) } + [language.text("total")],
      rows: facts.codes(rows).map { row in
        let values = columnCodes.map {
          FigureTable.Cell(
            facts.value([rows, columns], [row, $0]), language, shadedTo: largest)
        }
        return (words.label(rows, row), values + [cell(facts.value([rows], [row]))])
      },
      total: (
        language.text("total"),
        columnCodes.map { cell(facts.value([columns], [$0])) } + [cell(facts.total)]
      ))
  }

  private func message(_ place: Dimension, _ kind: Dimension) -> Phrase {
    let cells = cells(place, kind)
    guard !cells.contains(where: { $0.2 == .hidden }) else { return .none }
    let ranked = cells.compactMap { cell in cell.2.number.map { (cell, $0) } }
      .sorted { $0.1 > $1.1 }
    guard ranked.count > 1, ranked[0].1 > ranked[1].1 else { return .none }
    let (row, column, _) = ranked[0].0
    guard ![row, column].contains(CodeBook.unknown) else { return .none }
    return language.phrase(
      "message-kinds-places",
      [
        "kind": .isolated(language.inSentence(words.label(kind, column))),
        "place": .isolated(words.label(place, row)),
        "n": .isolated(language.numbers.whole(ranked[0].1)),
      ])
  }
}
