import Disclosure

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

  /// The tiles that the plan allows.
  static func all(_ words: PictureWords) -> [TileView] {
    var tiles = [received(words)]
    let facts = words.facts
    if facts.isPlanned([.timely]) {
      var tile = derived("K05", words) { $0.timelyOfHalfYear }
      if let target = words.publication.context.targets["K05"] {
        let language = words.language
        tile.target = language.phrase(
          "target", ["n": .isolated(language.numbers.percent(target))])
      }
      let span = DaySpan(
        from: facts.halfYear.first?.span.from ?? "", to: facts.block.span.to)
      tile.facts = [sample(facts.timelyOfHalfYear, words), Phrase(words.language.period(span))]
      tiles.append(tile)
    }
    if facts.isPlanned([.closing]) {
      var tile = derived("K07", words) { $0.medianDays }
      // Without all bands there is no median, and with them the total counts nobody else.
      tile.facts = [words.cases(facts.total), Phrase(words.period(facts.block))]
      tiles.append(tile)
    }
    if facts.isPlanned([.satisfied]) {
      var tile = derived("K15", words) { $0.satisfied }
      tile.facts = [sample(facts.satisfied, words), Phrase(words.period(facts.block))]
      tiles.append(tile)
    }
    return tiles
  }

  var value: TemplateValue {
    .object([
      "id": .text(id),
      "title": .text(language.text("figure-\(id)")),
      "definition": .text(language.text("figure-\(id)-definition")),
      "value": .markup(number.markup),
      "is-published": .flag(isPublished),
      "target": .markup(target.markup),
      "change": .markup(change.markup),
      "spark": .markup(spark),
      "facts": .list(facts.filter { !$0.isEmpty }.map { .object(["fact": .markup($0.markup)]) }),
    ])
  }

  private static func received(_ words: PictureWords) -> TileView {
    let facts = words.facts
    var tile = TileView(id: "K01", language: words.language)
    guard let total = facts.total.number else { return tile }
    tile.number = words.language.plural("cases", total)
    if let before = facts.previous?.total.number {
      tile.change = change(total, before, words.cases(.published(before)), words)
    }
    tile.facts = [Phrase(words.period(facts.block))]
    tile.spark = spark(facts.past.map(\.total), words)
    return tile
  }

  private static func derived(
    _ id: String, _ words: PictureWords, _ number: (BlockFacts) -> DerivedNumber
  ) -> TileView {
    let facts = words.facts
    let own = number(facts)
    var tile = TileView(id: id, language: words.language)
    tile.number = words.language.derived(own.value)
    tile.isPublished = own.value != .withheld
    if let before = facts.previous.map({ number($0).value }), let one = size(own.value),
      let two = size(before)
    {
      tile.change = change(one, two, words.language.derived(before), words)
    }
    let past = facts.past.map(number)
    tile.numbers = past
    tile.spark = spark(
      past.map { size($0.value).map { .published($0) } ?? .hidden }, words)
    return tile
  }

  /// What may be compared: whole percentages with each other, days with each other.
  private static func size(_ value: DerivedValue) -> Int? {
    switch value {
    case .percent(let number, _), .aboutDays(let number), .count(let number): number
    case .part, .moreThanDays, .withheld: nil
    }
  }

  private static func change(
    _ now: Int, _ before: Int, _ value: Phrase, _ words: PictureWords
  ) -> Phrase {
    let key = now > before ? "change-up" : now < before ? "change-down" : "change-none"
    return words.language.phrase(key, ["value": value])
  }

  /// The number of cases behind a share; in small shares the number itself says it.
  private static func sample(_ number: DerivedNumber, _ words: PictureWords) -> Phrase {
    guard case .percent(_, let whole) = number.value else { return .none }
    return words.language.phrase(
      "of-cases", ["cases": words.language.plural("cases", whole)])
  }

  private static func spark(_ values: [PublishedValue], _ words: PictureWords) -> Markup {
    guard values.count(where: { $0.number != nil }) > 1 else { return Markup(trusted: "") }
    return Sparkline.svg(values, isMirrored: words.language.isRightToLeft)
  }
}
