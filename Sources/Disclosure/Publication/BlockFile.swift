internal import CaseModel

/// `block.csv`: the span, the plan and the codes of a closed block, as keys and values.
struct BlockFile {
  let block: Block
  let closedOn: CalendarDate
  let plan: PublicationPlan
  let rules: RulesVersion
  let book: CodeBook
  let seed: UInt64
  let choices: [TableChoice]
  let sensitiveYears: [SensitiveYear]

  /// How the stock is shown, where it is.
  let stockChoices: [TableChoice]

  /// The layout of blocks closed under the first rules, which do not name them, and the one that does.
  ///
  /// A program that knows the first alone refuses the other: it could not prove it, and would close the
  /// next block under rules that are too old.
  private static let (formatAtFirst, format) = ("1", "2")

  // MARK: Writing

  static func table(of closed: ClosedBlock) -> ArchiveTable {
    var table = ArchiveTable(ArchiveFile.blockHeader)
    func put(_ key: String, _ value: String) { table.append([key, value]) }
    let (plan, book, block) = (closed.plan, closed.book, closed.block)
    put("format", closed.rules == .first ? formatAtFirst : format)
    if closed.rules > .first { put("rules", String(closed.rules.rawValue)) }
    put("first-day", block.start.description)
    put("last-day", block.end.description)
    put("closes-on", block.closesOn.description)
    put("closed-on", closed.closedOn.description)
    put("seed", String(closed.seed))
    put("threshold", String(plan.threshold))
    put("sensitive_threshold", String(plan.sensitiveThreshold))
    put("width", String(plan.width))
    put("min_denominator", String(plan.minDenominator))
    put("min_median", String(plan.minMedian))
    put("block", plan.blockLength.rawValue)
    put("grace_days", String(plan.graceDays))
    put("max_hidden", String(plan.maxHidden))
    for planned in plan.tables { put("table", names(planned)) }
    for fine in plan.steppable.sorted() { put("level", fine.rawValue) }
    for (key, part) in [("choice", closed.flows), ("stock-choice", closed.stock)] {
      for choice in part?.draft.choices ?? [] {
        let shown = choice.published.map(names).joined(separator: ";")
        put(key, [names(choice.planned), names(choice.level), shown].joined(separator: "="))
      }
    }
    for (code, group) in book.groups.sorted(by: { $0.key < $1.key }) {
      put("category", code + "=" + group)
    }
    for code in book.complaintKinds.sorted() { put("complaint", code) }
    for (code, parent) in book.areas.sorted(by: { $0.key < $1.key }) {
      put("area", code + "=" + parent)
    }
    for code in book.channels.sorted() { put("channel", code) }
    for code in book.sexes.sorted() { put("sex", code) }
    for (code, adult) in book.ages.sorted(by: { $0.key < $1.key }) {
      put("age", code + "=" + adult)
    }
    for code in book.outcomes.sorted() { put("outcome", code) }
    for year in closed.sensitiveYears {
      put("sensitive", "\(year.year)=" + (year.value.number.map { String($0) } ?? "c"))
    }
    return table
  }

  private static func names(_ dimensions: [Dimension]) -> String {
    dimensions.map(\.rawValue).joined(separator: " ")
  }

  // MARK: Reading

  init(reading bytes: [UInt8]) throws(ArchiveProblem) {
    let table = try ArchiveTable(
      bytes, name: ArchiveFile.block, header: ArchiveFile.blockHeader)
    let values = BlockValues(table)
    rules = try Self.rules(values)
    let (start, end) = (try values.date("first-day"), try values.date("last-day"))
    block = Block(
      start: start, end: end, closesOn: try values.date("closes-on"),
      length: try values.length("block"))
    closedOn = try values.date("closed-on")
    guard let seed = UInt64(try values.one("seed")) else {
      throw values.problem("seed", "it is no number")
    }
    self.seed = seed
    let steps = try values.dimensions("level")
    do {
      plan = try PublicationPlan(
        threshold: try values.number("threshold"),
        sensitiveThreshold: try values.number("sensitive_threshold"),
        width: try values.number("width"), minDenominator: try values.number("min_denominator"),
        minMedian: try values.number("min_median"), block: try values.one("block"),
        graceDays: try values.number("grace_days"), maxHidden: try values.share("max_hidden"),
        tables: values.all("table").map(Self.words),
        levels: Dictionary(
          steps.compactMap { fine in
            fine.coarser.map { (fine.rawValue, [fine.rawValue, $0.rawValue]) }
          }
        ) { first, _ in first })
    } catch let problem as PlanProblem {
      throw values.problem(problem.key, problem.description)
    } catch let problem as ArchiveProblem {
      throw problem
    } catch {
      throw values.problem("format", "\(error)")
    }
    choices = try values.choices("choice")
    stockChoices = try values.choices("stock-choice")
    book = CodeBook(
      groups: try values.pairs("category"), complaintKinds: Set(values.all("complaint")),
      areas: try values.pairs("area"), channels: Set(values.all("channel")),
      sexes: Set(values.all("sex")), ages: try values.pairs("age"),
      outcomes: Set(values.all("outcome")))
    sensitiveYears = try values.sensitiveYears()
  }

  private static func rules(_ values: BlockValues) throws(ArchiveProblem) -> RulesVersion {
    switch values.all("format") {
    case [formatAtFirst]:
      guard values.all("rules").isEmpty else {
        throw values.problem("rules", "blocks of this layout name no rules")
      }
      return .first
    case [format]:
      guard let version = RulesVersion(rawValue: try values.number("rules")), version > .first
      else {
        throw values.problem("rules", "this version of daftar does not know them")
      }
      return version
    default:
      throw values.problem("format", "this version of daftar does not know the layout")
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
