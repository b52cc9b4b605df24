internal import CaseFormat
internal import Diagnostics
internal import Site

/// Reads the text files of a site template: `key: text`, or a key with one level of plural forms.
enum TemplateTexts {
  static let read: TemplateSource.TextReader = { bytes, path throws(TextProblem) in
    do throws(Diagnostic) {
      return try entries(bytes, path)
    } catch {
      throw TextProblem(line: error.location?.line, summary: error.message)
    }
  }

  private static func entries(
    _ bytes: [UInt8], _ path: String
  ) throws(Diagnostic) -> [TextEntry] {
    var entries: [TextEntry] = []
    for pair in try YAMLNode.parse(bytes, path: path).requireMap() {
      let key = try pair.key.requireText()
      let value: TextValue
      if let text = pair.value.text {
        value = .plain(text)
      } else {
        var forms: [(String, String)] = []
        for form in try pair.value.requireMap() {
          forms.append((try form.key.requireText(), try form.value.requireText()))
        }
        value = .forms(Dictionary(forms) { first, _ in first })
      }
      entries.append(TextEntry(key: key, value: value, line: pair.key.line ?? 1))
    }
    return entries
  }
}
