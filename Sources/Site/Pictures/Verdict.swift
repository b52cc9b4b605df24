import Disclosure

/// Whether a share reached its target.
struct Verdict {
  /// The target in per cent.
  let wanted: Int
  /// Nil where the share is not shown, so that nothing is said.
  let isMet: Bool?
  /// Whether the whole per cent alone would look like the target although it is missed.
  let looksMet: Bool

  /// Nil where the figure has no target.
  init?(_ id: String, _ ratio: Ratio?, _ words: PictureWords) {
    let targets = words.publication.context.targets(of: words.facts.block.period)
    guard let wanted = targets[id] else { return nil }
    self.wanted = wanted
    isMet = ratio?.meets(target: wanted)
    looksMet =
      isMet == false
      && ratio.map { (wholePercent($0.part, of: $0.whole).number ?? 0) >= wanted } == true
  }
}
