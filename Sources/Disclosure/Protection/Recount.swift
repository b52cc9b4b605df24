internal import CaseModel

/// The count of a draft from its records, and of every world from its changes.
///
/// It knows nothing of how the draft was made: dictionaries of names, no search.
struct Recount {
  struct Tally {
    var cases = 0
    var anonymous = 0
    var complainants: [String: Int] = [:]
    var partners: [String: Int] = [:]

    var persons: Int { anonymous + complainants.count }

    /// Whether one complainant or one partner makes half of the cases.
    var isDominated: Bool {
      let largest = max(complainants.values.max() ?? 0, partners.values.max() ?? 0)
      return cases > 0 && 2 * largest >= cases
    }

    mutating func add(_ record: Record) {
      cases += 1
      if let partner = record.partner { partners[partner, default: 0] += 1 }
      if let person = record.complainant {
        complainants[person, default: 0] += 1
      } else {
        anonymous += 1
      }
    }
  }

  /// What the recount found.
  struct Verdict {
    var findings: [ProofFinding] = []
    var spans: [CellKey: ClosedRange<Int>] = [:]
  }

  /// Every table with all its totals, sorted.
  let tables: [[Dimension]]
  /// The tables that no table shows and that follow from those shown.
  private let unlisted: [[Dimension]]
  private let draft: ProtectedDraft
  private let plan: PublicationPlan
  private let rules: RulesVersion
  private let days: BlockDays
  let book: CodeBook
  private let records: [Record]
  private let own: [String: Record]
  /// Whether the open cases of the last day are shown beside these.
  private let showStock: Bool
  let codes: [Field: [String]]
  /// Every cell that a case can be in.
  private let possible: Set<CellKey>
  /// Every cell, also those that no case can be in.
  private let cells: Set<CellKey>
  let tallies: [CellKey: Tally]

  /// `older` are the rules by which worlds keep to time, where those are not the same.
  init(
    draft: ProtectedDraft, records: [Record], plan: PublicationPlan, book: CodeBook,
    rules: RulesVersion = .newest, timesBy older: RulesVersion? = nil
  ) {
    self.draft = draft
    self.rules = rules
    days = BlockDays(draft.block, grace: plan.graceDays, rules: older ?? rules)
    self.records = records
    own = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    showStock = records.showStock
    self.plan = plan
    self.book = book
    var tables: Set<[Dimension]> = [[]]
    for table in draft.choices.flatMap(\.published) {
      tables.insert(table.sorted())
      for dimension in table { tables.insert([dimension]) }
    }
    self.tables = tables.sorted { $0.lexicographicallyPrecedes($1) }
    unlisted = Dimension.unlistedTables(beside: self.tables)
    let codes = Dictionary(
      uniqueKeysWithValues: Field.allCases.map { ($0, book.codes(of: $0, seenIn: records)) })
    self.codes = codes
    var (possible, cells): (Set<CellKey>, Set<CellKey>) = ([], [])
    for table in tables {
      let reachable = Self.possibleCells(of: table, book: book, codes: codes)
      possible.formUnion(reachable)
      cells.formUnion(Self.grid(table, reachable))
    }
    self.possible = possible
    self.cells = cells
    var tallies: [CellKey: Tally] = [:]
    for record in records {
      for table in self.tables + unlisted {
        tallies[Self.cell(of: record, in: table, book), default: Tally()].add(record)
      }
    }
    self.tallies = tallies
  }

  /// The cells as the public may see them, if the verdict is good.
  var shownCells: [CellKey: PublishedValue] {
    var shown: [CellKey: PublishedValue] = [:]
    for cell in cells {
      shown[cell] =
        if !possible.contains(cell) {
          .notApplicable
        } else if draft.hidden.contains(cell) {
          .hidden
        } else {
          .published(tallies[cell]?.cases ?? 0)
        }
    }
    return shown
  }

  var verdict: Verdict {
    var verdict = Verdict(findings: primaryFindings)
    var low: [CellKey: Int] = [:]
    var high: [CellKey: Int] = [:]
    for (index, certificate) in draft.certificates.enumerated() {
      let (difference, problems) = world(certificate, index)
      guard problems.isEmpty else {
        verdict.findings += problems
        continue
      }
      for (cell, change) in difference.sorted(by: { $0.key < $1.key }) where change != 0 {
        if cells.contains(cell), !draft.hidden.contains(cell) {
          verdict.findings.append(.shownChanged(certificate: index, cell))
        }
        low[cell] = min(low[cell] ?? 0, change)
        high[cell] = max(high[cell] ?? 0, change)
      }
    }
    for cell in draft.hidden.sorted() where possible.contains(cell) {
      let count = tallies[cell]?.cases ?? 0
      let span = (count + (low[cell] ?? 0))...(count + (high[cell] ?? 0))
      verdict.spans[cell] = span
      if span.upperBound - span.lowerBound < plan.width {
        verdict.findings.append(
          .narrow(cell, span: span.upperBound - span.lowerBound, width: plan.width))
      }
    }
    verdict.findings += unlistedFindings(low, high)
    if rules >= .second { verdict.findings += oneAnswerFindings(high) }
    return verdict
  }

