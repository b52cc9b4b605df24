internal import CaseModel

/// `ledger.csv`: the closed blocks as everybody may know them; it names no case.
package enum LedgerFile {
  /// The columns.
  package static let header = ["block", "from", "to", "closed_on", "levels", "tables", "sha256"]

  /// Writes one line for each block, oldest first.
  ///
  /// `levels` says at which level each planned table is shown, `planned:shown`; `tables` what the
  /// block shows. Dimensions of a table are joined with hyphens, tables with spaces.
  package static func bytes(_ blocks: [BlockNumbers]) -> [UInt8] {
    let lines = blocks.map { numbers in
      let levels = numbers.choices.map { choice in
        CellKey.tableName(choice.planned.sorted()) + ":" + CellKey.tableName(choice.level.sorted())
      }
      let tables = numbers.flows.tables + (numbers.stock?.tables ?? [])
      return [
        numbers.period, numbers.block.start.description, numbers.block.end.description,
        numbers.closedOn.description, levels.joined(separator: " "),
        Set(tables.map(CellKey.tableName)).sorted().joined(separator: " "), numbers.digest,
      ]
    }
    return OpenTable.bytes([header] + lines)
  }
}
