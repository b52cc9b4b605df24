internal import CaseModel

/// The days that tie the age of a block's open cases to the time until their closing.
///
/// Readers know both: pages name the last day of the block and say after how many days it is closed.
struct BlockDays: Hashable {
  /// The last day of the block, on which the age of open cases is taken.
  let end: CalendarDate
  /// How many days later cases are counted as they stand then; nil where the rules did not look at that.
  ///
  /// What was open at the end and counts as closed was closed in these days.
  let afterEnd: Int?

  /// Takes the days of a block that is or was closed under some rules.
  ///
  /// The day of its counts is the one that it keeps, also where it was closed late; but readers are told
  /// the days of grace of its plan, and no later day than that is believed.
  init(_ block: Block, grace: Int, rules: RulesVersion = .newest) {
    end = block.end
    afterEnd = rules > .first ? min(block.closesOn - block.end, grace) : nil
  }
}
