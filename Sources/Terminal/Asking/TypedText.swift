/// A text that is typed line after line, without an editor.
package enum TypedText {
  /// Reads until Ctrl-D on an empty line; what is kept in the draft comes back, line by line, to be
  /// mended.
  ///
  /// Every line is kept while it is being typed.
  package static func read(_ field: String, keeping draft: Draft?) throws -> String {
    var kept = (draft?[field] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    var lines: [String] = []
    func keep(_ line: String) {
      draft?.keep(field, (lines + [line] + kept).joined(separator: "\n"))
    }
    while true {
      let beginning = kept.isEmpty ? "" : kept.removeFirst()
      guard let line = try LineEditor.line("| ", beginning: beginning, typing: keep) else { break }
      keep(line)
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }
}
