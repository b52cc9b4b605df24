internal import CaseModel
internal import CaseVault
internal import Register

/// The first cases of an import, before anything is recorded.
extension ImportReport {
  /// Up to three cases in lines for people; of what would be sealed it says only that it is.
  package var preview: [String] {
    let cases = plan.cases.prefix(3)
    guard !cases.isEmpty else { return [] }
    return ["the first \(cases.count == 1 ? "case" : "cases"):"] + cases.flatMap(Self.lines)
  }

  private static func lines(_ new: ImportedCase) -> [String] {
    let registration = new.registration
    let name = registration.external ?? "a row"
    guard !registration.sensitivity.isSensitive else {
      return ["  \(name): a sensitive case, received \(registration.received), sealed"]
    }
    var facts = [
      "category \(registration.category)", "channel \(registration.channel)",
      "language \(registration.language)", "received \(registration.received)",
    ]
    for field in Concern.fields {
      if let code = registration.concern[field] { facts.append("\(field.name) \(code)") }
    }
    for fact in Complainant.Fact.allCases {
      if let code = registration.complainant[fact] { facts.append("\(fact.rawValue) \(code)") }
    }
    var lines = ["  \(name): " + facts.joined(separator: ", ")]
    lines.append("    title: \(previewed(registration.title))")
    if let text = new.text { lines.append("    text: \(previewed(onOneLine(text)))") }
    if !new.steps.isEmpty {
      let steps = new.steps.map { step in
        step.on.map { "\(step.action.name) on \($0)" } ?? step.action.name
      }
      lines.append("    then: " + steps.joined(separator: ", "))
    }
    if new.contact != nil { lines.append("    sealed: how to reach the complainant") }
    return lines
  }
}
