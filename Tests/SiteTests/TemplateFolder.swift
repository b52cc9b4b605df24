import CaseFormat
import FoundationEssentials
import Site
import SiteTemplate
import Text

/// The template of the project, read from its folder as the program embeds it.
enum TemplateFolder {
  static let layer = TemplateSource.Layer(name: "built-in", files: files())

  static func source(overrides: [String: String] = [:]) -> TemplateSource {
    let own = TemplateSource.Layer(
      name: "site-template", files: overrides.mapValues { Array($0.utf8) })
    return TemplateSource(
      layers: [own, layer], read: readTexts, nearest: { nearest(to: $0, among: $1) })
  }

  private static func files() -> [String: [UInt8]] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "site-template").path + "/"
    var files: [String: [UInt8]] = [:]
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
      if let data = FileManager.default.contents(atPath: folder + path), !data.isEmpty {
        files[path] = Array(data)
      }
    }
    return files
  }

  /// Reads the small part of YAML that the template's own files use: enough for tests.
  static func readTexts(_ bytes: [UInt8], _ path: String) throws(TextProblem) -> [TextEntry] {
    var entries: [TextEntry] = []
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      guard let colon = line.firstIndex(of: ":") else {
        throw TextProblem(line: index + 1, summary: "no colon")
      }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      let entry = TextEntry(
        key: unquoted(line[..<colon].drop { $0 == " " }),
        value: value.isEmpty ? .forms([]) : .plain(unquoted(value)), line: index + 1)
      try add(entry, to: &entries, level: line.prefix { $0 == " " }.count / 2)
    }
    return entries
  }

  /// Puts an entry below the last one of the level above it.
  private static func add(
    _ entry: TextEntry, to entries: inout [TextEntry], level: Int
  ) throws(TextProblem) {
    guard level > 0 else { return entries.append(entry) }
    guard let last = entries.popLast(), case .forms(var forms) = last.value else {
      throw TextProblem(line: entry.line, summary: "nothing to belong to")
    }
    try add(entry, to: &forms, level: level - 1)
    entries.append(TextEntry(key: last.key, value: .forms(forms), line: last.line))
  }

  private static func unquoted(_ text: Substring) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return String(text) }
    let parts = text.dropFirst().dropLast().split(
      separator: "\\u00A0", omittingEmptySubsequences: false)
    return parts.joined(separator: "\u{A0}")
  }
}
