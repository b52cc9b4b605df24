internal import CaseVault
internal import Register
internal import CaseModel
internal import Diagnostics
internal import Text

/// What the report says of rows that an earlier import brought in.
extension ImportReport {
  /// Whether rows say something else now that `--update` would record, and nobody asked for it.
  package var waitsForUpdate: Bool { !isUpdate && !plan.known.takeable.isEmpty }

  var knownLines: [String] {
    let known = plan.known
    var lines: [String] = []
    if !known.added.isEmpty {
      lines.append(
        "contact data that was left out before \(isDone ? "came" : "would come") in for "
          + counted(known.added.count, "case"))
    }
    lines += changeLines
    if known.unopened > 0 {
      lines.append(
        "\(counted(known.unopened, "row")) changed of cases that you cannot open, and not compared: "
          + "somebody who reads them imports the table with --update")
    }
    if known.uncomparedContacts > 0 {
      lines.append(
        "contact data of \(counted(known.uncomparedContacts, "row")) not compared: it is sealed for "
          + "others")
    }
    if !known.enteredByHand.isEmpty {
      lines.append(
        "\(counted(known.enteredByHand.count, "row")) with the id of a case entered by hand, which "
          + "stays as it is: "
          + Self.some(known.enteredByHand.map(\.caseID.description)))
    }
    if !known.vanished.isEmpty {
      lines.append(
        "\(counted(known.vanished.count, "row")) of earlier imports not in the table any more; nothing "
          + "is deleted: " + Self.some(known.vanished.map(\.external)))
    }
    if !record.overtaken.isEmpty {
      lines.append(
        "\(counted(record.overtaken.count, "case")) changed by somebody meanwhile, and left: run the "
          + "import again")
    }
    return lines
  }

  private var changeLines: [String] {
    let known = plan.known
    guard known.changedRows > 0 else { return [] }
    let (takeable, left) = (known.takeable, known.left)
    var lines: [String] = []
    if !takeable.isEmpty {
      let rows = counted(Set(takeable.map(\.row)).count, "row")
      let head =
        isUpdate
        ? "\(rows) updated" + (isDone ? "" : " if this were no trial")
        : "\(rows) changed since, listed and not taken: --update records them"
      lines += [head + ":"] + ChangeLines.lines(of: takeable)
    }
    if !left.isEmpty {
      lines += ["left as the register has it, with --update too:"] + ChangeLines.lines(of: left)
    }
    return lines
  }

  /// Whether something was written.
  private var isDone: Bool { record.commit != nil }

  private static func some(_ names: [String]) -> String {
    let shown = names.prefix(5).map(visible).joined(separator: ", ")
    return shown + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }

  var knownJSON: [String: JSONValue] {
    let known = plan.known
    return [
      "updated": .integer(record.updated),
      "changes": .list(known.changes.map(json)),
      "contacts-not-compared": .integer(known.uncomparedContacts),
      "not-opened": .integer(known.unopened),
      "by-hand": .list(
        known.enteredByHand.map {
          .object(["row": .integer($0.row), "case": .text($0.caseID.description)])
        }),
      "vanished": .list(
        known.vanished.map {
          .object(["external": .text($0.external), "case": .text($0.caseID.description)])
        }),
    ]
  }

  private func json(_ change: RowChange) -> JSONValue {
    var fields: [String: JSONValue] = [
      "row": .integer(change.row), "case": .text(change.caseID.description),
      "column": .text(change.column),
    ]
    fields["old"] = change.old.map(JSONValue.text)
    fields["new"] = change.new.map(JSONValue.text)
    fields["words"] = change.words.map(JSONValue.text)
    switch change.fate {
    case .added: fields["fate"] = .text("added")
    case .taken: fields["fate"] = .text(isUpdate ? "taken" : "waits")
    case .left(let reason):
      fields["fate"] = .text("left")
      fields["reason"] = .text(reason)
    }
    return .object(fields)
  }
}
