internal import CaseModel

/// `ledger.csv`: the closed blocks as everybody may know them; it names no case.
package enum LedgerFile {
  /// Writes one line for each block, oldest first: `block,closed-on,levels,tables,sha256`.
  ///
  /// `levels` are the planned tables at the level of the year, `tables` what the block shows in their
  /// place; dimensions of a table are joined with hyphens, tables with spaces.
  package static func bytes(_ blocks: [BlockNumbers]) -> [UInt8] {
    var text = "block,closed-on,levels,tables,sha256\n"
    for numbers in blocks {
      let levels = numbers.choices.map { CellKey.tableName($0.level) }
      let tables =
        numbers.flows.tables.map(CellKey.tableName) + (numbers.stock == nil ? [] : ["ageing"])
      let fields = [
        numbers.period, numbers.closedOn.description, levels.joined(separator: " "),
        tables.joined(separator: " "), numbers.digest,
      ]
      text += fields.joined(separator: ",") + "\n"
    }
    return Array(text.utf8)
  }
}
