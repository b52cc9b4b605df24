import Disclosure
import SiteTemplate

/// What one block's page is made of: the block, those before it, and numbers derived from both.
///
/// It knows no language. Every number comes from a published cell or from a recipe over such cells.
struct BlockFacts {
  let publication: Publication
  let block: BlockNumbers
  private let index: Int

  private static let blocksInPicture = 8

  /// Takes the block at a place in the publication; nil when there is none.
  init?(_ publication: Publication, at index: Int) {
    guard publication.blocks.indices.contains(index) else { return nil }
    self.publication = publication
    self.index = index
    block = publication.blocks[index]
  }

  private var span: ClosedRange<Int> { max(0, index + 1 - Self.blocksInPicture)...index }

  /// The block and those before it, oldest first; not all of them, for a picture has little room.
  var history: [BlockNumbers] { Array(publication.blocks[span]) }

  /// The block just before this one; nil when the period before has none.
  var previous: BlockFacts? {
    guard index > 0, block.block.comesRightAfter(publication.blocks[index - 1].block) else {
      return nil
    }
    return BlockFacts(publication, at: index - 1)
  }

  /// The facts of every block of the history.
  var past: [BlockFacts] {
    span.compactMap { BlockFacts(publication, at: $0) }
  }

  /// The block before this one when a comparison is fair: both are over, both are whole, and they are
  /// equally long.
  var comparable: BlockFacts? {
    guard let previous, isWhole, previous.isWhole, block.span.months == previous.block.span.months
    else { return nil }
    return previous
  }

  /// Whether the block counts all its days: it is over, and it is not the first one, in which the
  /// register may have begun.
  var isWhole: Bool { block.isOver && !isFirst }

  /// Whether no block stands before it.
  var isFirst: Bool { index == 0 }

  /// A figure of the team's pages, as the terminal shows it.
  func teamFigure(_ id: String) -> TeamFigure? {
    publication.teamFigures[block.period]?.first { $0.id == id }
  }

  /// The block's own plan and limits, whatever later ones say.
  var plan: PublicationPlan { block.plan }

  // MARK: Cells

  /// The number of cases of the block; it is always shown.
  var total: PublishedValue { block.flows[.total] ?? .missing }

  /// The number of cases that were open on the block's last day.
  var openTotal: PublishedValue { block.stock?[.total] ?? .hidden }

  /// The value of a cell of the block's cases.
  func value(_ dimensions: [Dimension], _ codes: [String]) -> PublishedValue {
    CellKey(dimensions, codes).flatMap { block.flows[$0] } ?? .missing
  }

  /// Whether a table is shown in this block.
  func isShown(_ table: [Dimension]) -> Bool {
    block.flows.tables.contains(table.sorted())
  }

  /// The codes of a dimension in the order of tables.
  func codes(_ dimension: Dimension) -> [String] {
    let source = dimension == .ageing ? block.stock : block.flows
    let codes = source?.cells(of: [dimension]).compactMap(\.cell.codes.first) ?? []
    return codes.sorted { Self.rank($0) < Self.rank($1) }
  }

  /// The place of a code among others: bands by their days or years, the rest by code, and what is
  /// unknown at the end.
  ///
  /// No count decides it.
  static func rank(_ code: String) -> (Int, Int, String) {
    // Children are younger than adults.
    if code == "child" { return (0, -2, code) }
    let isLast = [CodeBook.unknown, CodeBook.open, CodeBook.notMeasured].contains(code)
    let isOver = code.hasPrefix("over-")
    let start = Int((isOver ? code.dropFirst(5) : code[...]).prefix { $0.isWholeNumber })
    return (isLast ? 1 : 0, (start ?? -1) + (isOver ? 1 : 0), code)
  }

  // MARK: Derived numbers

  /// A cell of this block.
  func reference(_ dimensions: [Dimension], _ codes: [String]) -> CellReference? {
    CellKey(dimensions, codes).map { CellReference(period: block.period, cell: $0) }
  }

  /// The sum of cells of this block.
  func sum(_ name: String, _ dimension: Dimension, _ codes: [String]) -> DerivedNumber {
    derived(name, .sum(codes.compactMap { reference([dimension], [$0]) }))
  }

