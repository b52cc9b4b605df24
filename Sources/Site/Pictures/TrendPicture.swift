import Charts
import Disclosure
import SiteTemplate

/// Cases by block as columns, and below them the share closed in time as a line.
struct TrendPicture {
  let words: PictureWords

  private var facts: BlockFacts { words.facts }
  private var language: SiteLanguage { words.language }
  /// The target by which each block is judged: that of its closing.
  private var targets: [ChartSpec.Target?] {
    facts.past.map { past in
      words.publication.context.targets(of: past.block.period)["K05"].map {
        ChartSpec.Target(percent: $0, words: [language.text("target-word"), percent($0)])
      }
    }
  }
  private var hasTimely: Bool { facts.isPlanned([.timely]) }

  /// Nil with one period alone: there is nothing to see it beside.
  var view: FigureView? {
    let past = facts.past
    guard past.count > 1 else { return nil }
    let timely = hasTimely ? past.map(\.timely) : []
    // The team's pages hide nothing: a share that is not there yet is none.
    let absent: DerivedValue = words.publication.isInternal ? .noCases : .withheld
    let shares = timely.map { $0?.value ?? absent }
    var view = FigureView(id: "trend", language: language)
    view.message = message
    view.facts = marks
    view.isWide = true
    view.numbers = timely.compactMap(\.self)
    view.charts = [
      words.chart(
        "trend", .columns(ticks: ticks), series: [language.text("measure-cases")],
        rows: past.map { row($0, [$0.total]) }, message: message)
    ]
    // A single point is no line.
    if shares.compactMap({ value($0).number }).count > 1 {
      view.hasHatch = shares.contains(.withheld)
      view.more =
        [language.text("trend-line")] + (view.hasHatch ? [language.text("trend-gap")] : [])
      view.charts.append(
        words.chart(
          "trend",
          .line(
            targets: targets,
            ticks: [0, 50, 100].map { ChartSpec.Tick($0, percent($0)) }),
          series: [language.text("measure-timely")],
          rows: zip(past, shares).map { facts, share in
            var row = row(facts, [value(share)])
            row.texts = [label(share, of: past.count)]
            return row
          }, message: Phrase(language.text("measure-timely")), part: "-timely"))
    } else if hasTimely {
      view.absentCharts = ["trend-timely"]
    }
    view.tables = [
      FigureTable(
        caption: Phrase(language.text("figure-trend")), rowName: language.text("dimension-period"),
        columns: [language.text("measure-cases")]
          + (hasTimely ? [language.text("measure-timely")] : []),
        rows: past.enumerated().map { index, facts in
          let share = hasTimely ? [shares[index]].map(cell) : []
          return (
            words.period(facts.block) + mark(facts),
            [FigureTable.Cell(facts.total, language)] + share
          )
        })
    ]
    return view
  }

  /// The marks of the value axis of the columns: round numbers from zero.
  private var ticks: [ChartSpec.Tick] {
    ChartScale.ticks(upTo: facts.past.compactMap(\.total.number).max() ?? 0)
      .map { ChartSpec.Tick($0, language.numbers.whole($0)) }
  }

  private var message: Phrase {
    guard let total = facts.total.number else { return .none }
    if let before = facts.comparable?.total.number {
      let key = total > before ? "more" : total < before ? "fewer" : "same"
      var values = ["n": Phrase.isolated(language.numbers.whole(total))]
      if key != "same" { values["before"] = .isolated(language.numbers.whole(before)) }
      return language.phrase("message-trend-\(key)", values)
    }
    return language.phrase(
      "message-trend",
      ["period": Phrase(words.period(facts.block)), "cases": language.plural("cases", total)])
  }

  /// A star beside the name of a period that does not count all its days.
  private func mark(_ facts: BlockFacts) -> String { facts.isWhole ? "" : " *" }

  /// What the stars mean.
  private var marks: [Phrase] {
    let partial = facts.past.filter { !$0.isWhole }
    return [
      partial.contains(where: \.isFirst) ? Phrase("* " + language.text("first-period")) : .none,
      partial.contains { !$0.block.isOver } ? Phrase("* " + language.text("not-over")) : .none,
    ]
  }

  private func percent(_ number: Int) -> String { language.numbers.percent(number) }

  private func row(_ facts: BlockFacts, _ values: [PublishedValue]) -> ChartSpec.Row {
    let (months, year) = language.axisName(facts.block.span)
    return ChartSpec.Row(
      label: months + mark(facts), values: values, texts: values.map { language.value($0) },
      share: year)
  }

  private func cell(_ value: DerivedValue) -> FigureTable.Cell {
    if value == .noCases {
      return FigureTable.Cell(Phrase(language.text("not-applicable")), isNumber: false)
    }
    return value == .withheld
      ? FigureTable.Cell(Phrase(language.text("hidden")), isNumber: false)
      : FigureTable.Cell(language.derived(value))
  }

  /// The number at a point of the line; "7 of 12" is too long where points stand close.
  private func label(_ value: DerivedValue, of count: Int) -> String {
    switch value {
    case .percent(let number, _): percent(number)
    case .part: count <= 4 ? language.derived(value).line : ""
    case .count, .days, .aboutDays, .moreThanDays, .noCases, .withheld: ""
    }
  }

  /// How high a share stands in the chart.
  private func value(_ value: DerivedValue) -> PublishedValue {
    switch value {
    case .percent(let percent, _): .published(percent)
    case .part(let part, let whole): wholePercent(part, of: whole)
    case .noCases: .missing
    case .count, .days, .aboutDays, .moreThanDays, .withheld: .hidden
    }
  }
}
