internal import CaseModel
package import Figures
package import Register
package import Text

/// The figures for programs, keyed by figure id.
package enum FiguresJSON {
  /// The document of figures with their targets and the changes of what counts.
  package static func document(
    _ figures: RegisterFigures, _ targets: [String: Int], _ definitions: [DefinitionChange]
  ) -> JSONDocument {
    var fields: [(String, JSONDocument?)] = figures.all.map { item in
      let onPages = item.id == .open ? figures.openOnPages : nil
      return (item.id.rawValue, figure(item, target: targets[item.id.rawValue], onPages: onPages))
    }
    let by = FiguresPage.breakdowns(figures).map { title, rows in
      (
        title,
        Optional(
          JSONDocument.list(
            rows.map { row in
              .object([
                ("code", .text(row.code)), ("received", .integer(row.received)),
                ("open", .integer(row.open)), ("closed", .integer(row.closed)),
              ])
            }))
      )
    }
    let ages = figures.ages.map { band in
      JSONDocument.object([("code", .text(band.code)), ("open", .integer(band.open))])
    }
    fields.append(("by", .object(by + [("age", .list(ages))])))
    fields.append(("reclassified", .list(figures.reclassified.map(reclassification))))
    fields.append(("set_aside", .list(figures.setAside.map(setAside))))
    fields.append(("recorded_late", .list(figures.recordedLate.map(recordedLate))))
    fields.append(("raised_open", .list(figures.openRaised.map(openRaised))))
    fields.append(("closed_on_unknown_day", .integer(figures.closedOnUnknownDay)))
    fields += endings(figures)
    fields.append(("definition_changes", .list(definitions.map(change))))
    return .object(fields)
  }

  private static func change(_ item: DefinitionChange) -> JSONDocument {
    .object([
      ("on", .text(item.on.description)), ("by", .text(item.author)),
      ("added", .list(item.added.map(JSONDocument.text))),
      ("removed", .list(item.removed.map(JSONDocument.text))),
    ])
  }

  private static func reclassification(_ item: RegisterFigures.Reclassification) -> JSONDocument {
    .object([
      ("case", .text(item.id.description)), ("field", .text(item.field.name)),
      ("was", .text(item.was)),
      ("value", .text(item.value)), ("on", .text(item.on.description)),
      ("counted", .boolean(item.isCounted)),
    ])
  }

  private static func setAside(_ item: RegisterFigures.SetAside) -> JSONDocument {
    .object([
      ("case", .text(item.id.description)), ("as", .text(item.reason.rawValue)),
      ("counted", .boolean(item.isCounted)),
    ])
  }

  private static func recordedLate(_ item: RegisterFigures.RecordedLate) -> JSONDocument {
    .object([
      ("case", .text(item.id.description)), ("closed", .text(item.closed.description)),
      ("recorded", .text(item.recorded.description)),
    ])
  }

  private static func endings(_ figures: RegisterFigures) -> [(String, JSONDocument?)] {
    let doubtful = figures.doubtfulEndings.map { item in
      JSONDocument.object([
        ("case", .text(item.id.description)),
        ("outcome", item.outcome.map { .text($0.rawValue) }), ("day", .integer(item.days)),
        ("had_somebody", .boolean(item.hadSomebody)),
      ])
    }
    let days = figures.busyClosingDays.map { item in
      JSONDocument.object([
        ("on", .text(item.day.description)), ("cases", .integer(item.cases)),
        ("of", .integer(item.whole)),
      ])
    }
    let imports = figures.importedInTime.map { item in
      JSONDocument.object([
        ("on", .text(item.day.description)),
        ("cases", .list(item.cases.map { .text($0.description) })),
      ])
    }
    let again = figures.openedAgain.map { item in
      JSONDocument.object([
        ("case", .text(item.id.description)), ("was_due", .text(item.missed.description)),
        ("due", item.due.map { .text($0.description) }),
      ])
    }
    return [
      ("endings", .list(doubtful)), ("closed_together", .list(days)),
      ("opened_again", .list(again)),
      ("imported_in_time", .list(imports)),
    ]
  }

  private static func openRaised(_ item: RegisterFigures.OpenRaised) -> JSONDocument {
    .object([("case", .text(item.id.description)), ("counted", .boolean(item.isCounted))])
  }

  private static func figure(_ figure: Figure, target: Int?, onPages: Int?) -> JSONDocument {
    var fields: [(String, JSONDocument?)] = []
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
    if let onPages { fields.append(("on_pages", .integer(onPages))) }
    fields.append(("target", target.map(JSONDocument.integer)))
    fields.append(("met", target.flatMap { figure.meets(target: $0) }.map(JSONDocument.boolean)))
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