  /// How many cases had waited longer than a number of days, of those open at the block's end; nil where
  /// these are not shown.
  func openLonger(thanDays days: Int) -> DerivedNumber? {
    guard let stock = block.stock, stock.tables.contains([.ageing]) else { return nil }
    let codes = CodeBook.ageingBands.filter { $0.days.lowerBound > days }.map(\.code)
    return DerivedNumber(
      name: "\(block.period)/open-over-\(days)", of: block.period,
      recipe: .sum(
        codes.compactMap { code in
          CellKey([.ageing], [code]).map { CellReference(period: stock.block.period, cell: $0) }
        }), from: [stock], plan: plan, isInternal: publication.isInternal)
  }

  /// Computes a number from this block and others.
  func derived(
    _ name: String, _ recipe: DerivedRecipe, over blocks: [BlockNumbers]? = nil
  ) -> DerivedNumber {
    DerivedNumber(
      name: "\(block.period)/\(name)", of: block.period, recipe: recipe,
      from: (blocks ?? [block]).map(\.flows), plan: plan, isInternal: publication.isInternal)
  }

  /// The share that one code has of itself and others, of all cases or of those in a group of them.
  func share(
    _ name: String, _ dimension: Dimension, _ part: String, against rest: [String],
    within group: CountedGroup = .all, over blocks: [BlockNumbers]? = nil
  ) -> DerivedNumber {
    let periods = (blocks ?? [block]).map(\.period)
    func references(_ codes: [String]) -> [CellReference] {
      periods.flatMap { period in
        codes.compactMap { code in
          CellKey([dimension] + group.dimensions, [code] + group.codes).map {
            CellReference(period: period, cell: $0)
          }
        }
      }
    }
    return derived(
      name, .share(of: references([part]), complement: references(rest)), over: blocks)
  }

  /// The share of complaints closed within fifteen days, of this block alone; nil while one of them
  /// still has time, for then nothing is stated.
  var timely: DerivedNumber? {
    block.isMature ? share("timely", .timely, "yes", against: ["no"]) : nil
  }

  /// The public K05: the last blocks that make up six months, together.
  var timelyOfHalfYear: DerivedNumber {
    share("K05", .timely, "yes", against: ["no"], over: halfYear)
  }

  /// The blocks of the public K05, this one last.
  var halfYear: [BlockNumbers] {
    var blocks = [block]
    for next in publication.blocks[..<index].reversed() {
      guard let first = blocks.first else { break }
      let span = DaySpan(from: "\(first.block.start)", to: "\(block.block.end)")
      guard span.months < 6 else { break }
      blocks.insert(next, at: 0)
    }
    return blocks
  }

  /// The months from the first to the last day of the public K05.
  var halfYearSpan: DaySpan {
    DaySpan(from: halfYear.first?.span.from ?? "", to: block.span.to)
  }

  /// The block whose half-year ends where this one's begins, when the two may be compared: equally long,
  /// and neither holds the first block, in which the register may have begun.
  ///
  /// Half-years with blocks in common would compare these blocks with themselves.
  var comparableHalfYear: BlockFacts? {
    let first = publication.blocks.first?.period
    let start = index + 1 - halfYear.count
    guard let previous = BlockFacts(publication, at: start)?.previous, block.isMature,
      halfYearSpan.months == previous.halfYearSpan.months, halfYear.first?.period != first,
      previous.halfYear.first?.period != first
    else { return nil }
    return previous
  }

  /// The median of days to closing, of complaints (K07) or of cases of all kinds; withheld where the
  /// block does not have the table for it.
  func medianDays(ofComplaints: Bool) -> DerivedNumber {
    ofComplaints
      ? derived("K07", .medianDaysOfComplaints(periods: [block.period]))
      : derived("median-all", .medianDays(periods: [block.period]))
  }

  /// Whether the plan counts days to closing for complaints alone.
  var isMedianOfComplaints: Bool {
    plan.tables.contains { Set($0) == [.closing, .complaint] }
  }

  /// The share of those satisfied among those who answered.
  var satisfied: DerivedNumber { share("K15", .satisfied, "yes", against: ["no"]) }

  /// The fraction behind a share.
  func ratio(of number: DerivedNumber) -> Ratio? {
    number.ratio(in: publication.blocks.map(\.flows))
  }
}

/// Which cases a figure counts: all of a block, or those with a code.
struct CountedGroup {
  let dimensions: [Dimension]
  let codes: [String]

  static let all = CountedGroup(dimensions: [], codes: [])
  static let complaints = CountedGroup(dimensions: [.complaint], codes: ["yes"])
}
