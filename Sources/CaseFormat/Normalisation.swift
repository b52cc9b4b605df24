package import Diagnostics

/// Brings a text to the one form in which the register keeps it.
///
/// Line ends become LF, the text is composed (NFC), blank lines at the beginning and the end go;
/// spaces at the end of a line stay, since two of them are a line break in Markdown. A text with a
/// control, a direction embedding, override or isolate, or a byte order mark inside is refused with
/// its place (`text.character`), and so is one that Unicode 15 does not know; a single byte order mark at the very beginning, and a carriage
/// return that stands alone, are line-end and encoding habits of programs and are silently undone.
/// Direction marks (U+200E, U+200F) stay: people type them to keep a phone number readable.
package func normalisedText(_ text: String, path: String) throws(Diagnostic) -> String {
  let unified = nfc(withLineFeeds(text))
  let scan = CharacterScan(unified.utf8.span)
  if let problem = scan.problem {
    let place = lineAndColumn(of: scan.offset, in: unified.utf8.span)
    throw Diagnostic(
      rule: "text.character",
      at: SourceLocation(path: path, line: place.line, column: place.column),
      message: problem.message, hint: "remove the character and try again")
  }
  if let (offset, scalar) = Composition.firstUnassigned(in: unified) {
    let place = lineAndColumn(of: offset, in: unified.utf8.span)
    throw Diagnostic(
      rule: "text.character",
      at: SourceLocation(path: path, line: place.line, column: place.column),
      message: "the character \(codePoint(scalar.value)) is not one of Unicode 15",
      hint: "write it with characters that every copy of the program knows")
  }
  return withoutOuterBlankLines(unified)
}

/// Turns CR LF and CR into LF and drops a leading byte order mark.
private func withLineFeeds(_ text: String) -> String {
  var scalars = text.unicodeScalars[...]
  if scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
  guard scalars.contains("\r") else { return String(scalars) }
  var result = String.UnicodeScalarView()
  var afterReturn = false
  for scalar in scalars {
    if scalar == "\r" {
      result.append("\n")
    } else if scalar != "\n" || !afterReturn {
      result.append(scalar)
    }
    afterReturn = scalar == "\r"
  }
  return String(result)
}

/// Drops lines of nothing but spaces and tabs at both ends, and the last line's end.
private func withoutOuterBlankLines(_ text: String) -> String {
  let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
  let isBlank = { (line: Substring.UTF8View) in line.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
  guard let first = lines.firstIndex(where: { !isBlank($0) }),
    let last = lines.lastIndex(where: { !isBlank($0) })
  else { return "" }
  return String(text[lines[first].startIndex..<lines[last].endIndex])
}
