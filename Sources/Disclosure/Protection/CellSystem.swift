/// A part of a record that a world may change on its own: how a case ended is one part.
enum Part: Int, CaseIterable {
  case category, area, channel, sex, age, ending, satisfied, ageing

  init(_ field: Field) {
    switch field {
    case .category: self = .category
    case .area: self = .area
    case .channel: self = .channel
    case .sex: self = .sex
    case .age: self = .age
    case .closing, .outcome: self = .ending
    case .satisfied: self = .satisfied
    case .ageing: self = .ageing
    }
  }

  var fields: [Field] {
    switch self {
    case .category: [.category]
    case .area: [.area]
    case .channel: [.channel]
    case .sex: [.sex]
    case .age: [.age]
    case .ending: [.closing, .outcome]
    case .satisfied: [.satisfied]
    case .ageing: [.ageing]
    }
  }
}

/// The linked tables of a block as numbers, for the search.
///
/// A record is a row of numbers, one per part: the class of its code, where codes that no table
/// tells apart share a class. Tables that share a total share its cells.
struct CellSystem {
  /// A dimension that a table uses.
  struct Axis {
    let dimension: Dimension
    let codes: [String]
    let first: Int
    let second: Int?
    /// The index of the code for each class of the first part, and of the second one.
    let indexes: [Int]
    let secondCount: Int

    func index(_ state: ArraySlice<Int>) -> Int {
      let base = state.startIndex
      guard let second else { return indexes[state[base + first]] }
      return indexes[state[base + first] * secondCount + state[base + second]]
    }
  }

  /// A table, and where its cells begin.
  struct Table {
    let axes: [Axis]
    let offset: Int

    var dimensions: [Dimension] { axes.map(\.dimension) }
    var size: Int { axes.reduce(1) { $0 * $1.codes.count } }

    func cell(_ state: ArraySlice<Int>) -> Int {
      var index = 0
      for axis in axes { index = index * axis.codes.count + axis.index(state) }
      return offset + index
    }
  }

  static let width = Part.allCases.count

  /// Every table with all its totals; the block's total comes first.
  let tables: [Table]
  let cellCount: Int
  /// How many classes each part has.
  let classCounts: [Int]
  /// For each part the tables that change with it.
  let tablesOfPart: [[Int]]
  /// For each part the parts that stand in a table with it, itself included.
  let neighbours: [[Int]]
  /// The records, ``width`` numbers each.
  let states: [Int]
  /// Whether a case can be in a cell.
  let isPossible: [Bool]
  /// What each record may become.
  let limits: RecordLimits

  /// - Parameters:
  ///   - shown: The tables.
  ///   - records: The records.
  ///   - book: The codes of the register.
  ///   - days: Those by which the age of open cases and their ending bind each other.
  init(tables shown: [[Dimension]], records: [Record], book: CodeBook, days: BlockDays) {
    var names: Set<[Dimension]> = [[]]
    for table in shown {
      names.insert(table)
      for dimension in table { names.insert([dimension]) }
    }
    let sorted = names.sorted {
      $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1)
    }
    let dimensions = Set(sorted.flatMap { $0 }).sorted()
    let parts = PartClasses(dimensions: dimensions, records: records, book: book)
    classCounts = parts.members.map(\.count)
    limits = RecordLimits(records, classes: parts.members, days: days)
    states = parts.states
    var axes: [Dimension: Axis] = [:]
    for dimension in dimensions { axes[dimension] = parts.axis(dimension, book) }
    var built: [Table] = []
    var offset = 0
    for name in sorted {
      let table = Table(axes: name.compactMap { axes[$0] }, offset: offset)
      offset += table.size
      built.append(table)
    }
    tables = built
    cellCount = offset
    let uses = built.map { table in
      Set(table.axes.flatMap { [$0.first, $0.second].compactMap(\.self) })
    }
    tablesOfPart = (0..<Self.width).map { part in
      uses.indices.filter { uses[$0].contains(part) }
    }
    neighbours = (0..<Self.width).map { part in
      uses.filter { $0.contains(part) }.reduce(into: Set([part])) { $0.formUnion($1) }.sorted()
    }
    isPossible = Self.reachable(built, uses, classCounts, offset)
  }

  /// How many records there are.
  var recordCount: Int { states.count / Self.width }

  /// The true count of every cell.
  var counts: [Int] { counts(of: states) }

  /// The count of every cell in a list of cases like ``states``.
  func counts(of states: [Int]) -> [Int] {
    var counts = Array(repeating: 0, count: cellCount)
    for base in stride(from: 0, to: states.count, by: Self.width) {
      for table in tables { counts[table.cell(states[base..<base + Self.width])] += 1 }
    }
    return counts
  }

  /// The name of a cell.
  func key(_ cell: Int) -> CellKey {
    guard let table = tables.last(where: { $0.offset <= cell }) else { return .total }
    var rest = cell - table.offset
    var codes: [String] = []
    for axis in table.axes.reversed() {
      codes.append(axis.codes[rest % axis.codes.count])
      rest /= axis.codes.count
    }
    return CellKey(sorted: table.dimensions, codes.reversed())
  }

  /// The index of the table that a cell belongs to.
  func table(of cell: Int) -> Int { tables.lastIndex { $0.offset <= cell } ?? 0 }

  private static func reachable(
    _ tables: [Table], _ uses: [Set<Int>], _ counts: [Int], _ cellCount: Int
  ) -> [Bool] {
    var reachable = Array(repeating: false, count: cellCount)
    for (table, parts) in zip(tables, uses) {
      var states = [Array(repeating: 0, count: width)]
      for part in parts {
        states = states.flatMap { state in
          (0..<counts[part]).map { value in
            var next = state
            next[part] = value
            return next
          }
        }
      }
      for state in states { reachable[table.cell(state[...])] = true }
    }
    return reachable
  }
}
