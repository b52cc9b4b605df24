import CaseModel

@testable import Disclosure
import Text

/// Seeded registers that look like those of small organisations: few codes hold most of the cases.
struct SyntheticRegister {
  static let book = CodeBook(
    groups: [
      "thanks": "thanks-and-questions", "information": "thanks-and-questions",
      "assistance": "assistance", "minor": "complaints", "major": "complaints",
      "out-of-scope": "out-of-scope",
    ],
    complaintKinds: ["minor", "major"],
    areas: [
      "R1": "", "R2": "", "R3": "", "R4": "", "R101": "R1", "R102": "R1", "R103": "R1",
      "R201": "R2", "R202": "R2", "R301": "R3", "R302": "R3", "R401": "R4",
    ],
    channels: ["hotline", "field", "box", "committee", "email", "partner", "social"],
    sexes: ["female", "male"], ages: ["0-17": "child", "18-59": "adult", "60-up": "adult"],
    outcomes: Set(Outcome.allCases.map(\.rawValue)))

  static let start = CalendarDate(day: 19_723)  // 1 January 2024, a Monday

  static func plan(
    threshold: Int = 5, maxHidden: Double = 0.4,
    tables: [[String]] = [
      ["group", "region"], ["channel"], ["sex", "age"], ["timely", "group"],
    ]
  ) throws -> PublicationPlan {
    try PublicationPlan(
      threshold: threshold, maxHidden: maxHidden, tables: tables,
      levels: [
        "category": ["category", "group"], "area": ["district", "region"], "age": ["age", "adult"],
      ])
  }

  /// Cases of two years, so many a year.
  static func records(casesAYear: Int, seed: UInt64) -> [Record] {
    var generator = SeededGenerator(seed: seed)
    func pick(_ weighted: [(String, Int)]) -> String {
      var left = Int.random(in: 0..<weighted.reduce(0) { $0 + $1.1 }, using: &generator)
      for (code, weight) in weighted {
        if left < weight { return code }
        left -= weight
      }
      return CodeBook.unknown
    }
    return (0..<casesAYear * 2).map { index in
      let closing = pick([
        ("0-3", 20), ("4-7", 25), ("8-15", 30), ("16-30", 12), ("31-60", 6), ("over-60", 2),
        ("open", 5),
      ])
      let outcomes = [
        ("upheld", 20), ("partly-upheld", 10), ("not-upheld", 12), ("answered", 25),
        ("assisted", 18), ("referred", 8), ("duplicate", 3), ("invalid", 1), ("noted", 5),
      ]
      let codes: [Field: String] = [
        .category: pick([
          ("thanks", 6), ("information", 22), ("assistance", 30), ("minor", 24), ("major", 12),
          ("out-of-scope", 6),
        ]),
        .area: pick([
          ("R101", 22), ("R102", 14), ("R103", 6), ("R201", 18), ("R202", 9), ("R301", 12),
          ("R302", 4), ("R401", 10), ("unknown", 2),
        ]),
        .channel: pick([
          ("hotline", 38), ("field", 24), ("box", 12), ("committee", 10), ("email", 6),
          ("partner", 5), ("social", 5),
        ]),
        .sex: pick([("female", 54), ("male", 42), ("unknown", 4)]),
        .age: pick([("18-59", 72), ("60-up", 14), ("0-17", 7), ("unknown", 7)]),
        .closing: closing,
        .outcome: closing == "open" ? "open" : pick(outcomes),
      ]
      let isKnown = Int.random(in: 0..<10, using: &generator) > 0
      return Record(
        id: "c\(index)",
        registered: start.adding(days: Int.random(in: 0..<731, using: &generator)),
        complainant: isKnown
          ? "p\(Int.random(in: 0..<casesAYear * 2, using: &generator))" : nil,
        codes: codes)
    }
  }
}

/// Publishes a register block by block, as the program does.
struct Publishing {
  var ledger = PublicationLedger()
  var proofs: [Proof] = []
  var drafts: [ProtectedDraft] = []
  var records: [[Record]] = []

  init(
    _ all: [Record], plan: PublicationPlan, seed: UInt64, book: CodeBook = SyntheticRegister.book
  )
    throws
  {
    let today = CalendarDate(day: 20_500)
    let registrations = all.map { (id: $0.id, registered: $0.registered) }
    while let block = Block.due(
      registrations: registrations, after: ledger, plan: plan, on: today)
    {
      let counted = block.records(of: all, after: ledger)
      var generator = SeededGenerator(seed: seed)
      let draft = Protector.protect(
        block, records: counted, plan: plan, book: book,
        choices: ledger.choices(in: block.year, plan: plan), using: &generator)
      let proof = try Proof.check(
        draft, records: counted, plan: plan, book: book, earlier: ledger, on: today)
      ledger = try ledger.closing(proof, on: today, digest: "d-" + block.period)
      drafts.append(draft)
      records.append(counted)
      proofs.append(proof)
    }
  }
}
