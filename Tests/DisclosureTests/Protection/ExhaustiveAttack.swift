import CaseModel

@testable import Disclosure

/// Lists every list of cases that fits the published numbers, knowing nothing of the protector.
///
/// Cases that no table tells apart count as one type; a list is a number for each type.
struct ExhaustiveAttack {
  private let types: [[Dimension: String]]
  private let shown: [(matching: [Int], value: Int)]
  private let cells: [(cell: CellKey, matching: [Int])]
  private(set) var bounds: [CellKey: ClosedRange<Int>] = [:]
  private(set) var lists = 0

  init(_ rows: [CountRow], book: CodeBook) {
    let dimensions = CountRow.dimensions(of: rows)
    let types = Self.types(dimensions, book: book)
    self.types = types
    cells = Self.cells(dimensions, types).map { cell in
      (cell, types.indices.filter { Self.matches(types[$0], cell) })
    }
    let total = rows.first { $0.cell == .total }?.value.number ?? 0
    shown = rows.compactMap { row in
      guard let value = row.value.number ?? (row.value == .notApplicable ? 0 : nil) else {
        return nil
      }
      return (types.indices.filter { Self.matches(types[$0], row.cell) }, value)
    }
    var counts = Array(repeating: 0, count: types.count)
    search(0, left: total, &counts)
  }

  /// Every cell of one or two of the dimensions, planned or not.
  private static func cells(
    _ dimensions: [Dimension], _ types: [[Dimension: String]]
  ) -> Set<CellKey> {
    var cells: Set<CellKey> = []
    for type in types {
      for one in dimensions {
        for two in dimensions where one <= two {
          let pair = one == two ? [one] : [one, two]
          if let cell = CellKey(pair, pair.map { type[$0] ?? "" }) { cells.insert(cell) }
        }
      }
    }
    return cells
  }

  private mutating func search(_ type: Int, left: Int, _ counts: inout [Int]) {
    // What is already placed may exceed no shown cell, and a cell that is complete must be exact.
    for (matching, value) in shown {
      var sum = 0
      for index in matching where index < type { sum += counts[index] }
      guard sum <= value else { return }
      if (matching.last ?? 0) < type, sum != value { return }
    }
    if type == types.count {
      guard left == 0 else { return }
      lists += 1
      for (cell, matching) in cells {
        var sum = 0
        for index in matching { sum += counts[index] }
        let known = bounds[cell] ?? sum...sum
        bounds[cell] = min(known.lowerBound, sum)...max(known.upperBound, sum)
      }
      return
    }
    for count in 0...left {
      counts[type] = count
      search(type + 1, left: left - count, &counts)
    }
    counts[type] = 0
  }

  private static func matches(_ type: [Dimension: String], _ cell: CellKey) -> Bool {
    zip(cell.dimensions, cell.codes).allSatisfy { type[$0] == $1 }
  }

  /// The distinct combinations of codes over all cases that can be.
  private static func types(_ dimensions: [Dimension], book: CodeBook) -> [[Dimension: String]] {
    var records = [Record(id: "", registered: CalendarDate(day: 0), codes: [:])]
    for field in Field.allCases where dimensions.contains(where: { $0.fields.contains(field) }) {
      records = records.flatMap { record in
        book.codes(of: field, seenIn: []).map { code in
          var next = record
          next[field] = code
          if field == .closing, code != CodeBook.open { next[.outcome] = "answered" }
          return next
        }
      }
    }
    let types = Set(
      records.map { record in
        Dictionary(uniqueKeysWithValues: dimensions.map { ($0, record.code($0, in: book)) })
      })
    return types.sorted { left, right in
      dimensions.map { left[$0] ?? "" }.lexicographicallyPrecedes(
        dimensions.map { right[$0] ?? "" })
    }
  }
}
