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
  init(_ block: Block, rules: RulesVersion = .newest) {
    end = block.end
    // A block keeps the day of its counts, also one that was closed late or by an earlier version.
    afterEnd = rules > .first ? block.closesOn - block.end : nil
  }
}
