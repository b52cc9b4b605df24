import Disclosure

/// How people reached the organisation: one whole bar for each block, a part for each channel.
struct ChannelPicture {
  let words: PictureWords

  private var facts: BlockFacts { words.facts }
  private var language: SiteLanguage { words.language }
  private static let largestParts = 6
  private static let blocks = 4

  /// Nil when the plan has no channels.
  var view: FigureView? {
    guard facts.isPlanned([.channel]) else { return nil }
    guard facts.isShown([.channel]) else {
      var view = FigureView(id: "channels", language: language)
      view.note = words.note(.leftOut)
      return view
    }
    let picture = CountPicture(words: words, id: "channels", dimension: .channel)
    var view = picture.view()
    let ranked = picture.ranked.filter { ($0.value.number ?? 0) > 0 }
    let parts = ranked.prefix(Self.largestParts).map(\.code)
    let rest = ranked.dropFirst(Self.largestParts).map(\.code)
    let shares = picture.shares
    let others = rest.isEmpty ? nil : sum(rest)
    if let others { view.numbers.append(others) }
    view.charts = [
      words.chart(
        "channels",
        .stacks(
          key: parts.map { code in
            ChartSpec.Row(
              label: words.label(.channel, code), values: [],
              texts: [language.value(facts.value([.channel], [code]))],
              share: picture.text(shares[code]))
          }
            + (others.map { number in
              [
                ChartSpec.Row(
                  label: language.text("others"), values: [],
                  texts: [language.derived(number.value).line])
              ]
            } ?? [])),
        series: [], rows: facts.past.suffix(Self.blocks).reversed().map { stack($0, parts, rest) },
        message: picture.message)
    ]
    return view
  }

  private func sum(_ codes: [String]) -> DerivedNumber {
    facts.derived(
      "channels/others", .sum(codes.compactMap { facts.reference(.channel, $0) }))
  }

  /// The parts of one block in the order of the newest one; its total comes last.
  private func stack(
    _ past: BlockFacts, _ parts: [String], _ rest: [String]
  ) -> ChartSpec.Row {
    let values = parts.map { past.value([.channel], [$0]) }
    // What is neither a part nor hidden is drawn as one part, so that the bar is whole.
    let others = past.codes(.channel).filter { !parts.contains($0) }
      .compactMap { past.value([.channel], [$0]).number }.reduce(0, +)
    return ChartSpec.Row(
      label: language.period(past.block.span),
      values: values + [rest.isEmpty && others == 0 ? .missing : .published(others), past.total],
      texts: [language.value(past.total)])
  }
}
