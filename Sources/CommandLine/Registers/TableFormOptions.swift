internal import ArgumentParser
internal import Mapping

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
  @Option(help: ArgumentHelp("The row that names the columns, from 1.", valueName: "number"))
  var headerRow: String?

  /// The options as they are meant; throws `UsageError` for a word that says nothing.
  func options() throws -> TableOptions {
    do throws(TableOptions.Unknown) {
      return try TableOptions(encoding: encoding, separator: separator, headerRow: headerRow)
    } catch {
      throw UsageError(message: error.message, hint: error.hint)
    }
  }
}
