internal import CaseFormat
internal import CaseModel
package import Diagnostics
package import Disclosure
internal import Figures
package import Register

/// What a register gives to disclosure control: its plan, its codes, its cases as records.
package struct RegisterNumbers {
  /// What may be published, and how small a number may be.
  package let plan: PublicationPlan
  /// The file that says the plan.
  let settings: PublicationSettings
  let book: CodeBook
  /// What is wrong with cases that could not be read, and are counted nowhere.
  package let problems: [Diagnostic]
  /// Looked at by their indices, for every day of a chart: copying so large a value costs more than
  /// looking at it.
  private let cases: [Case]
  private let firstReceipt: CalendarDate?
  private let raised: [Case]
  private let stubs: [Stub]
  private let complainants: Complainants
  private let rule: ComplaintRule

  init(_ register: Register) throws {
    settings = register.configuration.publication
    plan = try Self.plan(settings)
    book = Self.book(register.configuration)
    let all = try register.casesForFigures()
    cases = all.cases.sorted { $0.id < $1.id }
    firstReceipt = cases.lazy.map(\.received).min()
    raised = all.raised
    problems = all.problems
    stubs = all.stubs
    complainants = Complainants(cases)
    rule = try register.complaintRule().rule
  }

  /// K05 and K07 of a day for the team's pages: the very figures of the terminal.
  func teamFigures(asOf day: CalendarDate) -> [TeamFigure] {
    let figures = timeliness(asOf: day)
    return [\RegisterFigures.closedInTime, \.medianDays].map { which in
      let figure = figures[keyPath: which]
      let before = figure.dayBefore.map { timeliness(asOf: $0)[keyPath: which] }
      let wasThere = before?.from.flatMap { from in firstReceipt.map { $0 <= from } } ?? false
      return TeamFigure(
        id: figure.id.rawValue, value: DerivedValue(figure.value),
        ratio: figure.value.ratio, from: figure.from ?? figure.to, to: figure.to,
        cases: figure.cases, before: wasThere ? before.map { DerivedValue($0.value) } : nil)
    }
  }

  /// What K05 and K07 of a day are made from, and nothing else.
  private func timeliness(asOf day: CalendarDate) -> RegisterFigures {
    let days = RegisterFigures.timelinessReceipts(asOf: day)
    return RegisterFigures(
      cases.indices.filter { days.contains(cases[$0].received) }.map { cases[$0] }, raised: raised,
      asOf: day, complaints: rule)
  }

  /// Throws when a case cannot be read.
  package func requireAllReadable() throws {
    guard problems.allSatisfy({ $0.severity != .error }) else { throw DiagnosticList(problems) }
  }

  /// Id and day of registration of every case that public numbers count whenever it was closed.
  var registrations: [(id: String, registered: CalendarDate)] {
    cases.filter { !$0.isSetAside && !$0.sensitivity.isSensitive }.map {
      ($0.id.description, $0.registered)
    }
  }

  /// The cases registered by a day, as they stood on it.
  func records(asOf day: CalendarDate) -> [Record] {
    cases.compactMap { theCase in
      Record(
        theCase, asOf: day, book: book, complainant: complainants.key(of: theCase), partner: nil)
    }
  }

  /// The cases that were open on a day, with how long they had waited.
  func open(on day: CalendarDate) -> [Record] {
    cases.indices.filter { cases[$0].received <= day && cases[$0].closing(asOf: day) == nil }
      .compactMap { index in
        Record(
          openCase: cases[index], on: day, book: book,
          complainant: complainants.key(of: cases[index]))
      }
  }

  /// What a block holds on the day of its closing.
  func contents(of block: Block, after ledger: PublicationLedger, years: [Int]) -> BlockContents {
    // What was set aside after the block of its time was closed belongs to no later one.
    let earlier = Set(
      cases.filter { $0.isSetAside && $0.registered < block.start }.map(\.id.description))
    let records = records(asOf: block.closesOn).filter { !earlier.contains($0.id) }
    return BlockContents(
      records: block.records(of: records, after: ledger),
      open: open(on: block.end), book: book,
      sensitiveYears: years.map { year in
        let count = stubs.count { $0.received.description.hasPrefix("\(year)-") }
        return SensitiveYear(
          year: year, complainants: Array(repeating: nil, count: count), plan: plan)
      })
  }

  /// The plan with blocks of another length.
  func plan(withBlocksOf length: BlockLength) throws -> PublicationPlan {
    try Self.plan(settings, block: length.rawValue)
  }

  /// The plan of a register, or the same with another length of blocks; throws where it is weaker than the
  /// minimum, with the line.
  static func plan(
    _ settings: PublicationSettings, block: String? = nil
  ) throws -> PublicationPlan {
    do throws(PlanProblem) {
      return try PublicationPlan(
        threshold: settings.number("threshold"),
        sensitiveThreshold: settings.number("sensitive-threshold"),
        width: settings.number("width"), minDenominator: settings.number("min-denominator"),
        minMedian: settings.number("min-median"), block: block ?? settings.block,
        graceDays: settings.number("grace-days"), maxHidden: settings.maxHidden,
        tables: settings.tables, levels: settings.levels)
    } catch {
      throw settings.problem(error.key, error.description)
    }
  }

  /// The lines of a plan with which no block can be closed after those that are, for they are weaker.
  static func weakened(
    _ settings: PublicationSettings, by plan: PublicationPlan, after ledger: PublicationLedger
  ) -> [Diagnostic] {
    ledger.weakened(by: plan).compactMap { finding in
      guard case .weakerThanBefore(let key, _, let before) = finding else { return nil }
      var problem = settings.problem(key, finding.description)
      problem.hint =
        "write at least \(before) in cases/publication.yml, then `daftar adopt publication.yml`: what is "
        + "hidden in closed blocks could be worked out from weaker ones"
      return problem
    }
  }

  /// Refuses an edited plan with which no block could be closed, before it comes into force.
  package static func requireCloseable(_ register: Register) throws {
    guard let settings = register.editedPublication() else { return }
    let refused = weakened(
      settings, by: try plan(settings), after: try PublishedRegister(register).ledger)
    guard refused.isEmpty else { throw DiagnosticList(refused) }
  }

  private static func book(_ configuration: Configuration) -> CodeBook {
    let codebook = configuration.codebook
    let countable = codebook.categories.filter { !$0.sensitivity.isSensitive }
    func codes(_ fact: Complainant.Fact) -> [String] { configuration.codes(.band(fact)) }
    return CodeBook(
      groups: Dictionary(countable.map { ($0.name.code, $0.group) }) { first, _ in first },
      complaintKinds: codebook.complaintRule.kinds,
      areas: Dictionary(configuration.places.areas.map { ($0.name.code, $0.parent ?? "") }) {
        first, _ in first
      },
      channels: Set(codebook.channels.map(\.name.code)),
      sexes: Set(codes(.sex)).subtracting([CodeBook.unknown]),
      ages: CodeBook.ages(of: codes(.age)),
      outcomes: Set(Outcome.allCases.map(\.rawValue)).subtracting(["duplicate", "invalid"]))
  }
}

extension Figure.Value {
  /// Numerator and denominator of a share.
  fileprivate var ratio: Ratio? {
    if case .share(let part, let whole) = self { .init(part: part, whole: whole) } else { nil }
  }
}

extension DerivedValue {
  /// A figure as pages write it; the team's pages know no smallest denominator.
  fileprivate init(_ value: Figure.Value) {
    self =
      switch value {
      case .count(let count): .count(count)
      case .share(_, 0), .none: .noCases
      case .share(let part, let whole): .percent(Figure.percent(part, of: whole), of: whole)
      case .days(let days): .days(days)
      case .moreThan(let days): .moreThanDays(days)
      }
  }
}
