package import CaseModel

/// The writer of a case file in its one canonical form: UTF-8, LF, fixed order, one final newline.
package enum CaseFileWriter {
  /// Stands in the file where a title or text is sealed.
  static let sealedMark = Registration.sealedTitle

  /// Returns the bytes of a file.
  package static func bytes(
    _ history: History, _ standing: CaseStanding, zone: TimeZoneRules
  ) -> [UInt8] {
    var output = "---\n"
    for line in FrontMatterWriter.lines(standing) { output += line + "\n" }
    output += "---\n# " + (standing.ordinary?.title ?? sealedMark) + "\n\n"
    let isStub = standing.stub != nil
    for event in history.events {
      guard let text = event.text ?? (event.seal == nil || isStub ? nil : sealedMark) else {
        continue
      }
      // In a stub the opening has its heading too: what stands before the first one is empty.
      if isStub || !event.action.isRegistration { output += heading(of: event, zone) + "\n\n" }
      output += LineEscape.escaped(text) + "\n\n"
    }
    output += "```events\n"
    for event in history.events { output += event.canonical + "\n" }
    output += "```\n"
    return Array(output.utf8)
  }

  /// The heading of the section that an event owns.
  static func heading(of event: Event, _ zone: TimeZoneRules) -> String {
    "## \(event.id) · \(event.action.name) · \(event.by) · \(event.date(in: zone))"
  }
}
