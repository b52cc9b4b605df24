package import CaseVault
internal import CaseFormat
internal import CaseModel
internal import Diagnostics
internal import Register
package import Text

/// What an import did, in numbers and in words; it holds no private value.
package struct ImportReport: Sendable {
  /// The plan that was carried out.
  package let plan: ImportPlan
  /// What was recorded.
  package let record: ImportRecord
  /// Whether nothing was recorded because rows were refused.
  package let isStopped: Bool

  /// Whether changed rows were to be recorded too.
  package let isUpdate: Bool

  init(_ plan: ImportPlan, record: ImportRecord, isStopped: Bool, isUpdate: Bool) {
    self.plan = plan
    self.record = record
    self.isStopped = isStopped
    self.isUpdate = isUpdate
  }

  /// The document of `import … --json`.
  package var json: JSONValue {
    var fields: [String: JSONValue] = [
      "imported": .integer(record.cases), "present": .integer(plan.present),
      "repeats": .integer(plan.repeats),
      "refused": .list(
        plan.refused.map { row in
          .object([
            "row": .integer(row.row), "column": .text(row.column), "reason": .text(row.reason),
            "remedy": .text(row.remedy),
          ])
        }),
      "sensitive": .integer(plan.cases.count { $0.registration.sensitivity.isSensitive }),
      "sealed": Self.json(plan.sealedColumns), "left-out": Self.json(plan.privateColumns),
    ]
    if !plan.codes.codes.isEmpty {
      fields[plan.codes.isWanted ? "new-codes" : "missing-codes"] = plan.codes.json
    }
    fields.merge(knownJSON) { own, _ in own }
    return .object(fields)
  }

  private static func json(_ columns: [ImportPlan.ColumnCount]) -> JSONValue {
    .list(
      columns.map { .object(["column": .text($0.column), "cells": .integer($0.cells)]) })
  }

  /// The report in lines for people, without the refused rows.
  package var lines: [String] {
    var lines = plan.codes.lines(isDone: record.commit != nil)
    lines.append("\(counted(plan.rows, "row")) in the table")
    if record.cases > 0 {
      lines.append("\(counted(record.cases, "case")) imported (\(counted(record.events, "event")))")
    } else if plan.cases.isEmpty {
      lines.append(
        record.commit == nil ? "nothing new: the register is as it was" : "no new case")
    } else {
      lines.append("\(counted(plan.cases.count, "case")) could be imported; nothing was written")
    }
    if plan.present > 0 { lines.append("\(counted(plan.present, "row")) imported before") }
    if plan.repeats > 0 {
      lines.append("\(counted(plan.repeats, "row")) repeated letter for letter, counted once")
    }
    let refused = plan.refusedRows.count
    if refused > 0 { lines.append("\(counted(refused, "row")) refused") }
    if isStopped {
      lines.append("nothing is imported until every row is right; --skip-bad imports the others")
    }
    let sensitive = plan.cases.count { $0.registration.sensitivity.isSensitive }
    if sensitive > 0 {
      lines.append(
        "\(counted(sensitive, "case")) of them \(sensitive == 1 ? "is" : "are") sensitive: sealed "
          + "for those who may read them")
    }
    return lines + knownLines + sealedLines + leftOutLines
  }

  private var sealedLines: [String] {
    let columns = plan.sealedColumns.filter { $0.cells > 0 }
    let people = plan.cases.count { $0.contact != nil }
    guard !columns.isEmpty, people > 0 else { return [] }
    return [
      "\(counted(columns.count, "private column")) sealed as contact data of "
        + counted(people, "case")
    ] + Self.lines(columns)
  }

  private static func lines(_ columns: [ImportPlan.ColumnCount]) -> [String] {
    columns.map { "  \(visible($0.column)): \(counted($0.cells, "cell"))" }
  }

  private var leftOutLines: [String] {
    let columns = plan.privateColumns.filter { $0.cells > 0 }
    guard !columns.isEmpty else { return [] }
    let head =
      "\(counted(columns.count, "private column")) left out: what names or reaches a person is "
      + "kept only where the map says so and a member has a key to seal it to"
    return [head] + Self.lines(columns)
  }
}
