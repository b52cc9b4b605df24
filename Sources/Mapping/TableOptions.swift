package import Exchange
package import Tables

/// What a person says about the form of a table, before anything is proposed or instead of what a
/// map says.
package struct TableOptions: Sendable, Hashable {
  /// A word that names no encoding, no separator or no row, and what to give instead.
  package struct Unknown: Error, Sendable, Hashable {
    package let message: String
    package let hint: String
  }

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

  /// Reads what was typed for each; throws for the first word that says nothing.
  package init(
    encoding: String?, separator: String?, headerRow: String?
  ) throws(Unknown) {
    if let encoding {
      self.encoding = TextEncoding(named: encoding)
      guard self.encoding != nil else {
        throw Unknown(
          message: "the encoding “\(encoding)” is not known",
          hint: "give utf-8, utf-16, windows-1252, windows-1256, windows-1251, koi8-r, or another "
            + "name that iconv knows")
      }
    }
    if let separator {
      self.separator = CellSeparator(named: separator)
      guard self.separator != nil else {
        throw Unknown(
          message: "“\(separator)” parts no cells", hint: "give comma, semicolon, tab or bar")
      }
    }
    if let headerRow {
      self.headerRow = LocalisedNumber.integer(headerRow).flatMap {
        (1...10_000).contains($0) ? $0 : nil
      }
      guard self.headerRow != nil else {
        throw Unknown(
          message: "“\(headerRow)” is no row",
          hint: "give its number as the spreadsheet shows it, from 1")
      }
    }
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
