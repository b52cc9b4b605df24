import Charts
import Disclosure
import SiteTemplate

/// A headline number with its target, its direction and a small line of the past.
struct TileView {
  let id: String
  let language: SiteLanguage
  var number = Phrase.none
  var isPublished = true
  var target = Phrase.none
  var change = Phrase.none
  /// What the number is made of, and when.
  var facts: [Phrase] = []
  var spark = Markup(trusted: "")
  var numbers: [DerivedNumber] = []
  /// The key of a definition that is not the figure's own.
  var definition = ""

  /// The tiles that the plan allows.
  static func all(_ words: PictureWords) -> [TileView] {
    var tiles = [registered(words)]
    let facts = words.facts
    if let figure = facts.teamFigure("K05") {
      tiles.append(team(figure, words))
    } else if facts.isPlanned([.timely]) {
      // Other months than those of the chart below: both are named.
      var tile = derived(
        "K05", words, against: facts.comparableHalfYear, of: facts.comparableHalfYear?.halfYearSpan
      ) { $0.timelyOfHalfYear }
      tile.judge(facts.timelyOfHalfYear.value, facts.ratio(of: facts.timelyOfHalfYear), words)
      tile.facts.append(Phrase(words.language.period(facts.halfYearSpan)))
      tiles.append(tile)
    }
    if let figure = facts.teamFigure("K07") {
      tiles.append(team(figure, words))
    } else if facts.isPlanned([.closing]) {
      let isOfComplaints = facts.isMedianOfComplaints
      var tile = derived(
        isOfComplaints ? "K07" : "median-all", words, against: facts.comparable
      ) { $0.medianDays(ofComplaints: isOfComplaints) }
      // Without all bands there is no median, and with them the total counts nobody else.
      let cases = isOfComplaints ? facts.value([.complaint], ["yes"]) : facts.total
      tile.facts = [words.cases(cases), Phrase(words.period(facts.block))]
      tiles.append(tile)
    }
    if facts.isPlanned([.satisfied]) {
      // On the team's pages the older of two periods had longer for its answers.
      let isComparable = !words.publication.isInternal
      var tile = derived("K15", words, against: isComparable ? facts.comparable : nil) {
        $0.satisfied
      }
      if !isComparable { tile.spark = Markup(trusted: "") }
      tile.judge(facts.satisfied.value, facts.ratio(of: facts.satisfied), words)
      tile.facts.append(Phrase(words.period(facts.block)))
      tiles.append(tile)
    }
    return tiles
  }

  var value: TemplateValue {
    .object([
      "id": .text(id),
      "title": .text(language.text("figure-\(id)")),
      "definition": .text(
        language.text(definition.isEmpty ? "figure-\(id)-definition" : definition)),
      "value": .markup(number.markup),
      "is-published": .flag(isPublished),
      "target": .markup(target.markup),
      "change": .markup(change.markup),
      "spark": .markup(spark),
      "facts": .list(facts.filter { !$0.isEmpty }.map { .object(["fact": .markup($0.markup)]) }),
    ])
  }

  /// Says whether a share reached its target, where there is one, and from how many cases it was made.
  ///
  /// Where the whole per cent alone would look like the target although it is missed, the fraction is
  /// said; on the team's pages beside every percentage, of however few cases.
  private mutating func judge(_ value: DerivedValue, _ ratio: Ratio?, _ words: PictureWords) {
    let verdict = Verdict(id, ratio, words)
    if let verdict {
      let key = verdict.isMet.map { $0 ? "target-met" : "target-missed" } ?? "target"
      target = language.phrase(key, ["n": .isolated(language.numbers.percent(verdict.wanted))])
    }
    // Anything else says its fraction itself, or is no share.
    guard let ratio, case .percent = value else { return }
    facts.append(
      words.publication.isInternal || verdict?.looksMet == true
        ? language.ratio(ratio.part, ratio.whole)
        : id == "K05"
          ? language.plural("of-complaints", ratio.whole)
          : language.phrase("of-cases", ["cases": language.plural("cases", ratio.whole)]))
  }

  /// A figure of the team's pages: what the terminal says, of the same day and the same cases.
  private static func team(_ figure: TeamFigure, _ words: PictureWords) -> TileView {
    let language = words.language
    var tile = TileView(id: figure.id, language: language)
    tile.definition = "team-\(figure.id)-definition"
    tile.number = language.derived(figure.value)
    tile.isPublished = figure.value != .noCases
    if let before = figure.before, let one = size(figure.value), let two = size(before) {
      tile.change = change(one, two, language.derived(before), words)
    }
    tile.judge(figure.value, figure.ratio, words)
    if figure.ratio == nil { tile.facts.append(language.plural("cases", figure.cases)) }
    tile.facts.append(
      language.phrase(
        "day-to-day",
        [
          "from": .isolated(language.date("\(figure.from)")),
          "to": .isolated(language.date("\(figure.to)")),
        ]))
    return tile
  }

  private static func registered(_ words: PictureWords) -> TileView {
    let facts = words.facts
    var tile = TileView(id: "registered", language: words.language)
    guard let total = facts.total.number else { return tile }
    tile.number = words.language.plural("cases", total)
    if let before = facts.comparable?.total.number {
      tile.change = change(total, before, words.cases(.published(before)), words)
    }
    tile.facts = [Phrase(words.period(facts.block))]
    tile.spark = spark(equallyLong(words).map(\.total), words)
    return tile
  }

  /// The blocks of the history that a small line without words may show beside each other.
  private static func equallyLong(_ words: PictureWords) -> [BlockFacts] {
    let months = words.facts.block.span.months
    return words.facts.past.filter { $0.isWhole && $0.block.span.months == months }
  }

  private static func derived(
    _ id: String, _ words: PictureWords, against before: BlockFacts?, of span: DaySpan? = nil,
    _ number: (BlockFacts) -> DerivedNumber
  ) -> TileView {
    let own = number(words.facts)
    var tile = TileView(id: id, language: words.language)
    tile.number = words.language.derived(own.value)
    tile.isPublished = own.value != .withheld && own.value != .noCases
    if let before = before.map({ number($0).value }), let one = size(own.value),
      let two = size(before)
    {
      let value = words.language.derived(before)
      let dated = span.map {
        words.language.phrase(
          "headline-when", ["words": value, "period": Phrase(words.language.period($0))])
      }
      tile.change = change(one, two, dated ?? value, words)
    }
    tile.numbers = words.facts.past.map(number)
    tile.spark = spark(
      equallyLong(words).map { size(number($0).value).map { .published($0) } ?? .hidden }, words)
    return tile
  }

  /// What may be compared: whole percentages with each other, days with each other.
  private static func size(_ value: DerivedValue) -> Int? {
    switch value {
    case .percent(let number, _), .aboutDays(let number), .days(let number), .count(let number):
      number
    case .part, .moreThanDays, .noCases, .withheld: nil
    }
  }

  private static func change(
    _ now: Int, _ before: Int, _ value: Phrase, _ words: PictureWords
  ) -> Phrase {
    let key = now > before ? "change-up" : now < before ? "change-down" : "change-none"
    return words.language.phrase(key, ["value": value])
  }

  private static func spark(_ values: [PublishedValue], _ words: PictureWords) -> Markup {
    guard Sparkline.isTelling(values) else { return Markup(trusted: "") }
    return Sparkline.svg(values, isMirrored: words.language.isRightToLeft)
  }
}
