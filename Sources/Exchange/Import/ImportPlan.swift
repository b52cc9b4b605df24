package import CaseModel
package import CaseVault
internal import CaseFormat
package import Diagnostics
package import Register
internal import Tables

/// What an import would do, found out without writing anything.
package struct ImportPlan: Sendable {
  /// A column, and how much it holds.
  package struct ColumnCount: Sendable, Hashable {
    /// The column's name.
    package var column: String
    /// How many of its cells hold something.
    package var cells: Int
  }

  /// The rows of the table that hold anything.
  package var rows: Int
  /// The codes that the map names and the register lacks.
  package var codes: CodeAdditions
  /// The cases that are new, in the order of the table.
  package var cases: [ImportedCase] = []
  /// Rows that an earlier import brought in, and that say the same.
  package var present = 0
  /// What rows of an earlier import say otherwise now.
  package var known = KnownRows()
  /// Rows that repeat an earlier row of the table letter for letter.
  package var repeats = 0
  /// What is wrong with the other rows; one row may have several faults.
  package var refused: [RefusedRow] = []
  /// Columns about persons that are kept, sealed as contact data.
  package var sealedColumns: [ColumnCount] = []
  /// Columns about persons that are left out: nobody has a key, or no line of the map names them.
  package var privateColumns: [ColumnCount] = []
  /// Columns that the map drops.
  package var droppedColumns: [String] = []
  /// What a person should know although nothing is wrong.
  package var notes: [Diagnostic] = []
  /// The SHA-256 of the table's file.
  package var source: String
  let basis: ImportBasis
  /// The table; when the plan is made, only its refused rows.
  var table: Table

  /// The numbers of the refused rows, each once, in order.
  package var refusedRows: [Int] { Set(refused.map(\.row)).sorted() }

  /// Records the new cases, what was left out before, and with `updating` what rows of an earlier
  /// import say otherwise now; all in one commit, behind that of new codes.
  ///
  /// With refused rows nothing is recorded, unless they are to be skipped. `told` is called with how
  /// many new cases are done, of how many. Throws `Diagnostic` or `GitError` when the register cannot
  /// be written.
  package func commit(
    in register: Register, as member: Team.Member, skippingBad: Bool, updating: Bool = false,
    told: (Int, Int) -> Void = { _, _ in }
  ) throws -> ImportReport {
    guard refused.isEmpty || skippingBad else {
      return ImportReport(self, record: ImportRecord(), isStopped: true, isUpdate: updating)
    }
    let plan = withNeededCodes(updating: updating)
    try plan.codes.record(in: register, as: member)
    let record = try register.importCases(
      cases, known.updates(all: updating), source: source, on: basis, as: member, told: told)
    return ImportReport(plan, record: record, isStopped: false, isUpdate: updating)
  }

  /// The plan with no other codes to add than what is recorded has.
  private func withNeededCodes(updating: Bool) -> ImportPlan {
    var plan = self
    if codes.isWanted { plan.codes = codes.needed(by: cases + known.updated(all: updating)) }
    return plan
  }

  /// What an import would report, for a trial run.
  package func trial(updating: Bool = false) -> ImportReport {
    ImportReport(
      withNeededCodes(updating: updating), record: ImportRecord(), isStopped: !refused.isEmpty,
      isUpdate: updating)
  }
}
