package import CaseModel
package import Diagnostics
internal import Text

/// The reader of one event line of a case file.
///
/// What it does not know, it keeps: an unknown `do`, an unknown field. What it knows must have a
/// value of the right kind.
package struct EventReader {
  var fields: [String: JSONValue]
  private let path: String
  private let line: Int
  /// Whether a part of the event is sealed, so that its private fields are not here.
  var isSealed = false
  /// Whether a newer program may have written the event: an action with values that are unknown
  /// here is then kept, like one whose name is unknown.
  private let isNewer: Bool

  private init(fields: [String: JSONValue], path: String, line: Int, isNewer: Bool = false) {
    self.fields = fields
    self.isNewer = isNewer
    self.path = path
    self.line = line
  }

  /// An event and the digest of the text that belongs to it.
  package struct Line: Sendable {
    /// The event, without its text.
    package let event: Event
    /// The first 32 hexadecimal digits of the text's SHA-256, when the event has a text.
    package let textDigest: String?
  }

  /// Reads a line and checks that its id is the digest of the rest.
  package static func read(
    _ bytes: ArraySlice<UInt8>, path: String, line: Int, isNewer: Bool = false
  ) throws(Diagnostic) -> Line {
    let fields = try JSONReader.object(bytes, path: path, line: line)
    var reader = EventReader(fields: fields, path: path, line: line, isNewer: isNewer)
    let result = try reader.event()
    // `{"id":"…16…",` is 25 bytes; what follows, in braces, is what the id was made from.
    let rest = bytes.dropFirst(25)
    guard bytes.count > 25, Digest.eventID([UInt8(ascii: "{")] + rest) == result.event.id else {
      throw reader.problem(
        "event.id", "the event \(result.event.id) was changed after it was recorded",
        hint: "event lines are never edited; restore the file: `git checkout HEAD -- \(path)`")
    }
    return result
  }

  /// Reads an action from its name and fields; what it does not know is left out.
  static func action(
    named name: String, _ fields: [String: JSONValue], path: String
  ) throws(Diagnostic) -> Action {
    var reader = EventReader(fields: fields, path: path, line: 1)
    return try reader.openAction(name)
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
    let format = try recordedFormat()
    let isDayUnknown = isImported && format > 1 && takesUnknownDay(name)
    let digest = try optionalText("text")
    let seal = try seal()
    let action = try keptAction(name)
    let event = Event(
      id: id, number: number, previous: previous, at: at, by: by, action: action, on: on,
      isImported: isImported, isDayUnknown: isDayUnknown, seal: seal, format: format,
      unknownFields: fields.mapValues(\.canonical))
    return Line(event: event, textDigest: digest)
  }

  /// The format under which the event was recorded; only a later one than the first is named.
  private mutating func recordedFormat() throws(Diagnostic) -> Int {
    guard fields["format"] != nil else { return 1 }
    let format = try integer("format")
    guard format > 1 else { throw wrongValue("format", "\(format)") }
    return format
  }

  /// Whether an ending names no day; anywhere else the field is one that is not known.
  private mutating func takesUnknownDay(_ name: String) -> Bool {
    guard name == "close", fields["day-unknown"] == .boolean(true) else { return false }
    fields.removeValue(forKey: "day-unknown")
    return true
  }

  private mutating func keptAction(_ name: String) throws(Diagnostic) -> Action {
    let all = fields
    do throws(Diagnostic) {
      return try action(name)
    } catch {
      guard isNewer else { throw error }
      fields = all
      return .unknown(name)
    }
  }

  private mutating func seal() throws(Diagnostic) -> SealReference? {
    guard let text = try optionalText("seal") else { return nil }
    guard let entry = EntryID(text) else { throw wrongValue("seal", text) }
    isSealed = true
    return SealReference(
      entry: entry, commitment: try digest("commitment"), digest: try digest("digest"))
  }

  private mutating func digest(_ key: String) throws(Diagnostic) -> String {
    let text = try text(key)
    guard SealReference.isDigest(text) else { throw wrongValue(key, text) }
    return text
  }

  /// A step of a sensitive case: sealed, and with the standing that everybody may know.
  private mutating func sealedStep(_ kind: SealedStep.Kind) throws(Diagnostic) -> SealedStep {
    let month = try text("received")
    guard let received = CalendarMonth(month) else { throw wrongValue("received", month) }
    var step = SealedStep(
      kind: kind, caseID: kind == .register ? try caseID("case") : nil, state: try code("state"),
      sensitivity: try sensitiveClass(), received: received, due: try optionalDate("due"),
      actors: try texts("actors"))
    step.registerID = try optionalText("register")
    guard case .object(let pairs)? = fields.removeValue(forKey: "resealed") else { return step }
    for (name, value) in pairs {
      guard let entry = EntryID(name), let digest = value.text, SealReference.isDigest(digest)
      else { throw wrongValue("resealed", name) }
      step.resealed[entry] = digest
    }
    return step
  }

  private mutating func sensitiveClass() throws(Diagnostic) -> Sensitivity {
    let sensitivity: Sensitivity = try code("sensitivity")
    guard sensitivity.isSensitive else { throw wrongValue("sensitivity", sensitivity.rawValue) }
    return sensitivity
  }

  private mutating func action(_ name: String) throws(Diagnostic) -> Action {
    if isSealed, fields["actors"] != nil, let kind = SealedStep.Kind(rawValue: name) {
      return .sealed(try sealedStep(kind))
    }
    return try openAction(name)
  }

  private mutating func openAction(_ name: String) throws(Diagnostic) -> Action {
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
    case "amend": .amend(try amendment())
    case "propose":
      if let rejected = try optionalEventID("rejects") {
        .propose(.rejected(rejected))
      } else {
        .propose(.made(try amendment()))
      }
    case "link": .link(try code("rel"), try caseID("case"))
    case "promise": .promise(try promise())
    case "refer": .refer(organisation: try text("organisation"), consent: try code("consent"))
    case "survey": .survey(try survey())
    case "settle": .settle(try texts("settles").compactMap { EventID($0) })
    case "retract": .retract(try eventID("event"))
    case "contact": .contact
    default: .unknown(name)
    }
  }

  private mutating func amendment() throws(Diagnostic) -> Amendment {
    Amendment(
      field: try text("field"), value: try privateText("value") ?? "",
      was: try privateText("was") ?? "")
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
    if isSealed, fields["resolved"] == nil { return .waived("sealed") }
    let score = fields["score"] == nil ? nil : try integer("score")
    return .answered(try code("resolved"), score: score)
  }

  private mutating func registration() throws(Diagnostic) -> Registration {
    var result = Registration(
      caseID: try caseID("case"), category: try text("category"), themes: try texts("themes"),
      sensitivity: try code("sensitivity"), priority: try code("priority"),
      channel: try text("channel"), language: try text("language"),
      received: try date("received"), receivedBy: try text("received-by"),
      due: try optionalDate("due"), consent: try code("consent"),
      title: try privateText("title") ?? Registration.sealedTitle)
    for field in Concern.fields { result.concern[field] = try optionalText(field.name) }
    if fields["received-at"] != nil { result.receivedAt = try moment("received-at") }
    result.happened = try optionalDate("happened")
    result.external = try optionalText("external")
    result.importDigest = try optionalText("import-row")
    result.registerID = try optionalText("register")
    if fields["subjects"] != nil { result.subjects = try texts("subjects").map(Subject.init) }
    if fields["by-lot"] != nil { result.byLot = try texts("by-lot") }
    if fields["not-to"] != nil { result.notTo = try texts("not-to") }
    result.isOnBehalf = try flag("on-behalf")
    result.isNotTold = try flag("not-told")
    result.isRepeated = try flag("repeat")
    if case .object(let coded)? = fields.removeValue(forKey: "complainant") {
      for (key, value) in coded { result.complainant[key] = value.text }
    }
    return result
  }
}
