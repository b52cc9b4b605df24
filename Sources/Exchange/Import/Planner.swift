internal import PersonalData
internal import Text
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Register
internal import Tables

/// The planner that decides for every row whether it is new, repeated, present or refused.
struct Planner {
  private var reader: RowReader
  private let basis: ImportBasis
  private let idColumn: Int?
  /// The rows that were seen, by their external id, or by the digest that stands for one.
  private var seen: [String: [Int]] = [:]
  var plan: ImportPlan

  init(reader: RowReader, basis: ImportBasis, plan: ImportPlan) {
    self.reader = reader
    self.basis = basis
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
  mutating func take(rowAt index: Int) {
    let row = plan.table.rows[index]
    if let idColumn {
      guard let external = externalID(row, idColumn) else { return }
      if let earlier = seen[external]?.first {
        takeRepeat(row, of: plan.table.rows[earlier], external)
      } else {
        seen[external] = [index]
        var facts = reader.facts(row)
        add(&facts, external)
      }
    } else {
      takeDerived(row, index)
    }
  }

  /// A row without an id is known by a digest of what is stored; rows that differ only in what is
  /// not stored are told apart by counting, so that no digest of a private value is ever kept.
  private mutating func takeDerived(_ row: TableRow, _ index: Int) {
    var facts = reader.facts(row)
    let digest = String(reader.digest(of: facts).prefix(16))
    let earlier = seen[digest] ?? []
    if earlier.contains(where: { plan.table.rows[$0].cells == row.cells }) {
      plan.repeats += 1
      return
    }
    seen[digest] = earlier + [index]
    let count = earlier.isEmpty ? "" : "-\(earlier.count + 1)"
    add(&facts, reader.map.external.prefix + "row-" + digest + count)
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

  /// Compares a row with what an earlier import brought in; only a new one becomes a case.
  private mutating func add(_ facts: inout RowReader.Facts, _ external: String) {
    let new = reader.importedCase(&facts, external: external)
    guard let new else {
      plan.refused += facts.problems
      return
    }
    let sealed = basis.sealed.row(external, digest: new.registration.importDigest)
    guard let old = sealed ?? basis.rows[external] else {
      plan.cases.append(new)
      return
    }
    if old.digest == new.registration.importDigest {
      plan.present += 1
    } else if old.digest == nil {
      refuseID(
        facts.row, "the case \(old.caseID), entered by hand, has this id",
        "remove the row, or give it another id")
    } else {
      refuseID(
        facts.row, "the row was imported as \(old.caseID) and says something else now",
        "record what changed in that case, and remove the row")
    }
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
  mutating func noteColumns() {
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
