/// Makes releases that show every count as it is: drafts for the team, not safe to publish.
package enum Draft {
  /// Makes a draft release.
  ///
  /// Numbers pass unchanged, and the release says that it is a draft; pages made from it carry
  /// that warning.
  ///
  /// - Parameters:
  ///   - name: The name of the register, by language tag.
  ///   - languages: Language tags such as `ar`, `ru`, `en`; the default one first.
  ///   - asOf: The day the numbers describe, `YYYY-MM-DD`.
  ///   - generatedOn: A label for when the release was made, usually a date; may be empty.
  ///   - figures: The headline numbers, in the order of the page.
  ///   - tables: The tables, in the order of the page.
  ///   - labels: Names of codes: dimension, then code, then language tag.
  /// - Returns: The release, marked as a draft.
  /// - Throws: The first thing that is wrong with the values.
  package static func release(
    name: [String: String], languages: [String], asOf: String, generatedOn: String,
    figures: [DraftFigure], tables: [DraftTable],
    labels: [String: [String: [String: String]]]
  ) throws(ReleaseProblem) -> Release {
    guard !languages.isEmpty else { throw .noLanguage }
    try checkDistinct(languages)
    for language in languages { try checkCode(language) }
    try checkDistinct(figures.map(\.id))
    try checkDistinct(tables.map(\.id))
    try checkDate(asOf)
    var publishedFigures: [PublishedFigure] = []
    for figure in figures { publishedFigures.append(try published(figure)) }
    var publishedTables: [PublishedTable] = []
    for table in tables { publishedTables.append(try published(table)) }
    return Release(
      name: name, languages: languages, asOf: asOf, generatedOn: generatedOn, isDraft: true,
      figures: publishedFigures, tables: publishedTables, labels: labels)
  }

  private static func published(_ figure: DraftFigure) throws(ReleaseProblem) -> PublishedFigure {
    try checkPeriod(from: figure.from, to: figure.to)
    try checkCode(figure.id)
    if let cases = figure.cases, cases < 0 { throw .negative(figure.id) }
    var numerator: PublishedValue?
    let value: PublishedFigure.Value
    switch figure.value {
    case .none:
      value = .whole(.missing)
    case .count(let count):
      guard count >= 0 else { throw .negative(figure.id) }
      value = .whole(.published(count))
    case .share(let part, let whole):
      guard part >= 0, whole >= 0 else { throw .negative(figure.id) }
      guard part <= whole else { throw .shareAboveOne(figure.id) }
      numerator = .published(part)
      value = .whole(wholePercent(part, of: whole))
    case .days(let text):
      guard isDecimal(text) else { throw .notANumber(text) }
      value = .decimal(text)
    case .daysMoreThan(let days):
      guard days >= 0 else { throw .negative(figure.id) }
      value = .moreThan(days)
    }
    return PublishedFigure(
      id: figure.id, value: value, unit: figure.unit, numerator: numerator,
      denominator: figure.cases.map { .published($0) }, from: figure.from, to: figure.to,
      target: figure.target)
  }

  private static func published(_ table: DraftTable) throws(ReleaseProblem) -> PublishedTable {
    try checkPeriod(from: table.from, to: table.to)
    for code in [table.id, table.rowDimension] + table.columns { try checkCode(code) }
    try checkDistinct(table.columns)
    try checkDistinct(table.rows.map(\.code))
    if table.rowDimension == "month" { try checkMonths(table.rows.map(\.code)) }
    var rows: [PublishedTable.Row] = []
    for row in table.rows {
      guard row.counts.count == table.columns.count else {
        throw .rowWidth(table: table.id, code: row.code)
      }
      guard row.counts.allSatisfy({ ($0 ?? 0) >= 0 }) else {
        throw .negative("\(table.id), \(row.code)")
      }
      let values = row.counts.map { $0.map { PublishedValue.published($0) } ?? .missing }
      rows.append(PublishedTable.Row(code: row.code, values: values))
    }
    return PublishedTable(
      id: table.id, titleKey: "table-\(table.id)", rowDimension: table.rowDimension,
      columns: table.columns, rows: rows, order: table.order, isPartition: table.isPartition,
      from: table.from, to: table.to)
  }
}
