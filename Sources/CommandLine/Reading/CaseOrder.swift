internal import CaseModel
internal import Text
internal import Views

/// In which order cases are listed: by a field, then by id.
struct CaseOrder {
  private let field: String
  private let isDescending: Bool

  init(_ text: String) throws {
    isDescending = text.hasPrefix("-")
    field = isDescending ? String(text.dropFirst()) : text
    let known = CaseTable.columns + ["title"]
    guard known.contains(field) else {
      throw UsageError(
        message: "there is no field “\(field)” to sort by",
        hint: nearest(to: field, among: known).map { "did you mean “\($0)”?" }
          ?? "fields: " + known.joined(separator: ", "))
    }
  }

  func precedes(_ left: CaseStanding, _ right: CaseStanding) -> Bool {
    let (one, other) = (key(left), key(right))
    if one != other { return isDescending ? one > other : one < other }
    return left.id < right.id
  }

  private func key(_ row: CaseStanding) -> String {
    switch row {
    case .ordinary(let theCase): key(theCase)
    case .stub(let stub): key(stub)
    }
  }

  private func key(_ stub: Stub) -> String {
    switch field {
    case "received": stub.received.description
    case "due": stub.due?.description ?? "9999"
    case "case": stub.id.description
    default: ""
    }
  }

  private func key(_ theCase: Case) -> String {
    switch field {
    case "received": return theCase.received.description
    case "due": return theCase.due?.description ?? "9999"
    case "case": return theCase.id.description
    case "title": return theCase.title
    case "priority":
      return String(Priority.allCases.firstIndex(of: theCase.priority) ?? 0)
    case "state":
      return String(CaseState.allCases.firstIndex(of: theCase.state) ?? 0)
    default:
      return CaseTable.cells(theCase).first { $0.0 == field }?.1 ?? ""
    }
  }
}
