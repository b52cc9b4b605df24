internal import CaseFormat
internal import Diagnostics
internal import Site
internal import SiteTemplate

/// The reader of a site template's text files.
///
/// They hold `key: text`, or a key with one level of plural forms.
///
/// In `brand.yml` a form may have forms of its own: a contact in several languages.
enum TemplateTexts {
  static let read: TemplateSource.TextReader = { bytes, path throws(TextProblem) in
    do throws(Diagnostic) {
      let root = try YAMLNode.parse(bytes, path: path)
      return try entries(of: root, level: 0, deepest: path == "brand.yml" ? 2 : 1)
    } catch {
      let line = error.location?.line
      let lines = String(decoding: bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      let better =
        switch error.rule {
        case "yaml.empty": comment(lines, line)
        case "yaml.syntax": colon(lines, line, error.message)
        default: TextProblem?.none
        }
      throw better ?? TextProblem(line: line, summary: error.message, hint: error.hint ?? "")
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
        } else if level == 0, let words = words(of: pair.value) {
          throw pair.value.problem(
            rule: "yaml.type", "text is wanted here, not a list",
            hint: "write them in one line: \"\(words)\"")
        } else {
          .plain(try pair.value.requireText())
        }
      entries.append(
        TextEntry(key: try pair.key.requireText(), value: value, line: pair.key.line ?? 1))
    }
    return entries
  }

  /// The words of a list, such as languages, as one text; nil for anything else.
  private static func words(of node: YAMLNode) -> String? {
    guard let words = node.items?.compactMap(\.text), !words.isEmpty else { return nil }
    return words.joined(separator: " ")
  }

  /// A value that YAML takes for a comment, such as a colour without quotes, and others like it.
  private static func comment(_ lines: [Substring], _ line: Int?) -> TextProblem? {
    guard let line, lines.indices.contains(line - 1), let first = commented(lines[line - 1]) else {
      return nil
    }
    let others = lines.indices.dropFirst(line).filter { index in
      lines[index].hasPrefix(" ") && commented(lines[index]).map { isColour($0.value) } == true
    }.map { String($0 + 1) }
    let also =
      others.isEmpty
      ? "" : ", and so in line\(others.count > 1 ? "s" : "") \(others.joined(separator: ", "))"
    return TextProblem(
      line: line, summary: "`\(first.key)` is empty: what follows `#` is a comment",
      hint: "quote it: `\(first.key): \"#\(first.value)\"`" + also)
  }

  private static func commented(_ line: Substring) -> (key: Substring, value: Substring)? {
    guard let start = line.firstRange(of: ": #") else { return nil }
    return (
      line[..<start.lowerBound].drop { $0 == " " },
      line[start.upperBound...].prefix { !$0.isWhitespace }
    )
  }

  private static func isColour(_ text: Substring) -> Bool {
    [3, 6].contains(text.count) && text.allSatisfy(\.isHexDigit)
  }

  /// A text with a colon, which YAML takes for a key below a key.
  private static func colon(
    _ lines: [Substring], _ line: Int?, _ message: String
  ) -> TextProblem? {
    guard message.contains("mapping values are not allowed"), let line,
      lines.indices.contains(line - 1), let start = lines[line - 1].firstRange(of: ": ")
    else { return nil }
    let key = lines[line - 1][..<start.lowerBound].drop { $0 == " " }
    let text = lines[line - 1][start.upperBound...]
    guard text.contains(": "), !text.contains("\"") else { return nil }
    return TextProblem(
      line: line, summary: message,
      hint: "put quotes around a text with a colon: `\(key): \"\(text)\"`")
  }
}
