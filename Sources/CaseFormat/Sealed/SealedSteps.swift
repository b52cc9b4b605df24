package import CaseModel
package import Diagnostics
internal import Text

/// What one command did in a sensitive case: the real events, with their texts, and the readers.
///
/// A line of canonical JSON with the readers and their keys, the events as lines like those of a
/// case file, an empty line, then the texts under their headings as in a case file. The first entry
/// of a case that was raised also holds the texts that left its file.
package struct SealedSteps: Hashable, Sendable {
  /// The members for whom the case is sealed, and their public keys.
  package var readers: [String: String]
  /// The real events.
  package var events: [Event]
  /// Texts of events that stand in the case's file, by their events.
  package var earlierTexts: [EventID: String]

  /// Describes the content of an entry.
  package init(
    readers: [String: String], events: [Event], earlierTexts: [EventID: String] = [:]
  ) {
    self.readers = readers
    self.events = events
    self.earlierTexts = earlierTexts
  }

  /// The bytes that are sealed.
  package var bytes: [UInt8] {
    let readers = JSONValue.object(["readers": .object(self.readers.mapValues(JSONValue.text))])
    var output = readers.canonical + "\n"
    for event in events { output += event.canonical + "\n" }
    let texts =
      events.compactMap { event in event.text.map { (event.id, $0) } }
      + earlierTexts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    for (id, text) in texts { output += "\n## \(id)\n\n" + LineEscape.escaped(text) + "\n" }
    return Array(output.utf8)
  }

  /// Reads what was sealed; `name` stands for a path in findings.
  package init(reading bytes: [UInt8], name: String) throws(Diagnostic) {
    guard let content = String(validating: bytes, as: UTF8.self) else {
      throw Self.problem(name, 1, "it is not valid UTF-8")
    }
    let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
    let head = lines.prefix { !$0.isEmpty }
    guard let first = head.first else { throw Self.problem(name, 1, "it is empty") }
    let fields = try JSONReader.object(ArraySlice(first.utf8), path: name, line: 1)
    guard case .object(let pairs)? = fields["readers"] else {
      throw Self.problem(name, 1, "it does not name its readers")
    }
    readers = pairs.compactMapValues(\.text)
    var texts = try Self.texts(lines[head.endIndex...], name)
    events = []
    for (index, line) in head.enumerated().dropFirst() {
      let read = try EventReader.read(ArraySlice(line.utf8), path: name, line: index + 1)
      var event = read.event
      event.text = texts.removeValue(forKey: event.id)
      guard event.text.map(Digest.ofText) == read.textDigest else {
        throw Self.problem(name, index + 1, "the text of \(event.id) is not the one recorded")
      }
      events.append(event)
    }
    earlierTexts = texts
  }

  private static func texts(
    _ lines: ArraySlice<Substring>, _ name: String
  ) throws(Diagnostic) -> [EventID: String] {
    var texts: [EventID: String] = [:]
    var rest = lines
    while let start = rest.firstIndex(where: { $0.hasPrefix("## ") }) {
      guard let id = EventID(rest[start].dropFirst(3)) else {
        throw problem(name, start + 1, "this heading names no event")
      }
      rest = rest[(start + 1)...]
      let end = rest.firstIndex { $0.hasPrefix("## ") } ?? rest.endIndex
      // One empty line follows the heading, and one stands before the next or at the end.
      let body = rest[..<end].dropFirst().dropLast()
      texts[id] = LineEscape.unescaped(body.joined(separator: "\n"))
      rest = rest[end...]
    }
    return texts
  }

  private static func problem(_ name: String, _ line: Int, _ message: String) -> Diagnostic {
    Diagnostic(
      rule: "sealed.steps", at: SourceLocation(path: name, line: line, column: 1),
      message: "a sealed entry cannot be read: \(message)",
      hint: "tell whoever recorded it; run `daftar vault check`")
  }
}
