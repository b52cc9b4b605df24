package import CaseModel
package import Diagnostics

/// Reads one event line of a case file.
///
/// What it does not know, it keeps: an unknown `do`, an unknown field. What it knows must have a
/// value of the right kind.
package struct EventReader {
  private var fields: [String: JSONValue]
  private let path: String
  private let line: Int

  /// An event and the digest of the text that belongs to it.
  package struct Line: Sendable {
    /// The event, without its text.
    package let event: Event
    /// The first 32 hexadecimal digits of the text's SHA-256, when the event has a text.
    package let textDigest: String?
  }

  /// Reads a line and checks that its id is the digest of the rest.
  package static func read(
    _ bytes: ArraySlice<UInt8>, path: String, line: Int
  ) throws(Diagnostic) -> Line {
    let fields = try JSONReader.object(bytes, path: path, line: line)
    var reader = EventReader(fields: fields, path: path, line: line)
    let result = try reader.event()
    // `{"id":"…16…",` is 25 bytes; what follows, in braces, is what the id was made from.
    let rest = bytes.dropFirst(25)
    guard bytes.count > 25, Digest.eventID([UInt8(ascii: "{")] + rest) == result.event.id else {
      throw reader.problem(
        "event.id", "the event \(result.event.id) was changed after it was recorded",
        hint: "event lines are never edited; restore the file: `git checkout -- \(path)`")
    }
    return result
  }

  func problem(_ rule: String, _ message: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(
      rule: rule, at: SourceLocation(path: path, line: line, column: 1), message: message,
      hint: hint)
  }

  private mutating func event() throws(Diagnostic) -> Line {
    let id = try eventID("id")
    let number = try integer("n")
    var previous: [EventID] = []
    for text in try texts("prev") {
      guard let id = EventID(text) else { throw wrongValue("prev", text) }
      previous.append(id)
    }
    let at = try moment("at")
    let by = try text("by")
    let name = try text("do")
    let on = try optionalDate("on")
    let isImported = fields.removeValue(forKey: "imported") == .boolean(true)
    let digest = try optionalText("text")
    let action = try action(name)
    let event = Event(
      id: id, number: number, previous: previous, at: at, by: by, action: action, on: on,
      isImported: isImported, unknownFields: fields.mapValues(\.canonical))
    return Line(event: event, textDigest: digest)
  }

  private mutating func action(_ name: String) throws(Diagnostic) -> Action {
    switch name {
    case "register": .register(try registration())
    case "acknowledge": .acknowledge(via: try text("via"))
    case "assign":
      if let member = try optionalText("to") {
        .assign(.member(member))
      } else {
        .assign(.unit(try text("unit")))
      }
    case "start": .start
    case "wait": .wait(try code("for"), until: try date("until"))
    case "resume": .resume
    case "note": .note
    case "decide": .decide(try code("outcome"), rootCause: try optionalText("root-cause"))
    case "approve": .approve(accept: try boolean("accept"))
    case "inform": .inform(try informing())
    case "close": .close(outcome: try optionalCode("outcome"), of: try optionalCaseID("of"))
    case "object": .object
    case "review": .review(accept: try boolean("accept"), remedy: try optionalText("remedy"))
    case "reopen": .reopen(due: try date("due"))
    case "hold": .hold(until: try date("until"))
    case "release": .release
    case "raise":
      .raise(priority: try optionalCode("priority"), sensitivity: try optionalCode("sensitivity"))
    case "extend": .extend(due: try date("due"))
    case "amend":
      .amend(Amendment(field: try text("field"), value: try text("value"), was: try text("was")))
    case "link": .link(try code("rel"), try caseID("case"))
    case "promise": .promise(try promise())
    case "refer": .refer(organisation: try text("organisation"), consent: try code("consent"))
    case "survey": .survey(try survey())
    case "settle": .settle(try texts("settles").compactMap { EventID($0) })
    case "retract": .retract(try eventID("event"))
    default: .unknown(name)
    }
  }

  private mutating func informing() throws(Diagnostic) -> Informing {
    if let waiver: Waiver = try optionalCode("waive") { return .waived(waiver) }
    if let via = try optionalText("tried") { return .tried(via: via) }
    // Always true in this version of the format: nobody is told without it.
    fields.removeValue(forKey: "objection-explained")
    return .told(via: try text("via"), language: try text("language"))
  }

  private mutating func promise() throws(Diagnostic) -> PromiseStep {
    if let kept = try optionalEventID("kept") { return .kept(kept) }
    if let moved = try optionalEventID("moved") { return .moved(moved, until: try date("until")) }
    return .made(until: try date("until"))
  }

  private mutating func survey() throws(Diagnostic) -> SurveyAnswer {
    if let reason = try optionalText("waive") { return .waived(reason) }
    let score = fields["score"] == nil ? nil : try integer("score")
    return .answered(try code("resolved"), score: score)
  }

  private mutating func registration() throws(Diagnostic) -> Registration {
    var result = Registration(
      caseID: try caseID("case"), category: try text("category"), themes: try texts("themes"),
      sensitivity: try code("sensitivity"), priority: try code("priority"),
      channel: try text("channel"), language: try text("language"),
      received: try date("received"), receivedBy: try text("received-by"),
      due: try optionalDate("due"), consent: try code("consent"), title: try text("title"))
    result.area = try optionalText("area")
    result.unit = try optionalText("unit")
    result.project = try optionalText("project")
    if fields["received-at"] != nil { result.receivedAt = try moment("received-at") }
    result.happened = try optionalDate("happened")
    result.external = try optionalText("external")
    result.importDigest = try optionalText("import-row")
    if fields["subjects"] != nil { result.subjects = try texts("subjects") }
    result.isOnBehalf = try flag("on-behalf")
    result.isNotTold = try flag("not-told")
    result.isRepeated = try flag("repeat")
    if case .object(let coded)? = fields.removeValue(forKey: "complainant") {
      for (key, value) in coded { result.complainant[key] = value.text }
    }
    return result
  }
}

