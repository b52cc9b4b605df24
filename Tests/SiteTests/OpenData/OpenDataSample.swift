import CaseFormat
import CaseModel
import Disclosure

@testable import Site

/// The publication of an invented register: two years of quarters, found safe as the program does.
enum OpenDataSample {
  static let book = CodeBook(
    groups: ["thanks": "questions", "aid": "requests", "minor": "complaints"],
    complaintKinds: ["minor"],
    areas: ["north": "", "south": "", "n1": "north", "n2": "north", "s1": "south"],
    channels: ["hotline", "field", "box"], sexes: ["female", "male"],
    ages: ["0-17": "child", "18-59": "adult", "60-up": "adult"],
    outcomes: Set(Outcome.allCases.map(\.rawValue)))

  static let context = Publication.Context(
    name: ["en": "Riverside Desk"], languages: ["en", "ar", "ru"],
    labels: [
      "channel": [
        "hotline": ["en": "Hotline", "ar": "خط ساخن", "ru": "Горячая линия"],
        "box": ["en": "Box, \"blue\"", "ar": "صندوق", "ru": "Ящик"],
      ]
    ],
    targets: ["K05": 90])

  static let site = OpenData.Site(
    base: "https://example.org/voice",
    publisher: ["en": "Riverside </script> & \"Desk\"", "ar": "مكتب النهر", "ru": "Бюро"],
    contact: .email("desk@example.org"))

  /// Proved once for all tests: it takes a while.
  static let publication = Result { try publish() }

  static func openData(_ site: OpenData.Site = site) throws -> OpenData {
    OpenData(try publication.get(), site: site) { Digest.hex($0) }
  }

  private static func publish() throws -> Publication {
    let plan = try PublicationPlan(
      tables: [["group", "region"], ["channel"], ["sex", "age"], ["timely"], ["closing"]],
      levels: ["area": ["district", "region"], "age": ["age", "adult"]])
    let stockPlan = try PublicationPlan(tables: [["ageing"]])
    let all = records(500)
    let today = CalendarDate(day: 20_500)
    var ledger = PublicationLedger()
    var blocks: [BlockNumbers] = []
    while let block = Block.due(
      registrations: all.map { ($0.id, $0.registered) }, after: ledger, plan: plan, on: today)
    {
      let counted = block.records(of: all, after: ledger)
      let flows = try proof(
        block, counted, plan, ledger, ledger.choices(in: block.year, plan: plan), today)
      let stock = try proof(
        Block(stockOf: block), open(on: block.end), stockPlan, PublicationLedger(),
        stockPlan.choices, today)
      let numbers = try BlockNumbers(flows: flows, stock: stock, closedOn: block.closesOn) {
        Digest.hex($0)
      }
      ledger = try ledger.closing(flows, on: today, digest: numbers.digest)
      blocks.append(numbers)
    }
    return Publication(
      context, plan: plan, blocks: blocks,
      sensitiveYears: [
        SensitiveYear(year: 2024, complainants: Array(repeating: nil, count: 3), plan: plan),
        SensitiveYear(year: 2025, complainants: Array(repeating: nil, count: 14), plan: plan),
      ])
  }

  private static func proof(
    _ block: Block, _ records: [Record], _ plan: PublicationPlan, _ ledger: PublicationLedger,
    _ choices: [TableChoice], _ today: CalendarDate
  ) throws -> Proof {
    var generator = SeededGenerator(seed: 7)
    let draft = Protector.protect(
      block, records: records, plan: plan, book: book, choices: choices, using: &generator)
    return try Proof.check(
      draft, records: records, plan: plan, book: book, earlier: ledger, on: today)
  }

  private static func records(_ count: Int) -> [Record] {
    var generator = SeededGenerator(seed: 11)
    func pick(_ codes: [String]) -> String { codes.randomElement(using: &generator) ?? "" }
    return (0..<count).map { index in
      Record(
        id: "c\(index)",
        registered: CalendarDate(day: 19_723 + Int.random(in: 0..<731, using: &generator)),
        codes: [
          .category: pick(["thanks", "aid", "aid", "aid", "minor", "minor"]),
          .area: pick(["n1", "n1", "n2", "s1", "s1", "unknown"]),
          .channel: pick(["hotline", "hotline", "hotline", "field", "field", "box"]),
          .sex: pick(["female", "female", "male"]),
          .age: pick(["18-59", "18-59", "60-up", "0-17"]),
          .closing: pick(["0-3", "4-7", "8-15", "8-15", "16-30"]), .outcome: pick(["answered"]),
        ])
    }
  }

  private static func open(on day: CalendarDate) -> [Record] {
    let ages = [("0-15", 12), ("16-30", 9), ("31-60", 3)]
    return ages.flatMap { code, count in
      (0..<count).map {
        Record(id: "\(code)-\($0)", registered: day, codes: [.ageing: code])
      }
    }
  }
}