  /// The small counts outside all tables that are small in every world.
  private func unlistedFindings(
    _ low: [CellKey: Int], _ high: [CellKey: Int]
  ) -> [ProofFinding] {
    tallies.sorted { $0.key < $1.key }.compactMap { cell, tally in
      guard !cells.contains(cell), tally.cases < plan.threshold else { return nil }
      let isUncertain =
        tally.cases + (low[cell] ?? 0) <= 0 || tally.cases + (high[cell] ?? 0) >= plan.threshold
      return isUncertain ? nil : .unlistedKnown(cell)
    }
  }

  /// How a world's counts differ from the truth.
  private func world(
    _ certificate: Certificate, _ index: Int
  ) -> (difference: [CellKey: Int], problems: [ProofFinding]) {
    var changed: [String: Record] = [:]
    for change in certificate.changes {
      guard var record = changed[change.record] ?? own[change.record] else {
        return ([:], [.foreignRecord(certificate: index, change.record)])
      }
      guard codes[change.field]?.contains(change.code) == true else {
        return ([:], [.impossibleWorld(certificate: index, change.record)])
      }
      record[change.field] = change.code
      changed[change.record] = record
    }
    var difference: [CellKey: Int] = [:]
    for (id, record) in changed {
      guard let truth = own[id],
        truth.mayBecome(record, on: days, besideStock: showStock)
      else {
        return ([:], [.impossibleWorld(certificate: index, id)])
      }
      for table in tables + unlisted {
        difference[Self.cell(of: truth, in: table, book), default: 0] -= 1
        difference[Self.cell(of: record, in: table, book), default: 0] += 1
      }
    }
    return (difference, [])
  }

  /// R3: what must be hidden whatever else is, and R6 c.
  private var primaryFindings: [ProofFinding] {
    var findings: [ProofFinding] = []
    if draft.hidden.contains(.total) { findings.append(.totalHidden) }
    for cell in draft.hidden.sorted() where !possible.contains(cell) {
      findings.append(.unknownCell(cell))
    }
    for (cell, tally) in tallies.sorted(by: { $0.key < $1.key }) {
      guard !cell.dimensions.isEmpty, cells.contains(cell), !draft.hidden.contains(cell) else {
        continue
      }
      if tally.persons < plan.threshold {
        findings.append(.smallCountShown(cell))
      } else if tally.isDominated {
        findings.append(.dominatedShown(cell))
      } else if rules < .second, disclosesRow(cell, tally) {
        findings.append(.rowDisclosed(cell))
      }
    }
    return findings
  }

  /// Whether all cases of a row lie in this cell although they could lie in others: all that the first
  /// rules asked.
  private func disclosesRow(_ cell: CellKey, _ tally: Tally) -> Bool {
    guard cell.dimensions.count == 2 else { return false }
    return (0...1).contains { column in
      let row = 1 - column
      guard Dimension.sensitiveAtFirst.contains(cell.dimensions[column]) else { return false }
      let margin = CellKey(sorted: [cell.dimensions[row]], [cell.codes[row]])
      guard tallies[margin]?.cases == tally.cases else { return false }
      return possible.contains { other in
        other != cell && other.dimensions == cell.dimensions && other.codes[row] == cell.codes[row]
      }
    }
  }

  private static func cell(
    of record: Record, in table: [Dimension], _ book: CodeBook
  ) -> CellKey {
    CellKey(sorted: table, table.map { record.code($0, in: book) })
  }

  /// The cells that some case can be in: all combinations of the fields that the table depends on.
  static func possibleCells(
    of table: [Dimension], book: CodeBook, codes: [Field: [String]]
  ) -> Set<CellKey> {
    let fields = Field.allCases.filter { field in table.contains { $0.fields.contains(field) } }
    var cases = [Record(id: "", registered: CalendarDate(day: 0), codes: [:])]
    for field in fields {
      cases = cases.flatMap { record in
        (codes[field] ?? []).map { code in
          var next = record
          next[field] = code
          return next
        }
      }
    }
    // With one of the two alone, some value of the other one fits.
    let isWholeEnding = fields.contains(.closing) && fields.contains(.outcome)
    return Set(
      cases.lazy.filter { !isWholeEnding || $0.hasPossibleEnding }.map {
        cell(of: $0, in: table, book)
      })
  }

  /// All combinations of the codes that occur in a table's possible cells.
  private static func grid(_ table: [Dimension], _ possible: Set<CellKey>) -> [CellKey] {
    table.indices.reduce([[]] as [[String]]) { rows, column in
      let codes = Set(possible.map { $0.codes[column] })
      return rows.flatMap { row in codes.map { row + [$0] } }
    }.map { CellKey(sorted: table, $0) }
  }
}
