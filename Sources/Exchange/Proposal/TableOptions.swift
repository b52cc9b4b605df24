package import Tables

/// What a person says about the form of a table, before anything is proposed or instead of what a
/// map says.
package struct TableOptions: Sendable, Hashable {
  package var encoding: TextEncoding?
  package var separator: CellSeparator?
  /// The row of the header, as a spreadsheet counts.
  package var headerRow: Int?

  package init(
    encoding: TextEncoding? = nil, separator: CellSeparator? = nil, headerRow: Int? = nil
  ) {
    self.encoding = encoding
    self.separator = separator
    self.headerRow = headerRow
  }
}

extension ImportMap {
  /// The map, in which what was said about the form of the table counts more than its own lines.
  package func with(_ options: TableOptions) -> ImportMap {
    var map = self
    map.encoding = options.encoding ?? encoding
    map.separator = options.separator ?? separator
    if let row = options.headerRow {
      map.headerRow = row
      if let first = firstRow, first <= row { map.firstRow = nil }
    }
    return map
  }
}
