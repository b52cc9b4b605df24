internal import Text
internal import CaseFormat
package import CaseModel
internal import Tables

/// Cases as a table for spreadsheets: one column for each field of the front matter.
package enum CaseTable {
  /// The columns, in the order of the front matter; the complainant's facts each have their own.
  package static let columns = CaseColumn.inFrontMatter.map(\.name)

  /// The table with a header row and the title last; text that a spreadsheet would run is disarmed.
  package static func csv(_ rows: [CaseStanding], _ counted: CountedCategories) -> String {
    var writer = DelimitedWriter(for: .spreadsheet)
    writer.append(columns + [CountedCategories.column, "title"])
    for row in rows {
      let cells = Dictionary(cells(row)) { first, _ in first }
      let title = row.ordinary?.title ?? "handled by others"
      writer.append(columns.map { cells[$0] ?? "" } + [counted[row] ?? "", title])
    }
    return writer.text
  }

  private static func cells(_ row: CaseStanding) -> [(String, String)] {
    switch row {
    case .ordinary(let theCase): cells(theCase)
    case .stub(let stub): cells(FrontMatterWriter.pairs(stub))
    }
  }

  /// The fields of a case as text.
  package static func cells(_ theCase: Case) -> [(String, String)] {
    cells(FrontMatterWriter.pairs(theCase))
  }

  private static func cells(
    _ pairs: [(key: String, value: FieldValue)]
  ) -> [(String, String)] {
    pairs.flatMap { key, value -> [(String, String)] in
      switch value {
      case .text(let text): [(key, text)]
      case .list(let items): [(key, items.joined(separator: " "))]
      case .map(let pairs):
        key == "complainant"
          ? pairs.map { ($0.key, SpreadsheetCell.ofCode($0.value)) }
          : [(key, pairs.map { "\($0.key) \($0.value)" }.joined(separator: ", "))]
      }
    }
  }
}
