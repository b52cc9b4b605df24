internal import CaseModel
internal import Figures

extension FiguresPage {
  /// The endings beside K05 and K10 that somebody should look at.
  static func endings(_ figures: RegisterFigures) -> [String] {
    var lines: [String] = []
    let (endings, days, imports) = (
      figures.doubtfulEndings, figures.busyClosingDays, figures.importedInTime
    )
    if !endings.isEmpty {
      lines += [
        "", "Endings to look at among the cases of K05's days (each counts as closed in time)",
      ]
      lines += endings.map { item in
        "  \(item.id)  \(item.outcome?.rawValue ?? "closed") on day \(item.days)"
          + (item.hadSomebody ? "" : ", nobody had it")
      }
    }
    if !days.isEmpty {
      lines += ["", "Many closed on one day among the cases of K05's days"]
      lines += days.map { "  \($0.day)  \($0.cases) of the \($0.whole) closed in time" }
    }
    let again = figures.openedAgain
    if !again.isEmpty {
      lines += ["", "Overdue when they were closed, and opened again with a later deadline (K10)"]
      lines += again.map { item in
        "  \(item.id)  was due on \(item.missed), now \(item.due.map { "on \($0)" } ?? "without a day")"
      }
    }
    if !imports.isEmpty {
      lines += [
        "", "Imported after their 15 days among the cases of K05's days (closed in time, it says)",
      ]
      lines += imports.map { item in
        "  \(item.day)  \(item.cases.count) \(item.cases.count == 1 ? "case" : "cases")"
      }
    }
    return lines
  }
}
