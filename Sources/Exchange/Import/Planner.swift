internal import PersonalData
internal import Text
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import CaseVault
internal import Register
internal import Tables

/// The planner that decides for every row whether it is new, repeated, present or refused.
struct Planner {
  private var reader: RowReader
  private let basis: ImportBasis
  private var comparing: KnownRowComparing
  private let idColumn: Int?
  /// The rows that were seen, by their external id, or by the digest that stands for one.
  private var seen: [String: [Int]] = [:]
  /// The external ids of the table.
  private var externals: Set<String> = []
  var plan: ImportPlan

  init(
    reader: RowReader, basis: ImportBasis, register: Register, member: Team.Member,
    plan: ImportPlan
  ) {
    self.reader = reader
    self.basis = basis
    comparing = KnownRowComparing(
      register, reader.configuration, by: member, name: reader.name)
    self.plan = plan
    idColumn = reader.map.external.column.flatMap(reader.table.column)
    self.plan.cases.reserveCapacity(plan.rows)
  }

  /// Throws when a coded column, or the one of the ids, holds personal data.
  mutating func refusePersonalData(path: String) throws(DiagnosticList) {
    var coded = PersonalDataGuard()
    var texts = PersonalDataGuard()
    let external = reader.map.external
    for row in plan.table.rows {
      for (index, column) in reader.columns {
        switch column.use {
        case .coded(let coding):
          guard !reader.isDate(row[index], coding) else { continue }
          coded.look(at: row[index], row: row.number, column: column.name)
        case .text: texts.look(at: row[index], row: row.number, column: column.name)
        case .private, .drop: continue
        }
      }
      if let idColumn, let name = external.column {
        coded.look(
          at: row[idColumn], row: row.number, column: name,
          allowing: external.isRecordNumber ? .identifier : nil)
      }
    }
    let problems = coded.problems(path: path) { column in
      column == external.column
        ? "choose another id; if these numbers name records and not people, add “record-numbers: yes”"
        : "make the column private in \(reader.mapPath); nothing was imported"
    }
    guard problems.isEmpty else { throw DiagnosticList(problems) }
    plan.notes += texts.notes(path: path)
  }

  /// Takes the row at an index of the table.
  mutating func take(rowAt index: Int) throws {
    let row = plan.table.rows[index]
    if let idColumn {
      guard let external = externalID(row, idColumn) else { return }
      if let earlier = seen[external]?.first {
        takeRepeat(row, of: plan.table.rows[earlier], external)
      } else {
        seen[external] = [index]
        var facts = reader.facts(row)
        try add(&facts, external)
      }
    } else {
      try takeDerived(row, index)
    }
  }

  /// A row without an id is known by a digest of what is stored; rows that differ only in what is
  /// not stored are told apart by counting, so that no digest of a private value is ever kept.
  private mutating func takeDerived(_ row: TableRow, _ index: Int) throws {
    var facts = reader.facts(row)
    let digest = String(reader.digest(of: facts).prefix(16))
    let earlier = seen[digest] ?? []
    if earlier.contains(where: { plan.table.rows[$0].cells == row.cells }) {
      plan.repeats += 1
      return
    }
    seen[digest] = earlier + [index]
    let count = earlier.isEmpty ? "" : "-\(earlier.count + 1)"
    try add(&facts, reader.map.external.prefix + "row-" + digest + count)
  }

  private mutating func takeRepeat(
    _ row: TableRow, of earlier: TableRow, _ external: String
  ) {
    if row.cells == earlier.cells {
      plan.repeats += 1
    } else {
      refuseID(
        row.number, "row \(earlier.number) has the same id and says something else",
        "keep one of the two rows, or correct the id")
    }
  }

  /// A row that is not known becomes a case; one that is known is compared with its case.
  private mutating func add(_ facts: inout RowReader.Facts, _ external: String) throws {
    externals.insert(external)
    let new = reader.importedCase(&facts, external: external)
    guard let new else {
      plan.refused += facts.problems
      return
    }
    let digest = new.registration.importDigest
    guard let old = basis.rows[external] ?? basis.sealed.row(external, digest: digest) else {
      plan.cases.append(new)
      return
    }
    if old.digest == nil {
      plan.known.enteredByHand.append((facts.row, old.caseID))
    } else if old.digest == digest, !old.isUpdated, new.contact == nil {
      plan.present += 1
    } else {
      let row = KnownRow(row: facts.row, new: new, texts: facts.texts, old: old)
      try comparing.add(row, to: &plan)
    }
  }

  /// Compares what is left, and says what the table does not hold.
  mutating func finish() throws {
    try comparing.compare(into: &plan)
    plan.known.vanished = basis.rows.filter { external, row in
      row.digest != nil && external.hasPrefix(reader.map.external.prefix)
        && !externals.contains(external)
    }.map { (external: $0.key, caseID: $0.value.caseID) }.sorted { $0.external < $1.external }
    noteColumns()
    plan.table = plan.table.keeping(Set(plan.refusedRows))
  }

  private mutating func externalID(_ row: TableRow, _ column: Int) -> String? {
    let id = LocalisedNumber.asciiDigits(onOneLine(row[column]))
    guard !id.isEmpty else {
      refuseID(row.number, "the id is missing", "fill it in")
      return nil
    }
    guard id.utf8.count <= 128, (try? normalisedText(id, path: "")) == id else {
      refuseID(
        row.number, "the id is too long or holds invisible characters", "correct the id")
      return nil
    }
    return reader.map.external.prefix + id
  }

  private mutating func refuseID(_ row: Int, _ reason: String, _ remedy: String) {
    plan.refused.append(
      RefusedRow(
        row: row, column: reader.map.external.column ?? "", reason: reason, remedy: remedy))
  }

  /// Counts what is sealed, and what stays out of the register: private columns while nobody has a
  /// key, and those that no line names.
  private mutating func noteColumns() {
    var personal: [Int] = []
    var dropped: [Int] = []
    var stored: [Int] = idColumn.map { [$0] } ?? []
    for (index, column) in reader.columns {
      switch column.use {
      case .drop: dropped.append(index)
      case .coded, .text: stored.append(index)
      case .private: if reader.keepsPersonalData { personal.append(index) }
      }
    }
    let table = plan.table
    for index in table.header.indices {
      guard let name = table.name(ofColumn: index), name != RefusedRowsFile.reasonColumn else {
        continue
      }
      if dropped.contains(index) {
        plan.droppedColumns.append(name)
      } else if !stored.contains(index) {
        let cells = table.rows.count { !onOneLine($0[index]).isEmpty }
        let column = ImportPlan.ColumnCount(column: name, cells: cells)
        if personal.contains(index) {
          plan.sealedColumns.append(column)
        } else {
          plan.privateColumns.append(column)
        }
      }
    }
  }
}
