import Disclosure

/// A figure that counts the cases of a block by one dimension: a row for each code.
struct CountPicture {
  let words: PictureWords
  let id: String
  let dimension: Dimension
  /// The published value of each code, in the order of tables.
  let rows: [(code: String, value: PublishedValue)]
  /// The share of every code; only where all of them are shown (R7).
  let shares: [String: DerivedNumber]

  init(words: PictureWords, id: String, dimension: Dimension) {
    self.words = words
    self.id = id
    self.dimension = dimension
    let facts = words.facts
    let codes = facts.codes(dimension)
    rows = codes.map { ($0, facts.value([dimension], [$0])) }
    var shares: [String: DerivedNumber] = [:]
    if codes.count > 1, rows.allSatisfy({ $0.value.number != nil }) {
      for code in codes {
        let share = facts.share(
          "\(id)/\(dimension.rawValue)/\(code)", dimension, code,
          against: codes.filter { $0 != code })
        if case .percent = share.value { shares[code] = share }
      }
    }
    self.shares = shares
  }

  private var facts: BlockFacts { words.facts }
  private var language: SiteLanguage { words.language }

  private var isComplete: Bool { rows.allSatisfy { $0.value.number != nil } }

  /// Longest first; what is hidden stands at the end, in the order of codes.
  var ranked: [(code: String, value: PublishedValue)] {
    let shown = rows.enumerated().filter { $0.element.value.number != nil }
    let hidden = rows.filter { $0.value.number == nil }
    return shown.sorted { one, two in
      let (first, second) = (one.element.value.number ?? 0, two.element.value.number ?? 0)
      return first == second ? one.offset < two.offset : first > second
    }.map(\.element) + hidden
  }

  /// What is largest; said only when nothing is hidden, for a hidden count may be larger.
  var message: Phrase {
    guard isComplete, let total = facts.total.number, total > 0, let first = ranked.first,
      let largest = first.value.number, ranked.count > 1, largest > ranked[1].value.number ?? 0,
      first.code != CodeBook.unknown
    else { return .none }
    return language.phrase(
      "message-largest",
      [
        "label": .isolated(words.label(dimension, first.code)),
        "n": .isolated(language.numbers.whole(largest)),
        "total": .isolated(language.numbers.whole(total)),
      ])
  }

  /// The places of areas line by line, and after them, on lines of their own, areas without one.
  private func placed(_ areas: [[String?]]) -> (columns: Int, codes: [String?]) {
    let codes = rows.map(\.code)
    let known = areas.filter { line in line.contains { $0.map(codes.contains) ?? false } }
    guard !known.isEmpty else { return (TileGrid.columns(for: codes.count), codes) }
    let columns = known.map(\.count).max() ?? 1
    let grid = known.flatMap { line in
      line.map { $0.flatMap { codes.contains($0) ? $0 : nil } }
        + Array(repeating: nil, count: columns - line.count)
    }
    return (columns, grid + codes.filter { !grid.contains($0) })
  }

  /// The figure as squares.
  func squares(_ areas: [[String?]]) -> FigureView {
    var view = view()
    let (columns, codes) = placed(areas)
    view.tables = [table(rows)]
    view.charts = [
      words.chart(
        id, .tiles(columns: columns), series: [language.text("measure-cases")],
        rows: codes.map { code in
          guard let code else { return ChartSpec.Row(label: "", values: [], texts: []) }
          let value = facts.value([dimension], [code])
          return ChartSpec.Row(
            label: words.label(dimension, code), values: [value], texts: [language.value(value)])
        }, message: message)
    ]
    return view
  }

  func text(_ share: DerivedNumber?) -> String {
    guard let share, case .percent(let percent, _) = share.value else { return "" }
    return language.numbers.percent(percent)
  }

  func table(_ rows: [(code: String, value: PublishedValue)]) -> FigureTable {
    let columns =
      [language.text("measure-cases")] + (shares.isEmpty ? [] : [language.text("share")])
    return FigureTable(
      caption: caption, rowName: words.name(dimension), columns: columns,
      rows: rows.map { row in
        let share = shares.isEmpty ? [] : [FigureTable.Cell(Phrase(text(shares[row.code])))]
        return (words.label(dimension, row.code), [FigureTable.Cell(row.value, language)] + share)
      },
      total: (
        language.text("total"),
        [FigureTable.Cell(facts.total, language)]
          + (shares.isEmpty ? [] : [FigureTable.Cell(Phrase(""))])
      ))
  }

  private var caption: Phrase {
    language.phrase(
      "pair",
      [
        "one": Phrase(language.text("figure-\(id)")),
        "two": Phrase(words.period(facts.block)),
      ])
  }

  /// The figure as bars.
  func view(note: Phrase = .none) -> FigureView {
    var view = FigureView(id: id, language: language)
    view.message = message
    view.facts = words.sample + [words.asOf]
    view.note = note
    view.numbers = shares.values.sorted { $0.name < $1.name }
    view.tables = [table(ranked)]
    view.charts = [chart()]
    return view
  }

  /// The chart alone, for figures of several parts.
  func chart(part: String = "") -> Markup {
    words.chart(
      id, .bars, series: [language.text("measure-cases")],
      rows: ranked.map { row in
        ChartSpec.Row(
          label: words.label(dimension, row.code), values: [row.value],
          texts: [language.value(row.value)], share: text(shares[row.code]))
      }, message: message, part: part)
  }
}
