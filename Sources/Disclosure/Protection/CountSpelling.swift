internal import Text
internal import CaseModel

/// How codes and what cannot occur are written in `counts.csv`.
///
/// A closed block keeps the spelling in which it was frozen.
package enum CountSpelling: Hashable, Sendable {
  /// Bands as their codes (`5-11`, which spreadsheets take for dates), impossible cells empty.
  case first
  /// Bands as `5 to 11`, impossible cells 0 with their flag.
  case forSpreadsheets

  /// The spelling of blocks that are closed now.
  package static let newest = CountSpelling.forSpreadsheets

  /// How a code is written.
  package func text(of code: String) -> String {
    self == .first ? code : SpreadsheetCell.band(code) ?? code
  }

  func text(of value: PublishedValue) -> String {
    if value == .notApplicable, self != .first { return "0" }
    return value.number.map { String($0) } ?? ""
  }

  /// The code that was written, in either spelling.
  static func code(_ text: String) -> String { SpreadsheetCell.code(text) }
}
