package import CaseModel
package import Diagnostics
internal import Tables

/// A map that fits a table as far as its headers and contents tell; a person corrects it.
package struct MapProposal: Sendable {
  /// A column of dates of which nothing in the table says whether the day or the month comes first.
  package struct DateDoubt: Sendable, Hashable {
    /// The column's name.
    package let column: String
    /// A cell that both orders read.
    package let example: String
    /// The cell read in each order, as `2022-01-05`.
    package let dayFirst, monthFirst: String
  }

  /// What was recognised and what to look at, in words; of the cells only what the rows would become.
  package let words: [String]
  /// The map.
  package let yaml: String
  /// The doubts that are left open in the map, in the order of the columns.
  package let doubts: [DateDoubt]

  /// Reads a text table and proposes a map for it.
  ///
  /// Throws `Diagnostic` when the table cannot be read, or only with an option that a person gives.
  package static func propose(
    _ bytes: [UInt8], path: String, configuration: Configuration,
    options: TableOptions = TableOptions()
  ) throws(Diagnostic) -> MapProposal {
    do {
      let opened = try OpenedTable(
        bytes, path: path, options: options, languages: configuration.settings.languages)
      return propose(opened, configuration)
    } catch let doubt as TableDoubt {
      throw doubt.refusal(of: path)
    } catch let problem as Diagnostic {
      throw problem
    } catch {
      throw Diagnostic(
        rule: "table.read", at: SourceLocation(path: path), message: "the table cannot be read",
        hint: "save it as “CSV UTF-8” and try again")
    }
  }

  /// Proposes a map for a table from any source.
  ///
  /// `isDayFirst` says, by column, what a person answered to a doubt.
  package static func propose(
    _ opened: OpenedTable, _ configuration: Configuration, isDayFirst: [String: Bool] = [:]
  ) -> MapProposal {
    let table = opened.table
    // A row that stands there twice must not hide which column names the rows.
    var seen: Set<[String]> = []
    let rows = table.rows.filter { seen.insert($0.cells).inserted }
    let guesser = CodeGuess(configuration)
    let profiles = table.header.indices.map { index in
      var profile = ColumnProfile(table, rows, column: index)
      profile.namesSensitive =
        profile.values.map { $0.keys.contains(where: guesser.namesSensitiveCategory) }
        ?? rows.contains { guesser.namesSensitiveCategory($0[index]) }
      if let answer = isDayFirst[profile.name] { profile.dates.settle(isDayFirst: answer) }
      return profile
    }
    let choice = ColumnChoice(
      profiles, canClose: configuration.settings.format >= 2,
      guesser: guesser)
    let writer = ProposalWriter(choice: choice, opened: opened, configuration: configuration)
    let preview = ProposalPreview(writer)
    return MapProposal(
      words: writer.words + preview.lines, yaml: writer.yaml, doubts: writer.doubts)
  }
}
