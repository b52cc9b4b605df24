internal import CaseVault
package import CaseModel
internal import CaseFormat
internal import Diagnostics
package import Register
package import Tables

/// The import of complaints from a table that another program wrote.
package enum CSVImport {
  /// Reads a table as a map says and compares it with the register; writes nothing.
  ///
  /// Throws `Diagnostic` when the table cannot be read, `DiagnosticList` when the map does not fit
  /// table and register, or when a coded column holds personal data: then nothing of the table is
  /// imported, also not the other rows.
  /// `addingCodes`: the rows are read as if the register had the codes that the map names and it
  /// lacks; throws what stands against adding them. `told` is called with how many rows are read, of
  /// how many.
  package static func plan(
    _ bytes: [UInt8], path: String, map: ImportMap, mapPath: String, register: Register,
    member: Team.Member, addingCodes: Bool = false, told: (Int, Int) -> Void = { _, _ in }
  ) throws -> ImportPlan {
    let decoded = try TableDecoder.decode(
      bytes.span, path: path, as: map.encoding,
      languages: register.configuration.settings.languages)
    let table = try DelimitedText.parse(
      decoded.text, path: path, separator: map.separator, headerRow: map.headerRow,
      firstRow: map.firstRow)
    var plan = try plan(
      table, source: Digest.hex(bytes), path: path, map: map, mapPath: mapPath, register: register,
      member: member, addingCodes: addingCodes, told: told)
    plan.notes += notes(decoded, map, path: path)
    return plan
  }

  /// Compares the rows of any source with the register as a map says; writes nothing.
  ///
  /// `source` is the SHA-256 of the whole source. Throws as
  /// ``plan(_:path:map:mapPath:register:member:addingCodes:told:)``.
  package static func plan(
    _ table: Table, source: String, path: String, map: ImportMap, mapPath: String,
    register: Register, member: Team.Member, addingCodes: Bool = false,
    told: (Int, Int) -> Void = { _, _ in }
  ) throws -> ImportPlan {
    let codes = CodeAdditions(
      MissingCode.all(of: map, in: table, register.configuration), isWanted: addingCodes,
      register.configuration)
    let configuration = try codes.configuration(of: register, by: member)
    let columns = try MapCheck(
      map: map, mapPath: mapPath, table: table, configuration: configuration
    ).columns()
    let reader = RowReader(
      map: map, mapPath: mapPath, table: table, register: register, configuration: configuration,
      receivedBy: map.receivedBy?.code ?? member.id,
      tableZone: try map.zone.map { try TimeZoneCatalogue.rules($0.code) } ?? register.zone,
      columns: columns)
    if map.external.column == nil, register.configuration.settings.seal == .everything {
      throw Diagnostic(
        rule: "import.no-id", at: SourceLocation(path: mapPath),
        message: "rows without an id are known by a digest of their words, which would stand in "
          + "clear where every text is sealed",
        hint: "add a column with numbers to the table, and name it under “external” in the map")
    }
    let basis = try register.importBasis()
    var planner = Planner(
      reader: reader, basis: basis, register: register, member: member,
      plan: ImportPlan(
        rows: table.rows.count, codes: codes, source: source, basis: basis, table: table))
    try planner.refusePersonalData(path: path)
    for index in table.rows.indices {
      try planner.take(rowAt: index)
      told(index + 1, table.rows.count)
    }
    try planner.finish()
    planner.plan.notes += table.findings
    if basis.unopened > basis.sealed.count {
      planner.plan.notes.append(Self.unopened(basis.unopened, path: path))
    }
    return planner.plan
  }

  private static func unopened(_ count: Int, path: String) -> Diagnostic {
    Diagnostic(
      .warning, rule: "import.unopened", at: SourceLocation(path: path),
      message: "\(count) sensitive cases cannot be opened here, so rows that another computer "
        + "imported as such would be registered again",
      hint: "import a table always on the same computer, or by somebody who reads those cases")
  }

  private static func notes(
    _ decoded: DecodedText, _ map: ImportMap, path: String
  ) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    if decoded.isGuess {
      notes.append(
        Diagnostic(
          .warning, rule: "import.encoding", at: SourceLocation(path: path),
          message: "the encoding was guessed from the letters: \(decoded.encoding.name)",
          hint: "look at one case; write “encoding: \(decoded.encoding.name)” if it is right"))
    }
    if map.external.column == nil {
      notes.append(
        Diagnostic(
          .warning, rule: "import.derived-id", at: map.external.location,
          message: "no column holds a stable id, so each row is known by what is stored of it",
          hint: "a row that is changed later comes in again as a new case"))
    }
    return notes
  }
}
