package import CaseModel
package import Register

/// By which category figures count each case, whatever it is called today.
package struct CountedCategories {
  /// The name of the column.
  package static let column = "category-at-limit"

  private let today: CalendarDate
  private let corrections: [CaseID: [Correction]]

  /// Reads the corrections of all cases that figures count.
  package init(_ register: Register) throws {
    today = register.today
    corrections = Dictionary(
      try register.casesForFigures().cases.map { ($0.id, $0.corrections) }
    ) { first, _ in first }
  }

  /// The category in force when the 15 days were over, or today's before that; nil for a case that is
  /// in no figure, because it is sensitive or damaged.
  package subscript(row: CaseStanding) -> String? {
    guard var theCase = row.ordinary, !theCase.sensitivity.isSensitive,
      let corrections = corrections[theCase.id]
    else { return nil }
    theCase.corrections = corrections
    return ComplaintRule.category(of: theCase, asOf: today)
  }
}
