import Disclosure
import SiteTemplate

/// What came of complaints: a row for each outcome, and for those that are still open.
struct OutcomePicture {
  let words: PictureWords

  private var facts: BlockFacts { words.facts }
  private var language: SiteLanguage { words.language }

  /// Nil when the plan has no outcomes.
  var view: FigureView? {
    guard facts.isPlanned([.outcome]) else { return nil }
    if let complaints { return complaints }
    guard facts.isShown([.outcome]) else { return .absent("outcomes", language) }
    // Of complaints alone they cannot be shown, or the plan does not tell them apart.
    return CountPicture(words: words, id: "outcomes-all", dimension: .outcome).view()
  }

  /// The outcomes of complaints, beside those of other cases in the table; nil where they cannot be shown.
  private var complaints: FigureView? {
    guard facts.isShown([.complaint, .outcome]) else { return nil }
    let picture = CountPicture(
      words: words, id: "outcomes", dimension: .outcome, group: .complaints)
    var view = picture.view()
    guard !view.isAbsent else { return nil }
    let kinds = facts.codes(.complaint).sorted { $0 > $1 }
    view.tables = [
      FigureTable(
        caption: language.phrase(
          "pair",
          [
            "one": Phrase(language.text("figure-outcomes-all")),
            "two": Phrase(words.period(facts.block)),
          ]),
        rowName: words.name(.outcome),
        columns: kinds.map { words.label(.complaint, $0) } + [language.text("total")],
        rows: facts.codes(.outcome).map { outcome in
          (
            words.label(.outcome, outcome),
            (kinds.map { facts.value([.complaint, .outcome], [$0, outcome]) }
              + [facts.value([.outcome], [outcome])]).map { FigureTable.Cell($0, language) }
          )
        },
        total: (
          language.text("total"),
          (kinds.map { facts.value([.complaint], [$0]) } + [facts.total]).map {
            FigureTable.Cell($0, language)
          }
        ))
    ]
    return view
  }
}
