package import CaseModel
package import Diagnostics
internal import Text

/// The reader of a case's front matter into the fields that lists, searches and figures need.
///
/// The result is what the file claims; only a fold of the events proves it (`check`).
package enum FrontMatterReader {
  /// Reads the lines between the two `---` of a file; the first of them is line 2.
  package static func read(
    _ bytes: Span<UInt8>, path: String, title: String, isNewer: Bool = false
  ) throws(Diagnostic) -> CaseStanding {
    var form = FrontMatterForm(path: path, isNewer: isNewer)
    if CanonicalFrontMatter.scan(bytes, lineOffset: 1, field: { form.takesCanonical($0) }) {
      return try form.standing(title: title)
    }
    form = FrontMatterForm(path: path, isNewer: isNewer)
    try FrontMatterScanner.scan(bytes, path: path, lineOffset: 1) { field throws(Diagnostic) in
      try form.take(field)
    }
    return try form.standing(title: title)
  }
}

/// The fields of one front matter, each in the place of its key.
private struct FrontMatterForm {
  let path: String
  /// Whether keys of a later format may stand here; they are passed over.
  let isNewer: Bool
  /// The fields by the position of their key: thousands of files are read, and hashing adds up.
  private var fields = [FrontMatterField?](repeating: nil, count: CaseField.allCases.count)

  private static let positions = Dictionary(
    uniqueKeysWithValues: CaseField.inFrontMatter.map { ($0.name, $0.rawValue) })

  init(path: String, isNewer: Bool) {
    self.path = path
    self.isNewer = isNewer
  }

  private subscript(key: CaseField) -> FrontMatterField? { fields[key.rawValue] }

  /// Takes a field that is known and new; otherwise libyaml has to say what is wrong.
  mutating func takesCanonical(_ field: FrontMatterField) -> Bool {
    guard let position = Self.positions[field.key], fields[position] == nil else { return false }
    fields[position] = field
    return true
  }

  mutating func take(_ field: FrontMatterField) throws(Diagnostic) {
    guard let position = Self.positions[field.key] else {
      if isNewer { return }
      let known = CaseField.inFrontMatter.map(\.name)
      throw Diagnostic(
        rule: "front-matter.key",
        at: SourceLocation(path: path, line: field.line, column: field.column),
        message: "the key “\(field.key)” is unknown",
        hint: nearest(to: field.key, among: known).map { "did you mean “\($0)”?" }
          ?? "remove the line")
    }
    fields[position] = field
  }

  /// The case, or the stub of a sensitive one: only a stub has actors.
  func standing(title: String) throws(Diagnostic) -> CaseStanding {
    self[.actors] == nil ? .ordinary(try `case`(title: title)) : .stub(try stub())
  }

  private func stub() throws(Diagnostic) -> Stub {
    let allowed: Set<CaseField> = [.case, .state, .sensitivity, .received, .due, .actors]
    for key in CaseField.inFrontMatter where !allowed.contains(key) {
      guard let field = self[key] else { continue }
      throw Diagnostic(
        rule: "front-matter.stub",
        at: SourceLocation(path: path, line: field.line, column: field.column),
        message: "the file of a sensitive case holds no “\(key.name)”",
        hint: "undo the edit: `git checkout HEAD -- \(path)`")
    }
    return Stub(
      id: try required(.case, CaseID.init(canonical:)), state: try code(.state),
      sensitivity: try code(.sensitivity),
      received: try required(.received) { CalendarMonth($0) }, due: try date(.due),
      actors: try list(.actors))
  }

  private func `case`(title: String) throws(Diagnostic) -> Case {
    var registration = Registration(
      caseID: try required(.case, CaseID.init(canonical:)), category: try text(.category),
      themes: try list(.themes), sensitivity: try code(.sensitivity),
      priority: try code(.priority), channel: try text(.channel), language: try text(.language),
      received: try required(.received) { CalendarDate($0) }, receivedBy: try text(.receivedBy),
      due: try date(.due), consent: try code(.consent), title: title)
    for field in Concern.fields { registration.concern[field] = try optional(field) }
    registration.happened = try date(.happened)
    registration.external = try optional(.external)
    registration.subjects = try list(.subjects).map(Subject.init)
    registration.isOnBehalf = try optional(.onBehalf) == "yes"
    registration.isRepeated = try optional(.repeat) == "yes"
    for (key, value) in try map(.complainant) { registration.complainant[key.text] = value.text }
    var theCase = Case(registration, registered: try required(.registered) { CalendarDate($0) })
    try readProgress(&theCase)
    try readLinks(&theCase)
    return theCase
  }

