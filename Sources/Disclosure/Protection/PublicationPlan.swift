/// What may ever be published, and how small a number may be (R0).
///
/// A plan cannot be made weaker than the minimum: whoever holds one holds safe limits.
package struct PublicationPlan: Hashable, Sendable {
  /// A count of fewer persons is hidden; at least 3.
  package let threshold: Int
  /// The same for the one line of sensitive cases a year; at least 10.
  package let sensitiveThreshold: Int
  /// How far apart the bounds of a hidden count stay; at least the threshold.
  package let width: Int
  /// The smallest number of cases behind a percentage; at least 10.
  package let minDenominator: Int
  /// The smallest number of cases behind a median; at least 20.
  package let minMedian: Int
  /// How long a block of time is.
  package let blockLength: BlockLength
  /// Days from the end of a block to its closing; at least 15, so that "within 15 days" is final.
  package let graceDays: Int
  /// The share of a table's cells that may be hidden before it is shown more coarsely.
  package let maxHidden: Double
  /// The tables, each of one or two dimensions; each stands for its totals too.
  package let tables: [[Dimension]]
  /// The dimensions that may be shown at a coarser level.
  package let steppable: Set<Dimension>

  /// Checks and takes the values of a plan; nil is what a plan has that says nothing of it.
  ///
  /// - Parameters:
  ///   - threshold: See ``threshold``.
  ///   - sensitiveThreshold: See ``sensitiveThreshold``.
  ///   - width: See ``width``.
  ///   - minDenominator: See ``minDenominator``.
  ///   - minMedian: See ``minMedian``.
  ///   - block: `month`, `quarter`, `half` or `year`.
  ///   - graceDays: See ``graceDays``.
  ///   - maxHidden: See ``maxHidden``, between 0 and 1.
  ///   - tables: Names of dimensions.
  ///   - levels: Any name to names of dimensions, the finest first.
  /// - Throws: The first key whose value is unusable or weaker than the minimum.
  package init(
    threshold: Int? = nil, sensitiveThreshold: Int? = nil, width: Int? = nil,
    minDenominator: Int? = nil, minMedian: Int? = nil, block: String? = nil, graceDays: Int? = nil,
    maxHidden: Double? = nil, tables: [[String]], levels: [String: [String]] = [:]
  ) throws(PlanProblem) {
    let (threshold, sensitiveThreshold) = (threshold ?? 5, sensitiveThreshold ?? 10)
    let (width, minDenominator, minMedian) = (width ?? 5, minDenominator ?? 10, minMedian ?? 20)
    let (block, graceDays, maxHidden) = (block ?? "quarter", graceDays ?? 21, maxHidden ?? 0.4)
    try Self.check("threshold", threshold, 3...1_000)
    try Self.check("sensitive-threshold", sensitiveThreshold, max(10, threshold)...1_000)
    try Self.check("width", width, threshold...1_000)
    try Self.check("min-denominator", minDenominator, 10...100_000)
    try Self.check("min-median", minMedian, 20...100_000)
    try Self.check("grace-days", graceDays, 15...366)
    guard let length = BlockLength(rawValue: block) else {
      throw PlanProblem(key: "block", reason: .unknown(block))
    }
    guard maxHidden >= 0, maxHidden <= 1 else {
      throw PlanProblem(key: "max-hidden", reason: .outside("0…1"))
    }
    self.threshold = threshold
    self.sensitiveThreshold = sensitiveThreshold
    self.width = width
    self.minDenominator = minDenominator
    self.minMedian = minMedian
    self.graceDays = graceDays
    self.maxHidden = maxHidden
    blockLength = length
    self.tables = try Self.tables(tables)
    steppable = try Self.steppable(levels)
  }

  /// Every table of the plan, whole and as fine as the plan allows.
  package var choices: [TableChoice] {
    tables.map { TableChoice(planned: $0, level: $0) }
  }

  private static func check(
    _ key: String, _ value: Int, _ range: ClosedRange<Int>
  ) throws(PlanProblem) {
    guard value >= range.lowerBound else {
      throw PlanProblem(key: key, reason: .weaker(than: range.lowerBound))
    }
    guard value <= range.upperBound else {
      throw PlanProblem(key: key, reason: .outside("\(range.lowerBound)…\(range.upperBound)"))
    }
  }

  private static func tables(_ names: [[String]]) throws(PlanProblem) -> [[Dimension]] {
    var tables: [[Dimension]] = []
    for line in names {
      let text = line.joined(separator: ", ")
      guard (1...2).contains(line.count) else {
        throw PlanProblem(key: "tables", reason: .dimensionCount(text))
      }
      let dimensions = try line.map { name throws(PlanProblem) in
        try dimension(name, key: "tables")
      }.sorted()
      // Two levels of one dimension make no table: one decides the other.
      let areRelated =
        dimensions.count == 2
        && (dimensions[0].isSameOrCoarser(than: dimensions[1])
          || dimensions[1].isSameOrCoarser(than: dimensions[0]))
      guard !areRelated, !tables.contains(dimensions) else {
        throw PlanProblem(key: "tables", reason: .repeated(text))
      }
      tables.append(dimensions)
    }
    return tables
  }

  private static func steppable(
    _ levels: [String: [String]]
  ) throws(PlanProblem) -> Set<Dimension> {
    var steppable: Set<Dimension> = []
    for (name, chain) in levels.sorted(by: { $0.key < $1.key }) {
      let dimensions = try chain.map { text throws(PlanProblem) in
        try dimension(text, key: "levels")
      }
      for (finer, coarser) in zip(dimensions, dimensions.dropFirst()) {
        guard finer.coarser == coarser else {
          throw PlanProblem(key: "levels", reason: .notALevel(name))
        }
        steppable.insert(finer)
      }
    }
    return steppable
  }

  private static func dimension(_ name: String, key: String) throws(PlanProblem) -> Dimension {
    guard let dimension = Dimension(rawValue: name) else {
      throw PlanProblem(key: key, reason: .unknown(name))
    }
    return dimension
  }
}

/// Why a publication plan is refused, and the key that is to blame.
package struct PlanProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with the value.
  package enum Reason: Hashable, Sendable {
    case weaker(than: Int)
    case outside(String)
    case unknown(String)
    case dimensionCount(String)
    case repeated(String)
    case notALevel(String)
  }

  /// The key as the plan's file spells it.
  package let key: String
  /// What is wrong with its value.
  package let reason: Reason

  package var description: String {
    switch reason {
    case .weaker(let least): "\(key): at least \(least)"
    case .outside(let range): "\(key): not within \(range)"
    case .unknown(let text): "\(key): unknown: \(text)"
    case .dimensionCount(let text): "\(key): one or two dimensions make a table: \(text)"
    case .repeated(let text): "\(key): the same dimension or table twice: \(text)"
    case .notALevel(let name): "\(key): not from fine to coarse: \(name)"
    }
  }
}
