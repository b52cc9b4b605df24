import Charts
import Disclosure
import SiteTemplate

/// What a page says first: one sentence that everybody understands, and whether promises were kept.
struct FirstScreen {
  let words: PictureWords

  private var facts: BlockFacts { words.facts }
  private var language: SiteLanguage { words.language }

  /// How many came in, and how many complaints were answered in time, as people say it.
  var headline: Phrase {
    let received = facts.total.number.map { language.plural("headline-received", $0) } ?? .none
    guard let timely = sentence else { return received }
    return .filled("{received} {timely}", ["received": received, "timely": timely])
  }

  /// Each target of a figure that is shown: met or missed, in words and with a sign.
  var verdicts: [TemplateValue] {
    [("K05", timely?.value, timely?.ratio), ("K15", satisfied?.value, satisfied?.ratio)]
      .compactMap { id, value, ratio in
        guard let value, let verdict = Verdict(id, ratio, words), let isMet = verdict.isMet else {
          return nil
        }
        let shown =
          verdict.looksMet
          ? ratio.map { language.ratio($0.part, $0.whole) } ?? .none : language.derived(value)
        let text = language.phrase(
          isMet ? "verdict-met" : "verdict-missed",
          [
            "figure": Phrase(language.inSentence(language.text("figure-\(id)"))), "value": shown,
            "target": .isolated(language.numbers.percent(verdict.wanted)),
          ])
        return .object([
          "text": .markup(text.markup), "style": .text(isMet ? "met" : "missed"),
        ])
      }
  }

  /// A share with its fraction and, where it counts other days than the block, these days.
  private struct Share {
    let value: DerivedValue
    let ratio: Ratio?
    var days = Phrase.none
  }

  private var timely: Share? {
    if let figure = facts.teamFigure("K05") {
      let days = language.phrase(
        "day-to-day",
        [
          "from": .isolated(language.date("\(figure.from)")),
          "to": .isolated(language.date("\(figure.to)")),
        ])
      return Share(value: figure.value, ratio: figure.ratio, days: days)
    }
    guard facts.isPlanned([.timely]) else { return nil }
    let number = facts.timelyOfHalfYear
    return Share(
      value: number.value, ratio: facts.ratio(of: number),
      days: facts.halfYear.count > 1 ? Phrase(language.period(facts.halfYearSpan)) : .none)
  }

  private var satisfied: Share? {
    guard facts.isPlanned([.satisfied]) else { return nil }
    return Share(value: facts.satisfied.value, ratio: facts.ratio(of: facts.satisfied))
  }

  /// The sentence about complaints; nil where their share is not shown.
  private var sentence: Phrase? {
    guard let timely else { return nil }
    var words: Phrase
    let isOfHundred: Bool
    switch timely.value {
    case .percent(let percent, _):
      words = language.plural("headline-timely", percent)
      isOfHundred = true
    case .part(let part, let whole):
      words = language.phrase(
        "headline-timely-few",
        [
          "n": .isolated(language.numbers.whole(part)),
          "total": .isolated(language.numbers.whole(whole)),
        ])
      isOfHundred = false
    case .count, .aboutDays, .days, .moreThanDays, .noCases, .withheld: return nil
    }
    if !timely.days.isEmpty {
      words = language.phrase("headline-when", ["words": words, "period": timely.days])
    }
    guard let verdict = Verdict("K05", timely.ratio, self.words) else {
      return language.phrase("headline-end", ["words": words])
    }
    return language.phrase(
      isOfHundred ? "headline-promised" : "headline-promised-few",
      ["words": words, "target": .isolated(language.numbers.whole(verdict.wanted))])
  }
}
