import Disclosure
import SiteTemplate

/// All pictures of a block's page, in their order.
struct Pictures {
  let tiles: [TileView]
  let figures: [FigureView]
  /// What the plan has and this block cannot show, by its name.
  let absent: [String]

  init(_ facts: BlockFacts, _ language: SiteLanguage, areas: [[String?]] = []) {
    let words = PictureWords(facts: facts, language: language)
    let allTiles = TileView.all(words)
    let all = [
      TrendPicture(words: words).view, OutcomePicture(words: words).view,
      AgeingPicture(words: words).view,
      Self.counts(words, "kinds", .kinds) { $0.view() },
      Self.counts(words, "places", .places) { $0.squares(areas) },
      CrossPicture(words: words).view, PeoplePicture(words: words).view,
      ChannelPicture(words: words).view,
    ].compactMap(\.self)
    // On the team's pages a figure without a case is told as that.
    tiles = allTiles.filter { $0.isPublished || facts.publication.isInternal }
    figures = all.filter { !$0.isAbsent }
    let names =
      allTiles.filter { !$0.isPublished }.map(\.id)
      + all.flatMap { $0.isAbsent ? [$0.id] : $0.absentCharts }
    absent =
      facts.publication.isInternal ? [] : names.map { language.text("figure-\($0)") }
  }

  /// Everything that the pictures state beside published cells.
  var numbers: [DerivedNumber] {
    tiles.flatMap(\.numbers) + figures.flatMap(\.numbers)
  }

  /// Counts by the finest level that is shown; nil when the plan has no level of the dimension.
  private static func counts(
    _ words: PictureWords, _ id: String, _ family: [Dimension],
    _ draw: (CountPicture) -> FigureView
  ) -> FigureView? {
    guard words.facts.isPlanned(family) else { return nil }
    guard let level = words.facts.shownLevel(family) else { return .absent(id, words.language) }
    return draw(CountPicture(words: words, id: id, dimension: level))
  }
}
