/// What a field holds: a text, a list of texts, or a map of texts.
package enum FieldValue: Sendable {
  case text(String)
  case list([String])
  case map([(key: String, value: String)])
}

/// The fields of a case by their names.
extension Case {
  /// What stands in the place of a day of closing that nobody knows.
  package static let unknownDay = "unknown"

  /// What a field holds; nil when there is nothing.
  package func value(of field: CaseField) -> FieldValue? {
    switch field {
    case .case: .text(id.description)
    case .state: .text(state.rawValue)
    case .category: .text(category)
    case .themes: .list(themes)
    case .sensitivity: .text(sensitivity.rawValue)
    case .priority: .text(priority.rawValue)
    case .channel: .text(channel)
    case .language: .text(language)
    case .received: .text(received.description)
    case .receivedBy: .text(receivedBy)
    case .happened: text(happened)
    case .registered: .text(registered.description)
    case .acknowledged: text(acknowledged)
    case .due: text(due)
    case .extended: text(extended)
    case .assignee: text(assignee)
    case .waitingFor: text(waitingFor?.rawValue)
    case .waitingUntil: text(waitingUntil)
    case .heldFrom: text(heldFrom?.rawValue)
    case .heldUntil: text(heldUntil)
    case .outcome: text(outcome?.rawValue)
    case .rootCause: text(rootCause)
    case .decided: text(decided)
    case .decidedBy: text(decidedBy)
    case .approvedBy: text(approvedBy)
    case .informed: text(informed)
    case .waived: text(waived?.rawValue)
    case .closed: isClosedOnUnknownDay ? .text(Self.unknownDay) : text(closed)
    case .reopened: count(reopened)
    case .objections: count(objections)
    case .duplicateOf: text(duplicateOf)
    case .follows: text(follows)
    case .sameIssue: list(sameIssue)
    case .promises: list(promises)
    case .referrals: list(referrals)
    case .satisfaction: satisfaction.map(satisfaction)
    case .subjects: list(subjects)
    case .external: text(external)
    case .onBehalf: flag(isOnBehalf)
    case .repeat: flag(isRepeated)
    case .consent: .text(consent.rawValue)
    case .complainant: complainant.isEmpty ? nil : .map(complainant.pairs)
    case .attention: list(attention)
    case .actors: nil
    case .title: .text(title)
    default: text(concern[field])
    }
  }

  /// The codes that a column holds: none, one, or a list.
  package func codes(of column: CaseColumn) -> [String] {
    switch column {
    case .fact(let fact): return complainant[fact].map { [$0] } ?? []
    case .field(let field):
      switch value(of: field) {
      case .text(let code): return [code]
      case .list(let codes): return codes
      case .map, nil: return []
      }
    }
  }

  /// What a column shows: lists joined with `, `, nothing as an empty text.
  package func text(of column: CaseColumn) -> String {
    switch column {
    case .fact(let fact): return complainant[fact] ?? ""
    case .field(let field):
      switch value(of: field) {
      case .text(let text): return text
      case .list(let items): return items.joined(separator: ", ")
      case .map(let pairs): return pairs.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      // A flag is written only when it is up.
      case nil: return field.codes == .yesAndNo ? "no" : ""
      }
    }
  }

  private func text(_ value: (some CustomStringConvertible)?) -> FieldValue? {
    value.map { .text($0.description) }
  }

  private func list(_ values: [some CustomStringConvertible]) -> FieldValue? {
    values.isEmpty ? nil : .list(values.map(\.description))
  }

  private func count(_ number: Int) -> FieldValue? { number == 0 ? nil : .text(String(number)) }

  private func flag(_ truth: Bool) -> FieldValue? { truth ? .text("yes") : nil }

  private func satisfaction(_ answer: SurveyAnswer) -> FieldValue {
    switch answer {
    case .answered(let resolved, nil): .map([("resolved", resolved.rawValue)])
    case .answered(let resolved, let score?):
      .map([("resolved", resolved.rawValue), ("score", String(score))])
    case .waived(let reason): .map([("waived", reason)])
    }
  }
}
