internal import CaseModel
package import Figures

extension Draft {
  /// Makes a draft release of a register's figures.
  ///
  /// - Parameters:
  ///   - register: The register's figures on the day of the release.
  ///   - name: The name of the register, by language tag.
  ///   - languages: Language tags, the default one first.
  ///   - targets: Targets in per cent, by figure id.
  ///   - labels: Names of codes: dimension, then code, then language tag.
  /// - Returns: The release, marked as a draft.
  /// - Throws: The first thing that is wrong with the values.
  package static func release(
    of register: RegisterFigures, name: [String: String], languages: [String],
    targets: [String: Int], labels: [String: [String: [String: String]]]
  ) throws(ReleaseProblem) -> Release {
    let day = register.asOf.description
    return try release(
      name: name, languages: languages, asOf: day, generatedOn: day,
      figures: figures(register, targets), tables: tables(register), labels: labels)
  }

  private static func figures(
    _ register: RegisterFigures, _ targets: [String: Int]
  ) -> [DraftFigure] {
    let balance = register.closingBalance
    let closed = if case .share(let part, _) = balance.value { part } else { 0 }
    return [
      figure(register.closedInTime, targets),
      figure(register.received, targets),
      .count("closed", closed, from: balance.from?.description, to: balance.to.description),
      .count("open", register.open.cases, from: nil, to: register.asOf.description),
      figure(register.medianDays, targets),
    ]
  }

  private static func figure(_ figure: Figure, _ targets: [String: Int]) -> DraftFigure {
    let id = figure.id.rawValue
    let (from, to) = (figure.from?.description, figure.to.description)
    return switch figure.value {
    case .count(let count): .count(id, count, from: from, to: to)
    case .share(let part, let whole):
      .share(id, numerator: part, denominator: whole, from: from, to: to, target: targets[id])
    case .days(let days): .days(id, String(days), cases: figure.cases, from: from, to: to)
    case .moreThan(let days):
      .daysMoreThan(id, days, cases: figure.cases, from: from, to: to)
    case .none: .none(id, unit: .days, from: from, to: to)
    }
  }

  private static func tables(_ register: RegisterFigures) -> [DraftTable] {
    let (from, to) = (register.tableStart.description, register.asOf.description)
    func table(
      _ id: String, _ property: (Case) -> String?
    ) -> DraftTable {
      let rows = register.breakdown(by: property).map { row in
        (row.code.isEmpty ? "unknown" : row.code, [row.received, row.open, row.closed] as [Int?])
      }
      return DraftTable(
        id: id, rowDimension: id, columns: ["received", "open", "closed"], rows: rows,
        order: .bySize, isPartition: true, from: from, to: to)
    }
    return [
      DraftTable(
        id: "trend", rowDimension: "month", columns: ["received", "closed"],
        rows: register.months.map { ($0.code, [$0.received, $0.closed]) }, order: .given,
        isPartition: true, from: from, to: to),
      table("category") { $0.category }, table("channel") { $0.channel },
      table("area") { $0.area },
      DraftTable(
        id: "ageing", rowDimension: "days-open", columns: ["open"],
        rows: register.ages.map { ($0.code == "over-90" ? "90+" : $0.code, [$0.open]) },
        order: .given, isPartition: true, from: nil, to: to),
    ]
  }
}
