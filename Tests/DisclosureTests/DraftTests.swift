import Testing

@testable import Disclosure

@Suite struct DraftTests {
  private func release(
    languages: [String] = ["en"], asOf: String = "2026-09-30", figures: [DraftFigure] = [],
    tables: [DraftTable] = []
  ) throws(ReleaseProblem) -> Release {
    try Draft.release(
      name: ["en": "Desk"], languages: languages, asOf: asOf, generatedOn: "", figures: figures,
      tables: tables, labels: ["area": ["n": ["en": "North"]]])
  }

  private func table(
    dimension: String = "area", columns: [String] = ["received"],
    rows: [(code: String, counts: [Int?])], from: String? = "2026-01-01"
  ) -> DraftTable {
    DraftTable(
      id: "t", rowDimension: dimension, columns: columns, rows: rows, order: .given,
      isPartition: true, from: from, to: "2026-09-30")
  }

  @Test func `a draft shows every count and says that it is one`() throws {
    let release = try release(tables: [table(rows: [("n", [1]), ("s", [nil])])])
    #expect(release.isDraft)
    #expect(release.tables[0].rows[0].values == [.published(1)])
    #expect(release.tables[0].rows[1].values == [.missing])
    #expect(release.tables[0].titleKey == "table-t")
    #expect(release.label(dimension: "area", code: "n", language: "en") == "North")
    #expect(release.label(dimension: "area", code: "n", language: "ru") == nil)
  }

  @Test func `a share is computed from its two counts`() throws {
    let release = try release(figures: [
      .share("K05", numerator: 71, denominator: 98, from: nil, to: "2026-09-30", target: 90),
      .share("K06", numerator: 0, denominator: 0, from: nil, to: "2026-09-30"),
    ])
    #expect(release.figures[0].value == .whole(.published(72)))
    #expect(release.figures[0].numerator == .published(71))
    #expect(release.figures[0].denominator == .published(98))
    #expect(release.figures[1].value == .whole(.notApplicable))
  }

  @Test func `a figure can be days, an open median or nothing yet`() throws {
    let release = try release(figures: [
      .days("K07", "6.5", cases: 9, from: nil, to: "2026-09-30"),
      .daysMoreThan("K03", 60, cases: 9, from: nil, to: "2026-09-30"),
      .none("K15", unit: .percent, from: nil, to: "2026-09-30"),
      .count("K01", 3, from: nil, to: "2026-09-30"),
    ])
    #expect(
      release.figures.map(\.value) == [
        .decimal("6.5"), .moreThan(60), .whole(.missing), .whole(.published(3)),
      ])
  }

  @Test(arguments: [
    (1, 3, 33), (1, 2, 50), (2, 3, 67), (1, 200, 1), (1, 201, 0), (199, 200, 100), (5, 5, 100),
  ])
  func `percentages are whole, halves go up`(part: Int, whole: Int, expected: Int) {
    #expect(wholePercent(part, of: whole) == .published(expected))
  }

  @Test func `a percentage never traps`() {
    #expect(wholePercent(Int.max, of: Int.max) == .missing)
    #expect(wholePercent(1, of: 0) == .notApplicable)
    #expect(wholePercent(-1, of: 5) == .notApplicable)
    #expect(wholePercent(0, of: -5) == .notApplicable)
  }

  @Test(arguments: ["2026-13-01", "2026-1-01", "2026-00-10", "26-01-01", "2026-01-32", "", "٢٠٢٦"])
  func `a day that cannot be is refused`(text: String) {
    #expect(throws: ReleaseProblem.notADate(text)) { try release(asOf: text) }
  }

  @Test func `values that do not fit together are refused`() {
    #expect(throws: ReleaseProblem.noLanguage) { try release(languages: []) }
    #expect(throws: ReleaseProblem.repeated("en")) { try release(languages: ["en", "en"]) }
    #expect(throws: ReleaseProblem.unusableCode("../en")) { try release(languages: ["../en"]) }
    #expect(throws: ReleaseProblem.rowWidth(table: "t", code: "n")) {
      try release(tables: [table(rows: [("n", [1, 2])])])
    }
    #expect(throws: ReleaseProblem.negative("t, n")) {
      try release(tables: [table(rows: [("n", [-1])])])
    }
    #expect(throws: ReleaseProblem.repeated("n")) {
      try release(tables: [table(rows: [("n", [1]), ("n", [2])])])
    }
    #expect(throws: ReleaseProblem.notAMonth("2026-01")) {
      try release(tables: [table(dimension: "month", rows: [("2026-02", [1]), ("2026-01", [1])])])
    }
    #expect(throws: ReleaseProblem.shareAboveOne("K05")) {
      try release(figures: [
        .share("K05", numerator: 3, denominator: 2, from: nil, to: "2026-09-30")
      ])
    }
    #expect(throws: ReleaseProblem.notANumber("6,5")) {
      try release(figures: [.days("K07", "6,5", cases: 1, from: nil, to: "2026-09-30")])
    }
  }

  @Test func `a total needs every value and never overflows`() {
    func table(_ values: [PublishedValue]) -> PublishedTable {
      PublishedTable(
        id: "t", titleKey: "", rowDimension: "area", columns: ["n"],
        rows: values.map { PublishedTable.Row(code: "x", values: [$0]) }, order: .given,
        isPartition: true, from: nil, to: "2026-09-30")
    }
    #expect(table([.published(2), .published(3)]).total(column: 0) == .published(5))
    #expect(table([.published(2), .hidden]).total(column: 0) == .hidden)
    #expect(table([.published(.max), .published(1)]).total(column: 0) == .missing)
    #expect(table([.published(1)]).total(column: 7) == .hidden)
  }

  @Test func `each reason for no number has its own flag`() {
    let values: [PublishedValue] = [.published(1), .hidden, .notApplicable, .missing]
    #expect(values.map(\.flag) == ["", "c", "z", "m"])
  }
}
