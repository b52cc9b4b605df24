/// `counts.csv`: the published cells of one block, one line each.
package enum CountsFile {
  /// The name of the file, in the register and on the site.
  package static let name = "counts.csv"

  /// Writes rows, sorted: `period,table,<dimensions…>,value,flag`.
  package static func bytes(_ rows: [CountRow]) throws(ArchiveProblem) -> [UInt8] {
    let dimensions = CountRow.dimensions(of: rows)
    var table = ArchiveTable(CountRow.header(dimensions))
    for row in rows.sorted() { table.append(row.fields(dimensions)) }
    return try table.bytes(name: name)
  }

  /// Reads the rows of a file again.
  package static func rows(reading bytes: [UInt8]) throws(ArchiveProblem) -> [CountRow] {
    let file = try ArchiveTable(bytes, name: name) { header in
      header.count >= 4 && header.prefix(2) == ["period", "table"]
        && header.suffix(2) == ["value", "flag"]
        && header.dropFirst(2).dropLast(2).allSatisfy { Dimension(rawValue: $0) != nil }
    }
    let dimensions = file.header.dropFirst(2).dropLast(2).compactMap(Dimension.init)
    var rows: [CountRow] = []
    for (index, fields) in file.rows.enumerated() {
      let codes = zip(dimensions, fields.dropFirst(2)).filter { !$0.1.isEmpty }
      guard let cell = CellKey(codes.map(\.0), codes.map(\.1)), cell.table == fields[1],
        let value = value(fields[fields.count - 2], flag: fields[fields.count - 1])
      else { throw ArchiveProblem(name, line: index + 2, "it is no cell of the table it names") }
      rows.append(CountRow(period: fields[0], cell: cell, value: value))
    }
    return rows
  }

  private static func value(_ text: String, flag: String) -> PublishedValue? {
    switch (text.isEmpty, flag) {
    case (false, ""): Int(text).flatMap { $0 >= 0 && String($0) == text ? .published($0) : nil }
    case (true, "c"): .hidden
    case (true, "z"): .notApplicable
    case (true, "m"): .missing
    default: nil
    }
  }
}
