internal import CaseModel
internal import Figures

/// The figures as lines for a terminal.
enum FiguresPage {
  static func lines(_ figures: RegisterFigures) -> [String] {
    var lines = ["Figures as of \(figures.asOf) (internal, not safe to publish)", ""]
    for figure in figures.all {
      let period = figure.from.map { "\($0) to \(figure.to)" } ?? "on \(figure.to)"
      lines.append(
        DisplayWidth.padded(figure.id.rawValue, to: 6)
          + DisplayWidth.padded(name(figure.id), to: 52)
          + DisplayWidth.padded(value(figure), to: 22) + period)
    }
    for (title, rows) in breakdowns(figures) {
      var table = TextTable([title, "received", "open", "closed"])
      for row in rows {
        table.append([
          row.code.isEmpty ? "–" : row.code, String(row.received), String(row.open),
          String(row.closed),
        ])
      }
      lines += [""] + table.lines(width: nil)
    }
    return lines
  }

  /// The breakdowns of the last twelve months that text and JSON show.
  static func breakdowns(_ figures: RegisterFigures) -> [(String, [RegisterFigures.Row])] {
    [
      ("month", figures.months), ("category", figures.breakdown { $0.category }),
      ("channel", figures.breakdown { $0.channel }), ("area", figures.breakdown { $0.area }),
    ]
  }

  static func name(_ id: FigureID) -> String {
    switch id {
    case .received: "received in the last twelve months"
    case .closedInTime: "complaints closed within 15 days"
    case .closedInTimeByClosing: "the same, by date of closing"
    case .firstClosedInTime: "the same, first closing"
    case .medianDays: "median days to close"
    case .closingBalance: "closed beside received"
    case .open: "open"
    case .overdue: "overdue, of the open ones"
    }
  }

  private static func value(_ figure: Figure) -> String {
    switch figure.value {
    case .count(let count): return String(count)
    case .share(let part, let whole):
      return whole == 0 ? "no cases" : "\(percent(part, of: whole)) %  (\(part) of \(whole))"
    case .days(let days): return "\(days) days"
    case .moreThan(let days): return "more than \(days) days"
    case .none: return "no cases"
    }
  }

  /// Whole per cent, halves rounded up.
  static func percent(_ part: Int, of whole: Int) -> Int {
    whole == 0 ? 0 : (part * 200 + whole) / (whole * 2)
  }
}

/// The figures for programs, keyed by figure id.
enum FiguresJSON {
  static func document(_ figures: RegisterFigures) -> JSONText {
    var fields: [(String, JSONText?)] = figures.all.map { ($0.id.rawValue, figure($0)) }
    let by = FiguresPage.breakdowns(figures).map { title, rows in
      (
        title,
        Optional(
          JSONText.list(
            rows.map { row in
              .object([
                ("code", .text(row.code)), ("received", .integer(row.received)),
                ("open", .integer(row.open)), ("closed", .integer(row.closed)),
              ])
            }))
      )
    }
    let ages = figures.ages.map { band in
      JSONText.object([("code", .text(band.code)), ("open", .integer(band.open))])
    }
    fields.append(("by", .object(by + [("age", .list(ages))])))
    return .object(fields)
  }

  private static func figure(_ figure: Figure) -> JSONText {
    var fields: [(String, JSONText?)] = []
    switch figure.value {
    case .count(let count): fields.append(("value", .integer(count)))
    case .share(let part, let whole):
      fields.append(("value", whole == 0 ? nil : .number(ratio(part, whole))))
      fields.append(("numerator", .integer(part)))
      fields.append(("denominator", .integer(whole)))
    case .days(let days):
      fields.append(("value", .integer(days)))
      fields.append(("denominator", .integer(figure.cases)))
    case .moreThan(let days):
      fields.append(("more_than", .integer(days)))
      fields.append(("denominator", .integer(figure.cases)))
    case .none: fields.append(("denominator", .integer(figure.cases)))
    }
    fields.append(("from", figure.from.map { .text($0.description) }))
    fields.append(("to", .text(figure.to.description)))
    fields.append(("as_of", .text(figure.asOf.description)))
    return .object(fields)
  }

  /// A share as a decimal fraction with four places, halves rounded up.
  private static func ratio(_ part: Int, _ whole: Int) -> String {
    let scaled = (part * 20_000 + whole) / (whole * 2)
    let digits = String(scaled % 10_000)
    return "\(scaled / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
