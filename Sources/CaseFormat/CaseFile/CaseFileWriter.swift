package import CaseModel

/// Writes a case file in its one canonical form: UTF-8, LF, fixed order, one final newline.
package enum CaseFileWriter {
  /// Returns the bytes of a file.
  package static func bytes(_ history: History, _ file: Case, zone: TimeZoneRules) -> [UInt8] {
    var output = "---\n"
    for line in FrontMatterWriter.lines(file) { output += line + "\n" }
    output += "---\n# " + file.title + "\n\n"
    for event in history.events {
      guard let text = event.text else { continue }
      if case .register = event.action {} else { output += heading(of: event, zone) + "\n\n" }
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
