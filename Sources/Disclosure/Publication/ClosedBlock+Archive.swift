internal import CaseModel

/// The names of the files of a closed block, all in one folder of the register.
enum ArchiveFile {
  static let block = "block.csv"
  static let records = "records.csv"
  static let open = "open.csv"
  static let certificates = "certificates.csv"

  static let blockHeader = ["key", "value"]
  static let recordHeader = ["case", "registered", "complainant", "partner"]
  static let certificateHeader = ["of", "world", "case", "field", "code"]
  /// The fields of cases registered in the block, and of cases open at its end.
  static let flowFields: [Field] = [
    .category, .area, .channel, .sex, .age, .closing, .outcome, .satisfied, .ageing,
  ]
  static let stockFields: [Field] = [.closing, .outcome, .ageing]
}

extension ClosedBlock {
  /// The private files of the block beside `counts.csv`, by name.
  ///
  /// What is hidden is not among them: `counts.csv` says it.
  package var archive: [String: [UInt8]] {
    get throws(ArchiveProblem) {
      var certificates = ArchiveTable(ArchiveFile.certificateHeader)
      Self.write(flows, as: "flows", into: &certificates)
      if let stock { Self.write(stock, as: "stock", into: &certificates) }
      var files = [
        ArchiveFile.block: try BlockFile.table(of: self).bytes(name: ArchiveFile.block),
        ArchiveFile.records: try Self.table(flows.records, ArchiveFile.flowFields)
          .bytes(name: ArchiveFile.records),
        ArchiveFile.certificates: try certificates.bytes(name: ArchiveFile.certificates),
      ]
      if let stock {
        files[ArchiveFile.open] = try Self.table(stock.records, ArchiveFile.stockFields)
          .bytes(name: ArchiveFile.open)
      }
      return files
    }
  }

  private static func table(_ records: [Record], _ fields: [Field]) -> ArchiveTable {
    var table = ArchiveTable(ArchiveFile.recordHeader + fields.map(\.rawValue))
    for record in records.sorted(by: { $0.id < $1.id }) {
      table.append(
        [
          record.id, record.registered.description, record.complainant ?? "",
          record.partner ?? "",
        ] + fields.map { record[$0] })
    }
    return table
  }

  private static func write(_ part: Part, as name: String, into table: inout ArchiveTable) {
    for (index, certificate) in part.draft.certificates.enumerated() {
      for change in certificate.changes {
        table.append([name, String(index + 1), change.record, change.field.rawValue, change.code])
      }
    }
  }

  /// Reads a closed block from its files.
  ///
  /// - Parameter file: Returns the content of a file of the block's folder; nil when there is none.
  /// - Throws: The first thing that is wrong.
  package init(
    reading file: (String) throws -> [UInt8]?
  ) throws {
    func content(_ name: String) throws -> [UInt8] {
      guard let bytes = try file(name) else {
        throw ArchiveProblem(name, line: nil, "the file is missing")
      }
      return bytes
    }
    let head = try BlockFile(reading: try content(ArchiveFile.block))
    let counts = try content(CountsFile.name)
    let rows = try CountsFile.rows(reading: counts)
    let certificates = try ArchiveTable(
      try content(ArchiveFile.certificates), name: ArchiveFile.certificates,
      header: ArchiveFile.certificateHeader)
    func part(_ name: String, _ block: Block, _ choices: [TableChoice], _ records: [Record]) throws
      -> Part
    {
      let hidden = rows.filter { $0.period == block.period && $0.value == .hidden }.map(\.cell)
      return Part(
        draft: ProtectedDraft(
          block: block, choices: choices, hidden: Set(hidden),
          certificates: try Self.certificates(of: name, in: certificates)),
        records: records)
    }
    let records = try Self.records(
      try content(ArchiveFile.records), ArchiveFile.records, ArchiveFile.flowFields)
    var stock: Part?
    if let open = try file(ArchiveFile.open) {
      stock = try part(
        "stock", Block(stockOf: head.block), head.stockChoices,
        try Self.records(open, ArchiveFile.open, ArchiveFile.stockFields))
    }
    self.init(
      flows: try part("flows", head.block, head.choices, records), stock: stock, plan: head.plan,
      rules: head.rules, book: head.book, closedOn: head.closedOn, seed: head.seed,
      sensitiveYears: head.sensitiveYears)
    spelling = try CountsFile.spelling(rows, of: counts)
  }

  private static func records(
    _ bytes: [UInt8], _ name: String, _ fields: [Field]
  ) throws(ArchiveProblem) -> [Record] {
    let table = try ArchiveTable(
      bytes, name: name, header: ArchiveFile.recordHeader + fields.map(\.rawValue))
    var records: [Record] = []
    for (index, row) in table.rows.enumerated() {
      guard let registered = CalendarDate(row[1]) else {
        throw ArchiveProblem(name, line: index + 2, "“\(row[1])” is no date")
      }
      records.append(
        Record(
          id: row[0], registered: registered, complainant: row[2].isEmpty ? nil : row[2],
          partner: row[3].isEmpty ? nil : row[3],
          codes: Dictionary(uniqueKeysWithValues: zip(fields, row.dropFirst(4)))))
    }
    return records
  }

  private static func certificates(
    of name: String, in table: ArchiveTable
  ) throws(ArchiveProblem) -> [Certificate] {
    var worlds: [Int: [Certificate.Change]] = [:]
    for (index, row) in table.rows.enumerated() where row[0] == name {
      guard let world = Int(row[1]), let field = Field(rawValue: row[3]) else {
        throw ArchiveProblem(ArchiveFile.certificates, line: index + 2, "it is no certificate")
      }
      worlds[world, default: []].append(
        Certificate.Change(record: row[2], field: field, code: row[4]))
    }
    return worlds.sorted { $0.key < $1.key }.map { Certificate(changes: $0.value) }
  }
}
