internal import Layout
internal import Disclosure
internal import Publishing
internal import Text
internal import Terminal

/// What blocks of each length would show, in words: how long one should be is a choice for people.
enum BlockLengths {
  /// The table of a trial with the cases of a register, and the length that fits them.
  static func lines(_ trial: LengthTrial, now: BlockLength) -> [String] {
    guard !trial.showings.isEmpty else { return [] }
    var table = TextTable(["block", "such as", "cases", "tables as planned", "counts not shown"])
    for showing in trial.showings {
      table.append([
        showing.length.rawValue, showing.period, String(showing.cases),
        "\(showing.whole) of \(showing.tables)", "\(showing.hidden) of \(showing.counts)",
      ])
    }
    let proposed = trial.proposed
    let advice =
      proposed == now
      ? "A block is a \(name(now)), which fits \(trial.casesAYear) cases a year."
      : "A block is a \(name(now)); a \(name(proposed)) fits \(trial.casesAYear) cases a year "
        + "better: `block: \(proposed.rawValue)` in cases/publication.yml, "
        + "then `daftar adopt publication.yml`."
    let untried = trial.untried.map { "a " + name($0) }.joined(separator: " or ")
    return ["", "What blocks of each length show of these cases:"]
      + table.lines(width: TerminalSize.columns)
      + (untried.isEmpty ? [] : ["There is no whole period of \(untried) with enough cases yet."])
      + [HintInPlace.words(advice)]
  }

  /// What is known before the first case, from the number that is expected; nil when nobody said one.
  static func words(forCasesAYear cases: Int?) -> String {
    guard let cases else {
      return "Figures are published by quarter. With fewer than 300 cases a year longer blocks "
        + "show more: `daftar publish plan` says how much, once there are cases."
    }
    let proposed = BlockLength.proposed(forCasesAYear: cases)
    let choices = MeasuredLengths.hidden(casesAYear: cases)
      .map { "\($0.cases) by \(name($0.length))" }.joined(separator: ", ")
    return "Figures are published by \(name(proposed)), which fits \(cases) cases a year. "
      + "Of a hundred cases so many stand in counts that are not shown: \(choices)."
  }

  private static func name(_ length: BlockLength) -> String {
    switch length {
    case .month: "month"
    case .quarter: "quarter"
    case .half: "half-year"
    case .year: "year"
    }
  }
}
