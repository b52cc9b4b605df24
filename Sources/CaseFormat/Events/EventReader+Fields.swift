internal import CaseModel
internal import Diagnostics
internal import Text

/// The fields of an event line by kind: each one that is taken is known.
extension EventReader {
  func wrongValue(_ key: String, _ value: String?) -> Diagnostic {
    let message =
      value.map { "“\($0)” is no value for “\(key)”" } ?? "the field “\(key)” is missing or wrong"
    return problem(
      "event.field", message, hint: "event lines are never edited by hand; restore the file")
  }

  mutating func optionalText(_ key: String) throws(Diagnostic) -> String? {
    guard let value = fields.removeValue(forKey: key) else { return nil }
    guard let text = value.text else { throw wrongValue(key, value.canonical) }
    return text
  }

  mutating func text(_ key: String) throws(Diagnostic) -> String {
    guard let text = try optionalText(key) else { throw wrongValue(key, nil) }
    return text
  }

  /// A text that lies in the sealed part where the event has one.
  mutating func privateText(_ key: String) throws(Diagnostic) -> String? {
    isSealed ? try optionalText(key) : try text(key)
  }

  mutating func texts(_ key: String) throws(Diagnostic) -> [String] {
    guard let texts = fields.removeValue(forKey: key)?.texts else { throw wrongValue(key, nil) }
    return texts
  }

  mutating func integer(_ key: String) throws(Diagnostic) -> Int {
    guard let number = fields.removeValue(forKey: key)?.integer else { throw wrongValue(key, nil) }
    return number
  }

  mutating func boolean(_ key: String) throws(Diagnostic) -> Bool {
    guard let truth = fields.removeValue(forKey: key)?.boolean else { throw wrongValue(key, nil) }
    return truth
  }

  mutating func flag(_ key: String) throws(Diagnostic) -> Bool {
    fields[key] == nil ? false : try boolean(key)
  }

  mutating func optionalDate(_ key: String) throws(Diagnostic) -> CalendarDate? {
    guard let text = try optionalText(key) else { return nil }
    guard let date = CalendarDate(text) else { throw wrongValue(key, text) }
    return date
  }

  mutating func date(_ key: String) throws(Diagnostic) -> CalendarDate {
    guard let date = try optionalDate(key) else { throw wrongValue(key, nil) }
    return date
  }

  mutating func moment(_ key: String) throws(Diagnostic) -> Timestamp {
    let text = try text(key)
    guard let moment = Timestamp(text) else { throw wrongValue(key, text) }
    return moment
  }

  mutating func optionalEventID(_ key: String) throws(Diagnostic) -> EventID? {
    guard let text = try optionalText(key) else { return nil }
    guard let id = EventID(text) else { throw wrongValue(key, text) }
    return id
  }

  mutating func eventID(_ key: String) throws(Diagnostic) -> EventID {
    guard let id = try optionalEventID(key) else { throw wrongValue(key, nil) }
    return id
  }

  mutating func optionalCaseID(_ key: String) throws(Diagnostic) -> CaseID? {
    guard let text = try optionalText(key) else { return nil }
    guard let id = CaseID(canonical: text) else { throw wrongValue(key, text) }
    return id
  }

  mutating func caseID(_ key: String) throws(Diagnostic) -> CaseID {
    guard let id = try optionalCaseID(key) else { throw wrongValue(key, nil) }
    return id
  }

  mutating func optionalCode<Code: RawRepresentable<String>>(
    _ key: String
  ) throws(Diagnostic) -> Code? {
    guard let text = try optionalText(key) else { return nil }
    guard let code = Code(rawValue: text) else { throw wrongValue(key, text) }
    return code
  }

  mutating func code<Code: RawRepresentable<String>>(
    _ key: String
  ) throws(Diagnostic) -> Code {
    guard let code: Code = try optionalCode(key) else { throw wrongValue(key, nil) }
    return code
  }
}
