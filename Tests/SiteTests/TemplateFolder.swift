import FoundationEssentials
import Site

/// The template of the project, read from its folder as the program embeds it.
enum TemplateFolder {
  static let layer = TemplateSource.Layer(name: "built-in", files: files())

  static func source(overrides: [String: String] = [:]) -> TemplateSource {
    let own = TemplateSource.Layer(
      name: "site-template", files: overrides.mapValues { Array($0.utf8) })
    return TemplateSource(layers: [own, layer], read: readTexts)
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
      let key = unquoted(line[..<colon].drop { $0 == " " })
      let value = unquoted(line[line.index(after: colon)...].drop { $0 == " " })
      if line.hasPrefix(" ") {
        guard let last = entries.popLast(), case .forms(var forms) = last.value else {
          throw TextProblem(line: index + 1, summary: "nothing to belong to")
        }
        forms[key] = value
        entries.append(TextEntry(key: last.key, value: .forms(forms), line: last.line))
      } else {
        let text: TextValue = value.isEmpty ? .forms([:]) : .plain(value)
        entries.append(TextEntry(key: key, value: text, line: index + 1))
      }
    }
    return entries
  }

  private static func unquoted(_ text: Substring) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return String(text) }
    let parts = text.dropFirst().dropLast().split(
      separator: "\\u00A0", omittingEmptySubsequences: false)
    return parts.joined(separator: "\u{A0}")
  }
}
