internal import CaseFormat
internal import CaseModel
internal import Text

/// The moments at which the steps of a story were recorded, one for each.
///
/// Steps of one day follow each other within office hours; a call to the hotline may come in the
/// evening. Moments increase within a case.
struct Timetable {
  /// The zone of the valley: three hours east of Greenwich all year, since 2022.
  static let zone = TimeZoneRules(
    name: "Asia/Damascus", initialOffset: 3 * 3_600, transitions: [])
  /// Nothing is recorded after this moment.
  static let end = Timestamp("2026-11-19T14:00:00Z")

  private static let officeOpens = 8 * 3_600
  private static let officeCloses = 16 * 3_600 + 30 * 60

  /// Returns one moment for each step.
  static func moments(of story: Story, using generator: inout SeededGenerator) -> [Timestamp] {
    var moments: [Timestamp] = []
    var rest = story.steps[...]
    while let first = rest.first {
      let date = recordingDate(of: first, in: story)
      let today = rest.prefix { recordingDate(of: $0, in: story) == date }
      let gaps = gaps(of: today, in: story, using: &generator)
      var second = start(of: today, lasting: gaps.reduce(0, +), in: story, using: &generator)
      for gap in gaps {
        second += gap
        moments.append(zone.moment(of: date, secondsOfDay: second))
      }
      rest = rest.dropFirst(today.count)
    }
    return moments
  }

  private static func recordingDate(of step: StoryStep, in story: Story) -> CalendarDate {
    let date = story.date(of: step)
    return max(date, story.takenOver ?? date)
  }

  /// The second of the day at which the first of a day's steps is recorded.
  private static func start(
    of steps: ArraySlice<StoryStep>, lasting length: Int, in story: Story,
    using generator: inout SeededGenerator
  ) -> Int {
    let isCall = story.node.text("channel") == "hotline" && story.takenOver == nil
    let isShort = steps.allSatisfy { $0.day == 0 && $0.member == steps.first?.member }
    if isCall, isShort, generator.number(in: 1...3) == 1 {
      return generator.number(in: (17 * 3_600)...(20 * 3_600))
    }
    let latest = max(officeOpens, officeCloses - length)
    // The earlier of two: more is recorded in the morning than in the afternoon.
    let draws = [0, 1].map { _ in generator.number(in: officeOpens...latest) }
    return draws.min() ?? officeOpens
  }

  /// Seconds before each of a day's steps; together they fit into the office's hours.
  private static func gaps(
    of steps: ArraySlice<StoryStep>, in story: Story, using generator: inout SeededGenerator
  ) -> [Int] {
    let gaps = steps.enumerated().map { index, step in
      if index == 0 { return 0 }
      // What is taken over is recorded all at once.
      return story.isImported(step) ? 1 : generator.number(in: gap(before: step))
    }
    let longest = officeCloses - officeOpens - 600
    let length = gaps.reduce(0, +)
    return length <= longest ? gaps : gaps.map { max(min($0, 1), $0 * longest / length) }
  }

  private static func gap(before step: StoryStep) -> ClosedRange<Int> {
    if step.isUnaware { return 60...900 }
    return switch step.kind {
    case "acknowledge", "retract": 40...300
    case "link", "amend", "refer": 120...1_200
    case "close", "promise", "inform", "approve": 180...3_600
    case "assign", "raise", "start", "resume", "wait": 300...5_400
    default: 900...9_000
    }
  }
}
