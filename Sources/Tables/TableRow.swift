/// One row of a table as it stands in its source.
package struct TableRow: Sendable, Hashable {
  /// The row's number as a spreadsheet shows it, from 1: empty lines count, a `sep=` line does not.
  package let number: Int
  /// The line of the file where the row begins, from 1: line breaks inside quotes count here.
  ///
  /// In a source without lines, the row's number.
  package let line: Int
  package let cells: [String]

  package init(number: Int, line: Int? = nil, cells: [String]) {
    self.number = number
    self.line = line ?? number
    self.cells = cells
  }

  /// The text in a column; empty where the row is too short.
  package subscript(_ column: Int) -> String {
    cells.indices.contains(column) ? cells[column] : ""
  }

  /// Whether it holds tags of the Humanitarian Exchange Language, such as `#date+received`, and no
  /// other words.
  package var isOfTags: Bool {
    let filled = cells.map { trimmed($0) }.filter { !$0.isEmpty }
    return !filled.isEmpty
      && filled.allSatisfy {
        $0.wholeMatch(of: /#[A-Za-z][A-Za-z0-9_]*( *\+ *[A-Za-z0-9_]+)*/) != nil
      }
  }
}
