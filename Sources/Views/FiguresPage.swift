internal import CaseModel
package import Figures
internal import Layout
package import Register

/// The figures as lines for a terminal.
package enum FiguresPage {
  /// The lines; `width` is that of the terminal, nil for a pipe.
  package static func lines(
    _ figures: RegisterFigures, _ targets: [String: Int], _ definitions: [DefinitionChange],
    width: Int?
  ) -> [String] {
    var lines = ["Figures as of \(figures.asOf) (internal, not safe to publish)", ""]
    lines += table(figures, targets, width: width)
    if figures.closedOnUnknownDay > 0 {
      lines.append(
        "      closed on an unknown day \(figures.closedOnUnknownDay): closed, and in no duration")
    }
    lines += changes(definitions) + corrections(figures) + endings(figures)
    for (title, rows) in breakdowns(figures) {
      var table = TextTable([title, "received", "open", "closed"])
      for row in rows {
        table.append([
          label(row, title, figures), String(row.received), String(row.open),
          String(row.closed),
        ])
      }
      lines += [""] + table.lines(width: width)
    }
    var ages = TextTable(["days since receipt", "open"])
    for band in figures.ages { ages.append([band.code, String(band.open)]) }
    lines += [""] + ages.lines(width: width)
    guard let width else { return lines }
    return lines.flatMap { WrappedLine.parts($0, width: width, indent: 6) }
  }

  /// The figures with their days, each followed by what belongs to it.
  private static func table(
    _ figures: RegisterFigures, _ targets: [String: Int], width: Int?
  ) -> [String] {
    var table = TextTable(
      ["", "figure", "value", "days"],
      concessions: [.shortens("days"), .shortens("value"), .cuts("figure", to: 26)])
    let all = figures.all
    for figure in all {
      table.append(
        [figure.id.rawValue, name(figure.id), value(figure), period(figure)],
        short: ["days": shortPeriod(figure), "value": value(figure).replacing("  (", with: " (")])
    }
    let rows = table.lines(width: width)
    return Array(rows.prefix(1))
      + zip(all, rows.dropFirst()).flatMap { figure, row in
        [row] + remarks(on: figure, in: figures, targets).map { "      " + $0 }
      }
  }

  /// The target of a figure, and in what it differs from the pages.
  private static func remarks(
    on figure: Figure, in figures: RegisterFigures, _ targets: [String: Int]
  ) -> [String] {
    var remarks: [String] = []
    if let target = targets[figure.id.rawValue] { remarks.append(words(target, figure)) }
    if figure.id == .open, figure.value != .count(figures.openOnPages) {
      remarks.append(
        "on the pages \(figures.openOnPages): without duplicates, invalid, raised and later "
          + "registered ones")
    }
    return remarks
  }

  private static func period(_ figure: Figure) -> String {
    figure.from.map { "\($0) to \(figure.to)" } ?? "on \(figure.to)"
  }

  /// The days in fewer columns: whole months without their days, one year once.
  private static func shortPeriod(_ figure: Figure) -> String {
    guard let from = figure.from else { return period(figure) }
    let to = figure.to
    if from.parts.dayOfMonth == 1, to.adding(days: 1).parts.dayOfMonth == 1 {
      return from.monthText == to.monthText
        ? from.monthText : "\(from.monthText) to \(to.monthText)"
    }
    return from.parts.year == to.parts.year
      ? "\(from) to \(to.description.dropFirst(5))" : "\(from)–\(to)"
  }

  /// The target of a figure, and whether it was reached.
  private static func words(_ target: Int, _ figure: Figure) -> String {
    let sign = figure.id == .overdue ? "at most " : ""
    return "target \(sign)\(target) %: "
      + (figure.meets(target: target).map { $0 ? "met" : "missed" } ?? "no cases to judge it by")
  }

  /// What counts as a complaint from some day on, and did not before, or the reverse.
  private static func changes(_ definitions: [DefinitionChange]) -> [String] {
    guard !definitions.isEmpty else { return [] }
    return [
      "", "What counts as a complaint was changed (cases registered before keep their meaning)",
    ]
      + definitions.map { change in
        let words =
          change.added.map { "\($0) is a complaint" }
          + change.removed.map { "\($0) is none" }
        return "  from \(change.on): \(words.joined(separator: ", ")); changed by \(change.author)"
      }
  }

  /// What could make K05 look better than the work was.
  private static func corrections(_ figures: RegisterFigures) -> [String] {
    var lines: [String] = []
    let (reclassified, setAside) = (figures.reclassified, figures.setAside)
    if !reclassified.isEmpty {
      lines += [
        "", "Corrected among the cases of K05's days (each counts by the category of its 15th day)",
      ]
      lines += reclassified.map { item in
        "  \(item.id)  \(item.field) \(item.was) → \(item.value) on \(item.on), "
          + (item.isCounted ? "counted" : "not counted")
      }
    }
    if !setAside.isEmpty {
      lines += [
        "",
        "Duplicate, invalid or raised among the cases of K05's days (what was late is counted, "
          + "unless two people set it aside)",
      ]
      lines += setAside.map { item in
        "  \(item.id)  \(item.reason.rawValue), " + (item.isCounted ? "counted" : "not counted")
      }
    }
    let (late, raised) = (figures.recordedLate, figures.openRaised)
    if !late.isEmpty {
      lines += [
        "", "Recorded late among the cases of K05's days (each counts by the day of its recording)",
      ]
      lines += late.map { "  \($0.id)  closed on \($0.closed), recorded on \($0.recorded)" }
    }
    if !raised.isEmpty {
      lines += ["", "Raised among the open cases (K01, K09 and K10 count what was late already)"]
      lines += raised.map { "  \($0.id)  raised, " + ($0.isCounted ? "counted" : "not counted") }
    }
    return lines
  }

  /// A row's name; a month that is not over says so.
  private static func label(
    _ row: RegisterFigures.Row, _ title: String, _ figures: RegisterFigures
  ) -> String {
    if row.code.isEmpty { return "–" }
    let isUnfinished =
      title == "month" && row.code == figures.asOf.monthText
      && figures.asOf.adding(days: 1).monthText == figures.asOf.monthText
    return isUnfinished ? "\(row.code) to \(figures.asOf.parts.dayOfMonth)" : row.code
  }

  /// The breakdowns of the last twelve months that text and JSON show.
  package static func breakdowns(_ figures: RegisterFigures) -> [(String, [RegisterFigures.Row])] {
    [
      ("month", figures.months), ("category", figures.breakdown(by: figures.kind)),
      ("channel", figures.breakdown { $0.channel }), ("area", figures.breakdown { $0.area }),
    ]
  }

  package static func name(_ id: FigureID) -> String {
    switch id {
    case .received: "received in the last twelve months"
    case .closedInTime: "complaints closed within 15 days"
    case .closedInTimeByClosing: "the same, by date of closing"
    case .firstClosedInTime: "the same, first closing"
    case .medianDays: "median days to close a complaint"
    case .closingBalance: "closed beside received"
    case .open: "open"
    case .overdue: "overdue, of the open ones"
    }
  }

  private static func value(_ figure: Figure) -> String {
    switch figure.value {
    case .count(let count): return String(count)
    case .share(let part, let whole):
      return whole == 0 ? "no cases" : "\(Figure.percent(part, of: whole)) %  (\(part) of \(whole))"
    case .days(let days): return "\(days) days"
    case .moreThan(let days): return "more than \(days) days"
    case .none: return "no cases"
    }
  }
}
