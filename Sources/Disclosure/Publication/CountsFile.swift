/// `counts.csv`: the published cells of one block, one line each.
package enum CountsFile {
  /// The name of the file, in the register and on the site.
  package static let name = "counts.csv"

  /// Writes rows, sorted: `period,table,<dimensions…>,value,flag`.
  package static func bytes(
    _ rows: [CountRow], as spelling: CountSpelling = .newest
  ) throws(ArchiveProblem) -> [UInt8] {
    let dimensions = CountRow.dimensions(of: rows)
    var table = ArchiveTable(CountRow.header(dimensions))
    for row in rows.sorted() { table.append(row.fields(dimensions, as: spelling)) }
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
      guard let cell = CellKey(codes.map(\.0), codes.map { CountSpelling.code($0.1) }),
        cell.table == fields[1],
        let value = value(fields[fields.count - 2], flag: fields[fields.count - 1])
      else { throw ArchiveProblem(name, line: index + 2, "it is no cell of the table it names") }
      rows.append(CountRow(period: fields[0], cell: cell, value: value))
    }
    return rows
  }

  /// The spelling in which rows were frozen; where both are the same it is the newest.
  static func spelling(_ rows: [CountRow], of bytes: [UInt8]) throws(ArchiveProblem)
    -> CountSpelling
  {
    try self.bytes(rows, as: .newest) == bytes ? .newest : .first
  }

  private static func value(_ text: String, flag: String) -> PublishedValue? {
    switch (text.isEmpty, flag) {
    case (false, ""): Int(text).flatMap { $0 >= 0 && String($0) == text ? .published($0) : nil }
    case (true, "c"): .hidden
    case (true, "z"): .notApplicable
    case (false, "z"): text == "0" ? .notApplicable : nil
    case (true, "m"): .missing
    default: nil
    }
  }
}
