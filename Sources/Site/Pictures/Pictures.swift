import Disclosure

/// All pictures of a block's page, in their order.
struct Pictures {
  let tiles: [TileView]
  let figures: [FigureView]

  init(_ facts: BlockFacts, _ language: SiteLanguage, areas: [[String?]] = []) {
    let words = PictureWords(facts: facts, language: language)
    tiles = TileView.all(words)
    figures = [
      TrendPicture(words: words).view, AgeingPicture(words: words).view,
      Self.counts(words, "kinds", .kinds) { $0.view() },
      Self.counts(words, "places", .places) { $0.squares(areas) },
      CrossPicture(words: words).view, PeoplePicture(words: words).view,
      ChannelPicture(words: words).view,
    ].compactMap(\.self)
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
    guard let level = words.facts.shownLevel(family) else {
      var view = FigureView(id: id, language: words.language)
      view.note = words.note(.leftOut)
      return view
    }
    return draw(CountPicture(words: words, id: id, dimension: level))
  }
}
