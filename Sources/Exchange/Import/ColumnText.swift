/// A cell of a column of text that holds something.
struct ColumnText: Sendable {
  /// The column's name.
  let column: String
  /// Where the text goes.
  let place: ImportMap.TextPlace
  /// The text as it is stored, normalised.
  let text: String

  /// The paragraph that says which column it comes from.
  var labelled: String { "**\(column):** \(text)" }
}
