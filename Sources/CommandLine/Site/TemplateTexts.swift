internal import CaseFormat
internal import Diagnostics
internal import Site

/// Reads the text files of a site template: `key: text`, or a key with one level of plural forms.
///
/// In `brand.yml` a form may have forms of its own: a contact in several languages.
enum TemplateTexts {
  static let read: TemplateSource.TextReader = { bytes, path throws(TextProblem) in
    do throws(Diagnostic) {
      let root = try YAMLNode.parse(bytes, path: path)
      return try entries(of: root, level: 0, deepest: path == "brand.yml" ? 2 : 1)
    } catch {
      let line = error.location?.line
      throw (error.rule == "yaml.empty" ? comment(bytes, line) : nil)
        ?? TextProblem(line: line, summary: error.message, hint: error.hint ?? "")
    }
  }

  private static func entries(
    of node: YAMLNode, level: Int, deepest: Int
  ) throws(Diagnostic) -> [TextEntry] {
    var entries: [TextEntry] = []
    for pair in try node.requireMap() {
      let value: TextValue =
        if level < deepest, pair.value.pairs != nil {
          .forms(try Self.entries(of: pair.value, level: level + 1, deepest: deepest))
        } else if level == 0, let text = pair.value.text {
          // A setting may be left empty, a form of it not.
          .plain(text)
        } else {
          .plain(try pair.value.requireText())
        }
      entries.append(
        TextEntry(key: try pair.key.requireText(), value: value, line: pair.key.line ?? 1))
    }
    return entries
  }

  /// A value that YAML takes for a comment, such as a colour without quotes.
  private static func comment(_ bytes: [UInt8], _ line: Int?) -> TextProblem? {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard let line, lines.indices.contains(line - 1),
      let start = lines[line - 1].firstRange(of: ": #")
    else { return nil }
    let key = lines[line - 1][..<start.lowerBound].drop { $0 == " " }
    let value = lines[line - 1][start.upperBound...].prefix { !$0.isWhitespace }
    return TextProblem(
      line: line, summary: "`\(key)` is empty: what follows `#` is a comment",
      hint: "quote it: `\(key): \"#\(value)\"`")
  }
}
