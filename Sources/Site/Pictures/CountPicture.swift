import Charts
import Disclosure
import SiteTemplate

/// A figure that counts the cases of a block by one dimension: a row for each code.
struct CountPicture {
  let words: PictureWords
  let id: String
  let dimension: Dimension
  /// Which cases are counted.
  let group: CountedGroup
  /// The published value of each code, in the order of tables.
  let rows: [(code: String, value: PublishedValue)]
  /// The share of every code; only where all of them are shown (R7).
  let shares: [String: DerivedNumber]

  /// From so many rows on, those without a case stand in the table only.
  private static let manyRows = 7

  init(
    words: PictureWords, id: String, dimension: Dimension, group: CountedGroup = .all
  ) {
    self.words = words
    self.id = id
    self.dimension = dimension
    self.group = group
    let facts = words.facts
    let rows = facts.codes(dimension).map { code in
      (code, facts.value([dimension] + group.dimensions, [code] + group.codes))
    }.filter { $0.1 != .notApplicable }
    self.rows = rows
    var shares: [String: DerivedNumber] = [:]
    if rows.count > 1, rows.allSatisfy({ $0.1.number != nil }) {
      for (code, _) in rows {
        let share = facts.share(
          "\(id)/\(dimension.rawValue)/\(code)", dimension, code,
          against: rows.map(\.0).filter { $0 != code }, within: group)
        if case .percent = share.value { shares[code] = share }
      }
    }
    self.shares = shares
  }

  private var facts: BlockFacts { words.facts }
  private var language: SiteLanguage { words.language }

  /// All cases that are counted.
  private var total: PublishedValue {
    group.dimensions.isEmpty ? facts.total : facts.value(group.dimensions, group.codes)
  }

  /// Longest first; what is hidden stands at the end, in the order of codes.
  var ranked: [(code: String, value: PublishedValue)] {
    let shown = rows.enumerated().filter { $0.element.value.number != nil }
    let hidden = rows.filter { $0.value.number == nil }
    return shown.sorted { one, two in
      let (first, second) = (one.element.value.number ?? 0, two.element.value.number ?? 0)
      return first == second ? one.offset < two.offset : first > second
    }.map(\.element) + hidden
  }

  /// What is largest; said only when it is larger than all that is hidden could be together.
  var message: Phrase {
    guard let total = total.number, total > 0, let first = ranked.first, ranked.count > 1,
      let largest = first.value.number, largest > ranked[1].value.number ?? 0,
      largest > total - rows.compactMap(\.value.number).reduce(0, +),
      ![CodeBook.unknown, CodeBook.open].contains(first.code)
    else { return .none }
    let label = words.label(dimension, first.code)
    return language.phrase(
      "message-\(id)",
      [
        "label": .isolated(id == "places" ? label : language.inSentence(label)),
        "n": .isolated(language.numbers.whole(largest)),
        "total": .isolated(language.numbers.whole(total)),
      ])
  }

  /// The places of areas line by line, and after them, on lines of their own, areas without one; nil
  /// where the brand places none of them.
  private func placed(_ areas: [[String?]]) -> (columns: Int, codes: [String?])? {
    let codes = rows.map(\.code)
    let known = areas.filter { line in line.contains { $0.map(codes.contains) ?? false } }
    guard let columns = known.map(\.count).max() else { return nil }
    let grid = known.flatMap { line in
      line.map { $0.flatMap { codes.contains($0) ? $0 : nil } }
        + Array(repeating: nil, count: columns - line.count)
    }
    return (columns, grid + codes.filter { !grid.contains($0) })
  }

  /// The figure as squares where the brand places areas as on a map, else as bars.
  func squares(_ areas: [[String?]]) -> FigureView {
    var view = view()
    guard !view.charts.isEmpty, let (columns, codes) = placed(areas) else { return view }
    view.more = [language.text("places-squares")]
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
        [FigureTable.Cell(total, language)]
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

  /// The figure as bars; of nothing but zeros the table alone.
  func view() -> FigureView {
    let values = rows.map(\.value)
    guard !values.areHeldBack else { return .absent(id, language) }
    var view = FigureView(id: id, language: language)
    view.message = message
    view.facts = [words.cases(total)]
    view.numbers = shares.values.sorted { $0.name < $1.name }
    view.tables = [table(ranked)]
    view.hasHatch = rows.contains { $0.value == .hidden }
    view.isTableOpen = !values.canBeDrawn
    view.charts = values.canBeDrawn ? [chart()] : []
    return view
  }

  /// The chart alone, for figures of several parts.
  func chart(part: String = "") -> Markup {
    let bars = ranked.count < Self.manyRows ? ranked : ranked.filter { $0.value != .published(0) }
    return words.chart(
      id, .bars(whole: total.number), series: [language.text("measure-cases")],
      rows: bars.map { row in
        ChartSpec.Row(
          label: words.label(dimension, row.code), values: [row.value],
          texts: [language.value(row.value)], share: text(shares[row.code]))
      }, message: message, part: part)
  }
}
