import Charts
import Disclosure
import SiteTemplate

/// How people reached the organisation: one whole bar for each block, a part for each channel.
struct ChannelPicture {
  let words: PictureWords

  private var facts: BlockFacts { words.facts }
  private var language: SiteLanguage { words.language }
  private static let blocks = 4

  /// Nil when the plan has no channels.
  var view: FigureView? {
    guard facts.isPlanned([.channel]) else { return nil }
    guard facts.isShown([.channel]) else { return .absent("channels", language) }
    let picture = CountPicture(words: words, id: "channels", dimension: .channel)
    var view = picture.view()
    guard !view.charts.isEmpty else { return view }
    let shown = shown
    let (named, rest) = parts(of: shown)
    let others = rest.isEmpty ? nil : sum(rest)
    view.numbers += others.map { [$0] } ?? []
    view.hasHatch = shown.contains { past in
      past.codes(.channel).contains { past.value([.channel], [$0]) == .hidden }
    }
    view.charts = [
      words.chart(
        "channels", .stacks(parts: key(named, others, picture)), series: [],
        rows: shown.map { stack($0, named, rest) }, message: picture.message)
    ]
    return view
  }

  /// The blocks with a bar, the newest first; one that would be hatched from end to end has none.
  private var shown: [BlockFacts] {
    facts.past.suffix(Self.blocks).reversed().filter { past in
      past.isShown([.channel])
        && past.codes(.channel).map { past.value([.channel], [$0]) }.canBeDrawn
    }
  }

  /// The channels that have a part in any bar, and those that share one, in an order that no count
  /// decides.
  private func parts(of shown: [BlockFacts]) -> (named: [String], rest: [String]) {
    let codes = Set(shown.flatMap { $0.codes(.channel) })
      .sorted { BlockFacts.rank($0) < BlockFacts.rank($1) }
    let sums = codes.map { code in
      (code, shown.compactMap { $0.value([.channel], [code]).number }.reduce(0, +))
    }.filter { $0.1 > 0 }
    guard sums.count > ChartSpec.Part.styles else { return (sums.map(\.0), []) }
    let largest = sums.enumerated().sorted { one, two in
      (two.element.1, one.offset) < (one.element.1, two.offset)
    }.prefix(ChartSpec.Part.styles - 1).map(\.element.0)
    let used = sums.map(\.0)
    return (used.filter(largest.contains), used.filter { !largest.contains($0) })
  }

  /// The sum of those of the others that are shown in this block.
  private func sum(_ rest: [String]) -> DerivedNumber {
    facts.sum(
      "channels/others", .channel, rest.filter { facts.value([.channel], [$0]).number != nil })
  }

  private func key(
    _ named: [String], _ others: DerivedNumber?, _ picture: CountPicture
  ) -> [ChartSpec.Part] {
    let styles = styles(named)
    let parts = zip(named, styles).map { code, style in
      ChartSpec.Part(
        style: style, label: words.label(.channel, code),
        text: language.value(facts.value([.channel], [code])),
        share: picture.text(picture.shares[code]))
    }
    guard let others else { return parts }
    let free = (1...ChartSpec.Part.styles).first { !styles.contains($0) }
    return parts + [
      ChartSpec.Part(
        style: free ?? ChartSpec.Part.styles, label: language.text("others"),
        text: language.derived(others.value).line)
    ]
  }

  /// The colour of each channel: that of its place among all channels, or the next one that is free.
  private func styles(_ named: [String]) -> [Int] {
    let all = Set(
      publication.blocks.flatMap { $0.flows.cells(of: [.channel]) }
        .compactMap(\.cell.codes.first)
    ).sorted { BlockFacts.rank($0) < BlockFacts.rank($1) }
    return named.reduce(into: []) { styles, code in
      let wish = all.firstIndex(of: code) ?? 0
      let free = (0..<ChartSpec.Part.styles).map { (wish + $0) % ChartSpec.Part.styles + 1 }
      styles.append(free.first { !styles.contains($0) } ?? 1)
    }
  }

  private var publication: Publication { words.publication }

  /// The parts of one block in the order of the key; its total comes last.
  private func stack(_ past: BlockFacts, _ named: [String], _ rest: [String]) -> ChartSpec.Row {
    let others = rest.compactMap { past.value([.channel], [$0]).number }.reduce(0, +)
    return ChartSpec.Row(
      label: language.period(past.block.span),
      values: named.map { past.value([.channel], [$0]) }
        + (rest.isEmpty ? [] : [.published(others)]) + [past.total],
      texts: [language.value(past.total)])
  }
}
