/// A correction of a field that decides how figures count a case.
package struct Correction: Hashable, Sendable {
  /// The fields whose corrections figures have to know.
  package static let fields: Set<CaseField> = [.category, .received]

  package let field: CaseField
  /// The value that stood before.
  package let was: String
  /// The value since then.
  package let value: String
  /// The local day on which it was recorded, whatever earlier day it names.
  ///
  /// What was in force on a day cannot be changed afterwards. Of imported steps it is the day that they
  /// name.
  package let on: CalendarDate

  /// Describes a correction.
  package init(field: CaseField, was: String, value: String, on: CalendarDate) {
    self.field = field
    self.was = was
    self.value = value
    self.on = on
  }
}

extension Case {
  /// The category that was in force at the end of a day; before the first correction the one at
  /// registration.
  package func category(on day: CalendarDate) -> String {
    let changes = corrections.filter { $0.field == .category }
    return changes.last { $0.on <= day }?.value ?? changes.first?.was ?? category
  }
}
