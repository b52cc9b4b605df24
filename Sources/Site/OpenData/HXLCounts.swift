import Disclosure

/// `counts.hxl.csv`: the rows of `counts.csv` with a row of hashtags (HXL standard 1.1).
///
/// HXL takes dates and numbers at their word: a period becomes two dates, a withheld number an empty
/// cell.
enum HXLCounts {
  static func bytes(_ block: BlockNumbers) -> [UInt8] {
    let rows = block.rows
    let dimensions = CountRow.dimensions(of: rows)
    let columns = DataColumn.hxl(dimensions)
    let lines = rows.map { row in
      let fields = row.fields(dimensions, as: block.spelling)
      let span = row.period == block.stock?.block.period ? block.stock?.block : block.block
      let days = span.map { ["\($0.start)", "\($0.end)"] } ?? ["", ""]
      // Whoever opens it has a spreadsheet, also of blocks that keep an older spelling.
      return Array(fields.prefix(1)) + days
        + fields.dropFirst().map(CountSpelling.forSpreadsheets.text)
    }
    return OpenTable.bytes([columns.map(\.name), columns.map(\.tag)] + lines)
  }
}
