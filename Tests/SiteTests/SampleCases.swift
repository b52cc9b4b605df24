import CaseModel
import Disclosure
import Text

/// Invented cases of a small organisation, the same in every run.
struct SampleCases {
  static let book = CodeBook(
    groups: [
      "thanks": "thanks-and-questions", "information": "thanks-and-questions",
      "assistance": "assistance", "minor": "complaints", "major": "complaints",
    ],
    complaintKinds: ["minor", "major"],
    areas: ["N": "", "O": "", "H": "", "C": "", "W": ""],
    channels: ["hotline", "messenger", "desk", "box", "field", "committee", "letter", "web"],
    sexes: ["female", "male"],
    ages: ["0-17": "child", "18-59": "adult", "60+": "adult"],
    outcomes: ["upheld", "not-upheld", "answered", "referred"])

  static let weights: [Field: [(String, Int)]] = [
    .category: [
      ("thanks", 8), ("information", 24), ("assistance", 30), ("minor", 25), ("major", 13),
    ],
    .area: [("N", 34), ("O", 26), ("H", 20), ("C", 15), ("W", 5), ("unknown", 6)],
    .channel: [
      ("hotline", 38), ("messenger", 20), ("desk", 14), ("box", 10), ("field", 9),
      ("committee", 5), ("letter", 2), ("web", 2),
    ],
    .sex: [("female", 52), ("male", 39), ("unknown", 9)],
    .age: [("18-59", 52), ("60+", 20), ("0-17", 16), ("unknown", 12)],
    .closing: [
      ("0-3", 20), ("4-7", 26), ("8-15", 31), ("16-30", 12), ("31-60", 5), ("over-60", 2),
      ("open", 4),
    ],
    .satisfied: [("yes", 30), ("no", 12), ("not-asked", 58)],
    .ageing: [("0-15", 40), ("16-30", 28), ("31-60", 18), ("61-90", 9), ("over-90", 5)],
  ]

  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  private mutating func pick(_ field: Field) -> String {
    let weighted = Self.weights[field] ?? []
    var left = Int.random(in: 0..<max(1, weighted.reduce(0) { $0 + $1.1 }), using: &generator)
    for (code, weight) in weighted {
      if left < weight { return code }
      left -= weight
    }
    return CodeBook.unknown
  }

  /// So many cases, registered on days of a span.
  mutating func records(_ count: Int, from start: CalendarDate, days: Int) -> [Record] {
    (0..<count).map { index in
      var codes: [Field: String] = [:]
      for field in [Field.category, .area, .channel, .sex, .age, .closing, .satisfied] {
        codes[field] = pick(field)
      }
      codes[.outcome] =
        codes[.closing] == CodeBook.open ? CodeBook.open : outcome(codes[.category] ?? "", index)
      return Record(
        id: "\(start)-\(index)",
        registered: start.adding(days: Int.random(in: 0..<days, using: &generator)), codes: codes)
    }
  }

  /// Of three complaints two are upheld, of four other cases one is referred.
  private func outcome(_ category: String, _ index: Int) -> String {
    Self.book.complaintKinds.contains(category)
      ? index % 3 == 0 ? "not-upheld" : "upheld" : index % 4 == 0 ? "referred" : "answered"
  }

  /// So many cases that are open on a day.
  mutating func open(_ count: Int, on day: CalendarDate) -> [Record] {
    (0..<count).map { index in
      Record(
        id: "open-\(day)-\(index)", registered: day, codes: [.ageing: pick(.ageing)])
    }
  }
}
