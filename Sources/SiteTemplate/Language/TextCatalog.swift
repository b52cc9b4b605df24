/// Which texts a site needs, so that a missing one is found before a page is made.
package enum TextCatalog {
  enum Shape: Equatable {
    case plain
    case plural
    case months
    /// A list of codes, each with its word.
    case words([String])
  }

  /// A text that a site needs, its shape, and the names in braces that it must say.
  package struct Need: Equatable {
    let key: String
    let shape: Shape
    let placeholders: [String]
  }

  private static func plain(_ key: String, _ placeholders: String...) -> Need {
    Need(key: key, shape: .plain, placeholders: placeholders)
  }

  private static func plural(_ key: String) -> Need {
    Need(key: key, shape: .plural, placeholders: ["n"])
  }

  private static func words(_ key: String, _ codes: String...) -> Need {
    Need(key: key, shape: .words(codes), placeholders: [])
  }

  /// The texts that pages need beside those that a layout names itself.
  package static let needs: [Need] =
    [
      "language-name", "direction", "number-group", "number-decimal", "title", "description",
      "names-in-sentences", "hidden", "too-few", "missing", "not-applicable", "unknown", "total",
      "share", "trend-line", "trend-gap", "people-share", "places-squares", "dimension-period",
      "method", "measure-cases", "measure-timely",
      "target-word", "no-cases", "first-period", "not-over", "team-K05-definition",
      "team-K07-definition", "promise-free", "promise-anonymous", "promise-number",
      "promise-objection", "promise-answer-longer", "limits-differ", "level-whole",
      "level-left-out", "others", "sensitive-hidden", "figure-trend-timely",
    ].map { plain($0) } + figures + patterns + [
      plural("days"), plural("about-days"), plural("more-than-days"), plural("cases"),
      plural("headline-received"), plural("headline-timely"), plural("people-others"),
      plural("of-complaints"),
      plural("promise-answer-days"),
      plural("cases-open"),
      Need(key: "months", shape: .months, placeholders: []),
      Need(key: "months-short", shape: .months, placeholders: []),
      Need(key: "months-in-date", shape: .months, placeholders: []),
      words(
        "dimension", "category", "group", "complaint", "district", "region", "channel", "sex",
        "age", "adult",
        "timely", "outcome", "closing", "satisfied", "ageing"),
      words("block", "month", "quarter", "half", "year"),
      words("contact", "phone", "messenger", "email", "address", "hours", "questions"),
      words("codes-sex", "female", "male", "other"), words("codes-adult", "adult", "child"),
      words("codes-complaint", "yes", "no"), words("codes-timely", "yes", "no", "not-measured"),
      words("codes-satisfied", "yes", "no", "not-asked"), words("codes-closing", "open"),
    ]

  private static let figures: [Need] = [
    "registered", "K05", "K07", "median-all", "K15", "trend", "ageing", "kinds", "places",
    "kinds-places", "people", "channels", "outcomes", "outcomes-all",
  ].flatMap { [plain("figure-\($0)"), plain("figure-\($0)-definition")] }

  private static let patterns: [Need] = [
    plain("percent", "n"), plain("date", "day", "month", "year"),
    plain("months-and-year", "months", "year"), plain("from-to", "from", "to"),
    plain("months-of-two-years", "from", "from-year", "to", "to-year"),
    plain("ratio", "n", "total"), plain("of-cases", "cases"), plain("target", "n"),
    plain("target-met", "n"), plain("target-missed", "n"), plain("up-to", "period", "date"),
    plain("day-to-day", "from", "to"),
    plain("closed-on", "date"), plain("as-of", "date"), plain("on-day", "date"),
    plain("change-up", "value"), plain("change-down", "value"), plain("change-none", "value"),
    // The plural is that of the end (CLDR, plural ranges).
    Need(key: "days-band", shape: .plural, placeholders: ["from", "to"]), plain("days-over", "n"),
    Need(key: "years-band", shape: .plural, placeholders: ["from", "to"]), plain("years-over", "n"),
    plain("headline-timely-few", "n", "total"), plain("headline-when", "words", "period"),
    plain("headline-promised", "words", "target"),
    plain("headline-promised-few", "words", "target"), plain("headline-end", "words"),
    plain("verdict-met", "figure", "value", "target"),
    plain("verdict-missed", "figure", "value", "target"),
    plain("next-figures", "date"), plain("not-shown", "list"),
    plain("message-kinds", "label", "n", "total"), plain("message-places", "label", "n", "total"),
    plain("message-channels", "label", "n", "total"),
    plain("message-outcomes", "label", "n", "total"),
    plain("message-outcomes-all", "label", "n", "total"),
    plain("message-trend", "period", "cases"), plain("message-trend-more", "n", "before"),
    plain("message-trend-fewer", "n", "before"), plain("message-trend-same", "n"),
    plain("message-open", "cases", "date"), plain("message-long-open", "cases", "n", "days"),
    plain("message-women", "share"), plain("message-kinds-places", "kind", "place", "n"),
    plain("note-coarser", "level"), plain("level-coarser", "level"),
    plain("level-totals", "levels"), plain("release", "code"),
    plain("waiting", "block", "days"),
    plain("limits-of-period", "threshold", "width", "min-denominator", "min-median", "grace-days"),
    plain("pair", "one", "two"),
    plain("data-description", "name", "threshold"),
  ]
}
