package import CaseVault
internal import CaseFormat
package import CaseModel
internal import Register
package import Text

/// A whole case for programs: the front matter, title, text, events and sections.
package enum CaseJSON {
  /// The document of a case that was opened.
  package static func document(_ opened: OpenedCase, zone: TimeZoneRules) -> JSONDocument {
    let events = opened.history.events
    let opening = events.first { if case .register = $0.action { true } else { false } }
    let sections = events.filter { $0.text != nil && $0.action != .contact && $0.id != opening?.id }
      .map { event in
        JSONDocument.object([
          ("event", .text(event.id.description)), ("do", .text(event.action.name)),
          ("by", .text(event.by)), ("date", .text(event.date(in: zone).description)),
          ("text", event.text.map(JSONDocument.text)),
        ])
      }
    let lost = opened.history.lostSteps(in: zone)
    return .object(
      JSONDocument.frontMatter(opened.folded) + [
        ("not-to", list(opened.folded.notTo)), ("by-lot", list(opened.folded.byLot)),
        ("proposed", proposals(opened.folded)),
        ("title", .text(opened.folded.title)), ("text", .text(opening?.text ?? "")),
        ("events", .list(events.map(event))), ("sections", .list(sections)),
        ("no-effect", lost.isEmpty ? nil : .list(lost.map(LostStepWords.document))),
      ])
  }

  /// Corrections that wait for a second person.
  private static func proposals(_ theCase: Case) -> JSONDocument? {
    guard !theCase.proposals.isEmpty else { return nil }
    return .list(
      theCase.proposals.map { proposal in
        .object([
          ("event", .text(proposal.event.description)), ("by", .text(proposal.by)),
          ("field", .text(proposal.amendment.field)), ("value", .text(proposal.amendment.value)),
        ])
      })
  }

  private static func list(_ members: [String]) -> JSONDocument? {
    members.isEmpty ? nil : .list(members.map(JSONDocument.text))
  }

  /// An event under the names of its line.
  static func event(_ event: Event) -> JSONDocument {
    var fields: [(String, JSONDocument?)] = [
      ("id", .text(event.id.description)), ("n", .integer(event.number)),
      ("prev", .list(event.previous.map { .text($0.description) })),
      ("at", .text(event.at.description)), ("by", .text(event.by)),
      ("do", .text(event.action.name)),
    ]
    var others = event.action.fields
    if let on = event.on { others["on"] = .text(on.description) }
    if event.format > 1 { others["format"] = .integer(event.format) }
    if event.isImported { others["imported"] = .boolean(true) }
    if let text = event.text, event.action != .contact {
      others["text"] = .text(Digest.ofText(text))
    }
    if let seal = event.seal { others["seal"] = .text(seal.entry.description) }
    for key in JSONValue.sorted(others.keys) {
      fields.append((key, others[key].map(JSONDocument.init)))
    }
    for key in JSONValue.sorted(event.unknownFields.keys) {
      fields.append((key, event.unknownFields[key].map(JSONDocument.number)))
    }
    return .object(fields)
  }
}
