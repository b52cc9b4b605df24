import Charts
import Disclosure
import SiteTemplate

/// Who spoke: sex by age as a pyramid, never with matter or place.
struct PeoplePicture {
  let words: PictureWords

  private var facts: BlockFacts { words.facts }
  private var language: SiteLanguage { words.language }
  private static let sides = ["female", "male"]

  /// Nil when the plan does not ask.
  var view: FigureView? {
    let status = facts.status([[.sex], .ages])
    var view = FigureView(id: "people", language: language)
    switch status {
    case .notPlanned:
      return facts.isShown([.sex]) ? totals([.sex], view) : nil
    case .leftOut: return .absent("people", language)
    case .totalsOnly(let level): return totals(level, view)
    case .whole(let level), .coarser(let level):
      guard let age = level.first(where: { $0 != .sex }) else { return nil }
      let drawn = facts.codes(age).flatMap { code in
        Self.sides.map { facts.value([.sex, age], [$0, code]) }
      }
      guard !drawn.areHeldBack else { return .absent("people", language) }
      let others = others
      view.message = message
      view.numbers = [share, others].compactMap(\.self)
      view.facts = words.sample(status) + [notDrawn(others)]
      view.more = message.isEmpty ? [] : [language.text("people-share")]
      view.hasHatch = sexes.contains { sex in
        facts.codes(age).contains { facts.value([.sex, age], [sex, $0]) == .hidden }
      }
      view.tables = [table(age)]
      view.isTableOpen = !drawn.canBeDrawn
      view.charts = drawn.canBeDrawn ? [pyramid(age)] : []
      return view
    }
  }

  /// Each dimension on its own: bars and a table for each.
  private func totals(_ dimensions: [Dimension], _ view: FigureView) -> FigureView {
    var view = view
    let parts = dimensions.map { CountPicture(words: words, id: "people", dimension: $0) }
      .filter { !$0.view().isAbsent }
    guard !parts.isEmpty else { return .absent("people", language) }
    let views = parts.map { $0.view() }
    let drawn = zip(parts, views).filter { !$0.1.charts.isEmpty }.map(\.0)
    view.isTableOpen = drawn.isEmpty
    view.message = parts.contains { $0.dimension == .sex } ? message : .none
    view.numbers = views.flatMap(\.numbers) + (share.map { [$0] } ?? [])
    view.facts = words.sample()
    view.more = view.message.isEmpty ? [] : [language.text("people-share")]
    view.hasHatch = views.contains(where: \.hasHatch)
    view.charts = drawn.map { $0.chart(part: "-\($0.dimension.rawValue)") }
    view.chartNames = drawn.map { words.name($0.dimension) }
    view.tables = zip(parts, views).flatMap { part, one in
      one.tables.map { table in
        var table = table
        table.caption = caption(words.name(part.dimension))
        return table
      }
    }
    return view
  }

  /// Sexes as columns: first the two sides of the pyramid, then what else is recorded.
  private var sexes: [String] {
    let codes = facts.codes(.sex)
    return Self.sides.filter { codes.contains($0) } + codes.filter { !Self.sides.contains($0) }
  }

  private func pyramid(_ age: Dimension) -> Markup {
    let ages = facts.codes(age)
    return words.chart(
      "people", .pyramid(rowName: words.name(age)),
      series: Self.sides.map { words.label(.sex, $0) },
      // The oldest stand at the top, as in every pyramid; what is unknown at the foot.
      rows: (ages.filter { $0 != CodeBook.unknown }.reversed()
        + ages.filter { $0 == CodeBook.unknown }).map { code in
          let values = Self.sides.map { facts.value([.sex, age], [$0, code]) }
          return ChartSpec.Row(
            label: (age == .age ? language.shortBand(code) : nil) ?? words.label(age, code),
            values: values, texts: values.map(language.value))
        }, message: message)
  }

  private func table(_ age: Dimension) -> FigureTable {
    func cell(_ value: PublishedValue) -> FigureTable.Cell { FigureTable.Cell(value, language) }
    return FigureTable(
      caption: caption(language.text("figure-people")),
      rowName: words.name(age),
      columns: sexes.map { words.label(.sex, $0) } + [language.text("total")],
      rows: facts.codes(age).map { code in
        (
          words.label(age, code),
          sexes.map { cell(facts.value([.sex, age], [$0, code])) }
            + [cell(facts.value([age], [code]))]
        )
      },
      total: (
        language.text("total"),
        sexes.map { cell(facts.value([.sex], [$0])) } + [cell(facts.total)]
      ))
  }

  private func caption(_ subject: String) -> Phrase {
    language.phrase(
      "pair", ["one": Phrase(subject), "two": Phrase(words.period(facts.block))])
  }

  /// The cases that have no side in the pyramid.
  private var others: DerivedNumber? {
    let codes = facts.codes(.sex).filter { !Self.sides.contains($0) }
    return codes.isEmpty ? nil : facts.sum("people/others", .sex, codes)
  }

  /// How many cases the pyramid leaves out, where that is shown.
  private func notDrawn(_ others: DerivedNumber?) -> Phrase {
    guard case .count(let number)? = others?.value, number > 0 else { return .none }
    return language.plural("people-others", number)
  }

  /// The share of women and girls among those whose sex is recorded.
  private var share: DerivedNumber? {
    let known = facts.codes(.sex).filter { $0 != CodeBook.unknown }
    guard Self.sides.allSatisfy(known.contains) else { return nil }
    return facts.share("people/female", .sex, "female", against: known.filter { $0 != "female" })
  }

  private var message: Phrase {
    guard let share, case .percent(let percent, _) = share.value else { return .none }
    return language.phrase(
      "message-women", ["share": .isolated(language.numbers.percent(percent))])
  }
}
