package import CaseModel
package import Text

extension Action {
  /// The fields that the action adds to its event's JSON object.
  package var fields: [String: JSONValue] {
    switch self {
    case .start, .resume, .note, .object, .release, .contact, .unknown: [:]
    case .sealed(let step): step.fields
    case .register(let registration): registration.fields
    case .acknowledge(let via): ["via": .text(via)]
    case .assign(.member(let member)): ["to": .text(member)]
    case .assign(.unit(let unit)): ["unit": .text(unit)]
    case .wait(let party, let until): ["for": .text(party.rawValue), "until": .date(until)]
    case .decide(let outcome, let rootCause):
      present(["outcome": .text(outcome.rawValue), "root-cause": rootCause.map(JSONValue.text)])
    case .approve(let accept): ["accept": .boolean(accept)]
    case .inform(.told(let via, let language)):
      ["via": .text(via), "language": .text(language), "objection-explained": .boolean(true)]
    case .inform(.waived(let waiver)): ["waive": .text(waiver.rawValue)]
    case .inform(.tried(let via)): ["tried": .text(via)]
    case .close(let outcome, let other):
      present(["outcome": outcome.map { .text($0.rawValue) }, "of": other.map { .text("\($0)") }])
    case .review(let accept, let remedy):
      present(["accept": .boolean(accept), "remedy": remedy.map(JSONValue.text)])
    case .reopen(let due), .extend(let due): ["due": .date(due)]
    case .hold(let until): ["until": .date(until)]
    case .raise(let priority, let sensitivity):
      present([
        "priority": priority.map { .text($0.rawValue) },
        "sensitivity": sensitivity.map { .text($0.rawValue) },
      ])
    case .amend(let amendment), .propose(.made(let amendment)):
      [
        "field": .text(amendment.field), "value": .text(amendment.value),
        "was": .text(amendment.was),
      ]
    case .propose(.rejected(let proposal)): ["rejects": .text(proposal.description)]
    case .link(let relation, let other):
      ["rel": .text(relation.rawValue), "case": .text(other.description)]
    case .promise(.made(let until)): ["until": .date(until)]
    case .promise(.kept(let promise)): ["kept": .text(promise.description)]
    case .promise(.moved(let promise, let until)):
      ["moved": .text(promise.description), "until": .date(until)]
    case .refer(let organisation, let consent):
      ["organisation": .text(organisation), "consent": .text(consent.rawValue)]
    case .survey(.answered(let resolved, let score)):
      present(["resolved": .text(resolved.rawValue), "score": score.map(JSONValue.integer)])
    case .survey(.waived(let reason)): ["waive": .text(reason)]
    case .settle(let events): ["settles": .list(events.map { .text($0.description) })]
    case .retract(let event): ["event": .text(event.description)]
    }
  }
}

extension Action {
  /// The fields that are words or tell of the complainant: sealed where everything is sealed.
  package var privateFields: [String: JSONValue] {
    let names: Set<String> =
      switch self {
      case .register: ["title", "complainant", "import-row"]
      case .amend(let amendment) where amendment.isPrivate: ["value", "was"]
      case .propose(.made(let amendment)) where amendment.isPrivate: ["value", "was"]
      case .review: ["remedy"]
      case .survey(.waived): ["waive"]
      default: []
      }
    return fields.filter { names.contains($0.key) }
  }

  /// The fields that stand in the open beside a sealed part.
  package var openFields: [String: JSONValue] {
    let hidden = privateFields
    return fields.filter { hidden[$0.key] == nil }
  }
}

extension SealedStep {
  fileprivate var fields: [String: JSONValue] {
    var fields: [String: JSONValue] = present([
      "case": caseID.map { .text($0.description) }, "state": .text(state.rawValue),
      "sensitivity": .text(sensitivity.rawValue), "received": .text(received.description),
      "due": due.map(JSONValue.date), "register": registerID.map(JSONValue.text),
    ])
    fields["actors"] = .list(actors.map(JSONValue.text))
    if !resealed.isEmpty {
      let pairs = resealed.map { ($0.key.description, JSONValue.text($0.value)) }
      fields["resealed"] = .object(Dictionary(pairs) { first, _ in first })
    }
    return fields
  }
}

extension Registration {
  fileprivate var fields: [String: JSONValue] {
    var fields: [String: JSONValue] = present([
      "case": .text(caseID.description), "category": .text(category),
      "themes": .list(themes.map(JSONValue.text)), "sensitivity": .text(sensitivity.rawValue),
      "priority": .text(priority.rawValue), "channel": .text(channel), "language": .text(language),
      "received": .date(received),
      "received-at": receivedAt.map { .text($0.description) }, "received-by": .text(receivedBy),
      "happened": happened.map(JSONValue.date), "due": due.map(JSONValue.date),
      "consent": .text(consent.rawValue), "external": external.map(JSONValue.text),
      "title": .text(title), "import-row": importDigest.map(JSONValue.text),
      "register": registerID.map(JSONValue.text),
    ])
    for field in Concern.fields { fields[field.name] = concern[field].map(JSONValue.text) }
    if !subjects.isEmpty {
      fields["subjects"] = .list(subjects.map { .text($0.description) })
    }
    if !byLot.isEmpty { fields["by-lot"] = .list(byLot.map(JSONValue.text)) }
    if !notTo.isEmpty { fields["not-to"] = .list(notTo.map(JSONValue.text)) }
    if isOnBehalf { fields["on-behalf"] = .boolean(true) }
    if isNotTold { fields["not-told"] = .boolean(true) }
    if isRepeated { fields["repeat"] = .boolean(true) }
    if !complainant.isEmpty {
      let pairs = complainant.pairs.map { ($0.key, JSONValue.text($0.value)) }
      fields["complainant"] = .object(Dictionary(pairs) { first, _ in first })
    }
    return fields
  }
}

extension JSONValue {
  fileprivate static func date(_ date: CalendarDate) -> JSONValue { .text(date.description) }
}

/// Keeps the fields that have a value.
private func present(_ fields: [String: JSONValue?]) -> [String: JSONValue] {
  fields.compactMapValues { $0 }
}
