package import CaseModel
package import Diagnostics
package import Text

/// The sealed part of an ordinary event: its private fields and its text.
///
/// One line of canonical JSON with the fields (`{}` without any), a line feed, then the text as it
/// is. Whoever opens it with another program reads it without us.
package struct SealedWords: Hashable, Sendable {
  /// The fields that do not stand in the event's line.
  package var fields: [String: JSONValue]
  /// The text; nil when the event has none.
  package var text: String?

  /// Takes the private part of what is about to be recorded.
  package init(of action: Action, text: String?) {
    fields = action.privateFields
    self.text = text
  }

  /// Whether there is anything to seal.
  package var isEmpty: Bool { fields.isEmpty && text == nil }

  /// The coded facts about the complainant, of a registration.
  package var complainant: Complainant {
    var complainant = Complainant()
    if case .object(let coded)? = fields["complainant"] {
      for (key, value) in coded { complainant[key] = value.text }
    }
    return complainant
  }

  /// All that a person would read: the private fields that are words, and the text.
  package var readable: String {
    // What a correction replaced is no word of the case any more, and a digest never was one.
    let keys = JSONValue.sorted(self.fields.keys).filter { $0 != "was" && $0 != "import-row" }
    let fields = keys.compactMap { self.fields[$0]?.text }
    return (fields + [text].compactMap(\.self)).joined(separator: "\n")
  }

  /// The bytes that are sealed.
  package var bytes: [UInt8] {
    Array((JSONValue.object(fields).canonical + (text.map { "\n" + $0 } ?? "")).utf8)
  }

  /// Reads what was sealed; `name` stands for a path in findings.
  package init(reading bytes: [UInt8], name: String) throws(Diagnostic) {
    let line = bytes.prefix { $0 != 0x0A }
    fields = try JSONReader.object(line, path: name, line: 1)
    guard line.count < bytes.count else { return }
    guard let text = String(validating: bytes[(line.count + 1)...], as: UTF8.self) else {
      throw Diagnostic(
        rule: "sealed.text", at: SourceLocation(path: name),
        message: "the sealed text is not valid UTF-8", hint: "tell whoever recorded it")
    }
    self.text = text
  }
}

extension Event {
  /// The same event with its sealed part back in its place, for reading; it is never written.
  package func opened(with words: SealedWords, name: String) throws(Diagnostic) -> Event {
    var event = self
    event.seal = nil
    event.text = words.text
    guard !words.fields.isEmpty else { return event }
    var fields = action.openFields
    fields.merge(words.fields) { _, sealed in sealed }
    event.action = try EventReader.action(named: action.name, fields, path: name)
    return event
  }
}
