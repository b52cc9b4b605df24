internal import CaseFormat
package import Diagnostics
package import Tables

/// The meaning that the columns of somebody's table have for the register.
///
/// Written as YAML beside the table; ``reading(_:path:)`` describes the keys.
package struct ImportMap: Sendable {
  /// What becomes of a column.
  package enum Use: Sendable {
    /// A code or a date of the case.
    case coded(Coding)
    /// Words, kept in the narrative or the title.
    case text(TextPlace)
    /// About a person: sealed as contact data, and left out while nobody has a key.
    case `private`
    /// Of no use for the case.
    case drop
  }

  /// How the cells of a coded column become codes or dates.
  package struct Coding: Sendable {
    /// The fact that the column fills.
    package var field: ImportField
    /// Codes by what the table says; an empty code means that nothing is known.
    package var values: [String: String] = [:]
    /// The code of everything else; nil refuses it, an empty one means that nothing is known.
    package var otherwise: String?
    /// How dates are written, tried in order.
    package var formats: [DatePattern] = []
    /// The words of a column of dates that mean that there is none.
    package var absent: Set<String> = []
    /// What stands between several codes in one cell.
    package var split: String?
  }

  /// Where a text goes.
  package enum TextPlace: Sendable, Hashable {
    /// A paragraph of the narrative that begins with the column's name.
    case labelled
    /// The narrative itself.
    case narrative
    /// The case's title.
    case title
    /// What was answered or done: the text of the decision or of the ending.
    case answer
  }

  /// One column and what becomes of it.
  package struct Column: Sendable {
    /// The name in the header; `name#2` is the second of that name.
    package var name: String
    package var use: Use
    /// The place in the map, for messages.
    package var location: SourceLocation
  }

  /// From what the stable id of a row is made.
  package struct External: Sendable {
    /// Stands before every id, so that ids of two systems never meet.
    package var prefix: String
    /// The column of the other system's id; nil derives the id from the row.
    package var column: String?
    /// Whether a person said that long numbers in it name records and not people.
    package var isRecordNumber: Bool
    package var location: SourceLocation
  }

  /// A value for every row that has none of its own.
  package struct Default: Sendable {
    package var code: String
    package var location: SourceLocation
  }

  package var encoding: TextEncoding?
  package var separator: CellSeparator?
  /// The row of the header, as a spreadsheet counts.
  package var headerRow: Int
  /// The row where the data begin; nil for the one below the header.
  package var firstRow: Int?
  /// The zone in which times of day are meant; nil for the register's.
  package var zone: Default?
  package var defaults: [ImportField: Default]
  /// The member who took the complaints; nil for the one who imports them.
  package var receivedBy: Default?
  package var external: External
  package var columns: [Column]

  /// The columns that fill a field.
  func columns(for field: ImportField) -> [Column] {
    columns.filter { column in
      if case .coded(let coding) = column.use { coding.field == field } else { false }
    }
  }
}

/// Puts a cell on one line: no outer white space, single spaces inside, composed (NFC).
package func onOneLine(_ text: String) -> String {
  nfc(
    text.unicodeScalars.split { $0.properties.isWhitespace }.map(String.init)
      .joined(separator: " "))
}
