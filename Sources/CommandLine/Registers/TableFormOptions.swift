internal import ArgumentParser
internal import Exchange
internal import Tables

/// The options that say how a table is written, before a map says it or instead of one.
struct TableFormOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The encoding, such as windows-1252, windows-1256, koi8-r or any other that iconv knows.",
      valueName: "name"))
  var encoding: String?
  @Option(
    help: ArgumentHelp("What parts the cells: comma, semicolon, tab or bar.", valueName: "name"))
  var separator: String?
  @Option(
    help: ArgumentHelp("The row that names the columns, from 1.", valueName: "number"))
  var headerRow: String?

  /// The options as they are meant; throws `UsageError` for a name or a number that is none.
  func options() throws -> TableOptions {
    TableOptions(
      encoding: try encoding.map(Self.encoding), separator: try separator.map(Self.separator),
      headerRow: try headerRow.map(Self.row))
  }

  static func encoding(_ name: String) throws -> TextEncoding {
    guard let encoding = TextEncoding(named: name) else {
      throw UsageError(
        message: "the encoding “\(name)” is not known",
        hint: "give utf-8, utf-16, windows-1252, windows-1256, windows-1251, koi8-r, or another "
          + "name that iconv knows")
    }
    return encoding
  }

  private static func separator(_ name: String) throws -> CellSeparator {
    guard let separator = CellSeparator(named: name) else {
      throw UsageError(
        message: "“\(name)” parts no cells", hint: "give comma, semicolon, tab or bar")
    }
    return separator
  }

  private static func row(_ text: String) throws -> Int {
    guard let row = Int(text.asciiDigits), (1...10_000).contains(row) else {
      throw UsageError(
        message: "“\(text)” is no row", hint: "give its number as the spreadsheet shows it, from 1")
    }
    return row
  }
}