  private func readProgress(_ theCase: inout Case) throws(Diagnostic) {
    theCase.state = try code(.state)
    theCase.acknowledged = try date(.acknowledged)
    theCase.extended = try date(.extended)
    theCase.assignee = try optional(.assignee)
    theCase.waitingFor = try optionalCode(.waitingFor)
    theCase.waitingUntil = try date(.waitingUntil)
    theCase.heldFrom = try optionalCode(.heldFrom)
    theCase.heldUntil = try date(.heldUntil)
    theCase.outcome = try optionalCode(.outcome)
    theCase.rootCause = try optional(.rootCause)
    theCase.decided = try date(.decided)
    theCase.decidedBy = try optional(.decidedBy)
    theCase.approvedBy = try optional(.approvedBy)
    theCase.informed = try date(.informed)
    theCase.waived = try optionalCode(.waived)
    theCase.isClosedOnUnknownDay = try optional(.closed) == Case.unknownDay
    theCase.closed = theCase.isClosedOnUnknownDay ? nil : try date(.closed)
    theCase.reopened = try optionalValue(.reopened) { Int($0) } ?? 0
    theCase.objections = try optionalValue(.objections) { Int($0) } ?? 0
    if theCase.closed != nil || theCase.isClosedOnUnknownDay {
      theCase.closings = [
        Case.Closing(closed: theCase.closed ?? theCase.received, outcome: theCase.outcome)
      ]
      theCase.closings[0].isDayUnknown = theCase.isClosedOnUnknownDay
    }
  }

  private func readLinks(_ theCase: inout Case) throws(Diagnostic) {
    theCase.duplicateOf = try optionalValue(.duplicateOf, CaseID.init(canonical:))
    theCase.follows = try optionalValue(.follows, CaseID.init(canonical:))
    theCase.sameIssue = try items(.sameIssue, CaseID.init(canonical:))
    theCase.promises = try items(.promises) { EventID($0) }
    theCase.referrals = try items(.referrals) { EventID($0) }
    theCase.attention = try items(.attention) { EventID($0) }
    let answers = try map(.satisfaction)
    func answer(_ key: String) -> String? { answers.first { $0.key.text == key }?.value.text }
    if let resolved = answer("resolved").flatMap(Resolved.init(rawValue:)) {
      theCase.satisfaction = .answered(resolved, score: answer("score").flatMap { Int($0) })
    } else if let reason = answer("waived") {
      theCase.satisfaction = .waived(reason)
    } else if let field = self[.satisfaction] {
      throw problem(field, "“satisfaction” needs “resolved” or “waived”")
    }
  }

  // MARK: Fields by kind

  private func problem(_ field: FrontMatterField, _ message: String) -> Diagnostic {
    Diagnostic(
      rule: "front-matter.value",
      at: SourceLocation(path: path, line: field.line, column: field.valueColumn), message: message,
      hint: "undo the edit: `git checkout HEAD -- \(path)`")
  }

  private func optional(_ key: CaseField) throws(Diagnostic) -> String? {
    guard let field = self[key] else { return nil }
    guard case .scalar(let text, _) = field.value, !text.isEmpty else {
      throw problem(field, "“\(key.name)” needs one value")
    }
    return text
  }

  private func text(_ key: CaseField) throws(Diagnostic) -> String {
    guard let text = try optional(key) else {
      throw Diagnostic(
        rule: "front-matter.missing", at: SourceLocation(path: path, line: 1, column: 1),
        message: "the front matter has no “\(key.name)”",
        hint: "undo the edit: `git checkout HEAD -- \(path)`")
    }
    return text
  }

  private func optionalValue<Value>(
    _ key: CaseField, _ read: (String) -> Value?
  ) throws(Diagnostic) -> Value? {
    guard let text = try optional(key) else { return nil }
    guard let value = read(text) else { throw wrong(key, text) }
    return value
  }

  private func required<Value>(
    _ key: CaseField, _ read: (String) -> Value?
  ) throws(Diagnostic) -> Value {
    let text = try text(key)
    guard let value = read(text) else { throw wrong(key, text) }
    return value
  }

  private func wrong(_ key: CaseField, _ text: String) -> Diagnostic {
    guard let field = self[key] else {
      return Diagnostic(
        rule: "front-matter.value", message: "“\(text)” is no value for “\(key.name)”")
    }
    return problem(field, "“\(text)” is no value for “\(key.name)”")
  }

  private func code<Code: RawRepresentable<String>>(_ key: CaseField) throws(Diagnostic)
    -> Code
  {
    try required(key) { Code(rawValue: $0) }
  }

  private func optionalCode<Code: RawRepresentable<String>>(
    _ key: CaseField
  ) throws(Diagnostic) -> Code? {
    try optionalValue(key) { Code(rawValue: $0) }
  }

  private func date(_ key: CaseField) throws(Diagnostic) -> CalendarDate? {
    try optionalValue(key) { CalendarDate($0) }
  }

  private func list(_ key: CaseField) throws(Diagnostic) -> [String] {
    guard let field = self[key] else { return [] }
    guard case .list(let items) = field.value else {
      throw problem(field, "“\(key.name)” needs a [list]")
    }
    return items.map(\.text)
  }

  private func items<Value>(
    _ key: CaseField, _ read: (String) -> Value?
  ) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    for text in try list(key) {
      guard let value = read(text) else { throw wrong(key, text) }
      values.append(value)
    }
    return values
  }

  private func map(
    _ key: CaseField
  ) throws(Diagnostic) -> [(key: FrontMatterItem, value: FrontMatterItem)] {
    guard let field = self[key] else { return [] }
    guard case .map(let pairs) = field.value else {
      throw problem(field, "“\(key.name)” needs a {map}")
    }
    return pairs
  }
}
