import Testing

@testable import Disclosure

@Suite struct DerivedNumberTests {
  private static func rows(_ table: Dimension, _ values: [String: PublishedValue]) -> [CountRow] {
    values.map {
      CountRow(period: "2026-Q1", cell: CellKey(sorted: [table], [$0.key]), value: $0.value)
    }
  }

  private static func cell(_ dimension: Dimension, _ code: String) -> CellReference {
    CellReference(period: "2026-Q1", cell: CellKey(sorted: [dimension], [code]))
  }

  private static func share(
    _ yes: PublishedValue, _ no: PublishedValue
  ) throws -> DerivedValue {
    let plan = try SyntheticRegister.plan()
    return PublishedCounts(rows(.timely, ["yes": yes, "no": no])).value(
      of: .share(of: [cell(.timely, "yes")], complement: [cell(.timely, "no")]), plan: plan)
  }

  @Test func `shares need both sides and enough cases`() throws {
    #expect(try Self.share(.published(25), .published(15)) == .percent(63, of: 40))
    #expect(try Self.share(.published(7), .published(5)) == .part(7, of: 12))
    #expect(try Self.share(.published(9), .published(0)) == .withheld)
    #expect(try Self.share(.published(25), .hidden) == .withheld)
    #expect(try Self.share(.hidden, .published(25)) == .withheld)
    #expect(try Self.share(.published(.max), .published(.max)) == .withheld)
  }

  @Test func `a cell counted twice or stated twice gives nothing`() throws {
    let plan = try SyntheticRegister.plan()
    let rows = Self.rows(.sex, ["female": .published(30)])
    let cell = Self.cell(.sex, "female")
    #expect(PublishedCounts(rows).value(of: .sum([cell]), plan: plan) == .count(30))
    #expect(PublishedCounts(rows).value(of: .sum([cell, cell]), plan: plan) == .withheld)
    let conflict = rows + Self.rows(.sex, ["female": .published(31)])
    #expect(PublishedCounts(conflict).value(of: .sum([cell]), plan: plan) == .withheld)
  }

  private static func median(
    _ counts: [PublishedValue], total: PublishedValue
  ) throws -> DerivedValue {
    let codes = CodeBook.closingBands.map(\.code) + [CodeBook.open, CodeBook.unknown]
    let rows =
      rows(.closing, Dictionary(uniqueKeysWithValues: zip(codes, counts)))
      + [CountRow(period: "2026-Q1", cell: .total, value: total)]
    return PublishedCounts(rows).value(
      of: .medianDays(periods: ["2026-Q1"]), plan: try SyntheticRegister.plan())
  }

  @Test func `what was closed on an unknown day has no part in a median`() throws {
    func median(_ unknown: PublishedValue, total: Int) throws -> DerivedValue {
      let shown = [10, 10, 5, 0, 0, 0, 0].map(PublishedValue.published)
      return try Self.median(shown + [unknown], total: .published(total))
    }
    #expect(try median(.published(40), total: 65) == .aboutDays(5))
    #expect(try median(.published(0), total: 25) == .aboutDays(5))
    #expect(try median(.hidden, total: 28) == .withheld)
    #expect(try median(.published(50), total: 69) == .withheld)
  }

  @Test func `medians come from shown bands of enough cases`() throws {
    func median(_ counts: [Int], hiding hidden: Set<Int> = []) throws -> DerivedValue {
      try Self.median(
        counts.enumerated().map { hidden.contains($0) ? .hidden : .published($1) },
        total: .published(counts.reduce(0, +)))
    }
    #expect(try median([10, 10, 5, 0, 0, 0, 0]) == .aboutDays(5))
    #expect(try median([9, 10, 0, 0, 0, 0, 0]) == .withheld)
    #expect(try median([5, 5, 0, 0, 0, 0, 20]) == .moreThanDays(60))
    #expect(try median([0, 0, 0, 0, 0, 20, 0]) == .moreThanDays(60))
    // What lies above the median's band may be hidden, what lies below may not.
    #expect(try median([10, 10, 5, 3, 0, 0, 2], hiding: [3, 6]) == .aboutDays(6))
    #expect(try median([3, 20, 5, 0, 0, 0, 2], hiding: [0, 6]) == .withheld)
    #expect(try median([20, 10, 5, 0, 0]) == .aboutDays(3))
    #expect(try Self.median([.published(20), .published(9)], total: .hidden) == .withheld)
  }

  @Test func `rows print as columns with one marker for every hidden count`() {
    let rows =
      Self.rows(.sex, ["female": .hidden])
      + [CountRow(period: "2026-Q1", cell: .total, value: .published(70))]
      + [
        CountRow(
          period: "2026-Q1", cell: CellKey(sorted: [.group, .timely], ["thanks", "yes"]),
          value: .notApplicable)
      ]
    let dimensions = CountRow.dimensions(of: rows)
    #expect(
      CountRow.header(dimensions) == ["period", "table", "group", "sex", "timely", "value", "flag"])
    #expect(
      rows.sorted().map { $0.fields(dimensions).joined(separator: ",") } == [
        "2026-Q1,group-timely,thanks,,yes,0,z", "2026-Q1,sex,,female,,,c",
        "2026-Q1,total,,,,70,",
      ])
  }

  @Test func `the line of sensitive cases needs ten persons`() throws {
    let plan = try SyntheticRegister.plan()
    func line(_ complainants: [String?]) -> PublishedValue {
      SensitiveYear(year: 2026, complainants: complainants, plan: plan).value
    }
    #expect(line(Array(repeating: nil, count: 10)) == .published(10))
    #expect(line(Array(repeating: nil, count: 9)) == .hidden)
    #expect(line(Array(repeating: "p", count: 30)) == .hidden)
    #expect(line(Array(repeating: "p", count: 9) + Array(repeating: nil, count: 9)) == .hidden)
    #expect(line([]) == .hidden)
  }
}