// MARK: - Fields by kind

extension EventReader {
  private func wrongValue(_ key: String, _ value: String?) -> Diagnostic {
    let message =
      value.map { "“\($0)” is no value for “\(key)”" } ?? "the field “\(key)” is missing or wrong"
    return problem(
      "event.field", message, hint: "event lines are never edited by hand; restore the file")
  }

  private mutating func optionalText(_ key: String) throws(Diagnostic) -> String? {
    guard let value = fields.removeValue(forKey: key) else { return nil }
    guard let text = value.text else { throw wrongValue(key, value.canonical) }
    return text
  }

  private mutating func text(_ key: String) throws(Diagnostic) -> String {
    guard let text = try optionalText(key) else { throw wrongValue(key, nil) }
    return text
  }

  private mutating func texts(_ key: String) throws(Diagnostic) -> [String] {
    guard let texts = fields.removeValue(forKey: key)?.texts else { throw wrongValue(key, nil) }
    return texts
  }

  private mutating func integer(_ key: String) throws(Diagnostic) -> Int {
    guard let number = fields.removeValue(forKey: key)?.integer else { throw wrongValue(key, nil) }
    return number
  }

  private mutating func boolean(_ key: String) throws(Diagnostic) -> Bool {
    guard let truth = fields.removeValue(forKey: key)?.boolean else { throw wrongValue(key, nil) }
    return truth
  }

  private mutating func flag(_ key: String) throws(Diagnostic) -> Bool {
    fields[key] == nil ? false : try boolean(key)
  }

  private mutating func optionalDate(_ key: String) throws(Diagnostic) -> CalendarDate? {
    guard let text = try optionalText(key) else { return nil }
    guard let date = CalendarDate(text) else { throw wrongValue(key, text) }
    return date
  }

  private mutating func date(_ key: String) throws(Diagnostic) -> CalendarDate {
    guard let date = try optionalDate(key) else { throw wrongValue(key, nil) }
    return date
  }

  private mutating func moment(_ key: String) throws(Diagnostic) -> Timestamp {
    let text = try text(key)
    guard let moment = Timestamp(text) else { throw wrongValue(key, text) }
    return moment
  }

  private mutating func optionalEventID(_ key: String) throws(Diagnostic) -> EventID? {
    guard let text = try optionalText(key) else { return nil }
    guard let id = EventID(text) else { throw wrongValue(key, text) }
    return id
  }

  private mutating func eventID(_ key: String) throws(Diagnostic) -> EventID {
    guard let id = try optionalEventID(key) else { throw wrongValue(key, nil) }
    return id
  }

  private mutating func optionalCaseID(_ key: String) throws(Diagnostic) -> CaseID? {
    guard let text = try optionalText(key) else { return nil }
    guard let id = CaseID(canonical: text) else { throw wrongValue(key, text) }
    return id
  }

  private mutating func caseID(_ key: String) throws(Diagnostic) -> CaseID {
    guard let id = try optionalCaseID(key) else { throw wrongValue(key, nil) }
    return id
  }

  private mutating func optionalCode<Code: RawRepresentable<String>>(
    _ key: String
  ) throws(Diagnostic) -> Code? {
    guard let text = try optionalText(key) else { return nil }
    guard let code = Code(rawValue: text) else { throw wrongValue(key, text) }
    return code
  }

  private mutating func code<Code: RawRepresentable<String>>(
    _ key: String
  ) throws(Diagnostic) -> Code {
    guard let code: Code = try optionalCode(key) else { throw wrongValue(key, nil) }
    return code
  }
}
