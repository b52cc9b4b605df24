internal import Exchange
internal import Text
package import Diagnostics
package import Tables

/// A doubt about the form of a table that only a person can end.
package enum TableDoubt: Error, Sendable {
  /// Several encodings read the file as words, or none does; the likeliest first.
  case encoding([EncodingReading])
  /// No row looks like names of columns above rows of data; the first rows of the table.
  case header([TableRow])

  /// The refusal where nobody can be asked: what was found, and the option that decides it.
  package func refusal(of path: String) -> Diagnostic {
    switch self {
    case .encoding(let readings):
      let samples = LetterSample.differing(readings.map(\.text))
      let shown = zip(readings, samples).map { reading, lines in
        "\(reading.encoding.name) reads " + lines.map { "“\($0)”" }.joined(separator: ", ")
      }
      let options = readings.map {
        "`daftar import csv \(ShellWord.quoted(path)) --encoding \($0.encoding.name)`"
      }
      return Diagnostic(
        rule: "table.encoding-unclear", at: SourceLocation(path: path),
        message: "the file is not UTF-8, and its letters do not tell which encoding it is: "
          + shown.joined(separator: "; "),
        hint: "choose the one that reads right: " + options.joined(separator: " or ")
          + "; other names are possible too")
    case .header(let rows):
      let shown = rows.prefix(3).map { "row \($0.number): “\(Self.shown($0))”" }
      return Diagnostic(
        rule: "table.header-unclear", at: SourceLocation(path: path),
        message: "no row looks like the names of the columns: " + shown.joined(separator: "; "),
        hint: "say which row holds them: "
          + "`daftar import csv \(ShellWord.quoted(path)) --header-row NUMBER`; a table without such a "
          + "row needs one, written above its first row")
    }
  }

  /// The first cells of a row on one line, with the numbers of people hidden.
  package static func shown(_ row: TableRow) -> String {
    let cells = row.cells.map(onOneLine).filter { !$0.isEmpty }
    return LetterSample.withoutNumbers(cells.prefix(4).joined(separator: " | "))
  }
}
