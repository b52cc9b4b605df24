package import Disclosure

/// The one writer of `counts.csv`.
///
/// The digest of a closed block is that of these bytes: whoever closes a block and whoever builds the
/// site must write them alike, for ever.
package enum CountsCSV {
  /// The file of a block's rows: `period,table,<dimensions…>,value,flag`, sorted, with line feeds.
  package static func bytes(_ rows: [CountRow]) -> [UInt8] {
    let dimensions = CountRow.dimensions(of: rows)
    return CSVText.bytes(
      [CountRow.header(dimensions)] + rows.sorted().map { $0.fields(dimensions) })
  }
}
