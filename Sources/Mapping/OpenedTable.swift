internal import Diagnostics
package import Tables

/// A text table of which nobody has said yet how to read it: encoding, separator and header are
/// found, or asked for.
package struct OpenedTable: Sendable {
  package let table: Table
  package let path: String
  /// The encoding when it was guessed or named, so that the map must say it.
  package let encoding: TextEncoding?
  /// Up to three lines as they were read, when the encoding was guessed.
  package let sample: [String]
  /// The separator when it was named.
  package let separator: CellSeparator?

  /// Opens a table.
  ///
  /// Throws `Diagnostic` when it cannot be read, and a ``TableDoubt`` that an option ends. The
  /// languages are those of the register.
  package init(
    _ bytes: [UInt8], path: String, options: TableOptions = TableOptions(), languages: [String]
  ) throws {
    if options.encoding == nil {
      let readings = TableDecoder.doubtfulReadings(bytes.span, languages: languages)
      guard readings.isEmpty else { throw TableDoubt.encoding(readings) }
    }
    let decoded = try TableDecoder.decode(
      bytes.span, path: path, as: options.encoding, languages: languages)
    let text = try DelimitedText(
      decoded.text, path: path, separator: options.separator, headerRow: options.headerRow)
    let place = HeaderSearch(text.rows)
    guard let headerRow = options.headerRow ?? place.headerRow else {
      throw TableDoubt.header(Array(text.rows.prefix(8)))
    }
    table = try Table(
      text.rows, headerRow: headerRow, firstRow: place.firstRow(below: headerRow),
      separator: text.separator, path: path)
    self.path = path
    let isNamed = options.encoding != nil && decoded.encoding == options.encoding
    encoding = decoded.isGuess || isNamed ? decoded.encoding : nil
    sample = decoded.isGuess ? LetterSample.lines(in: decoded.text) : []
    separator = options.separator
  }

  /// Takes a table that came from another source than text.
  package init(_ table: Table, path: String) {
    self.table = table
    self.path = path
    encoding = nil
    sample = []
    separator = nil
  }
}
