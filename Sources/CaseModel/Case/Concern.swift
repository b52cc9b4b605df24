/// What a complaint concerns: where, which unit, which project; codes of `areas.yml`.
///
/// A fact of this kind is added here and as a ``CaseField``: files, events, lists of codes, `check` and
/// the import take it from ``fields``.
package struct Concern: Hashable, Sendable {
  /// The facts, each with a list of its codes in `areas.yml`.
  package static let fields: [CaseField] = [.area, .unit, .project]

  package var area: String?
  package var unit: String?
  package var project: String?

  /// Concerns nothing yet.
  package init() {}

  /// The code of one of ``fields``; nil for every other field.
  package subscript(field: CaseField) -> String? {
    get {
      switch field {
      case .area: area
      case .unit: unit
      case .project: project
      default: nil
      }
    }
    set {
      switch field {
      case .area: area = newValue
      case .unit: unit = newValue
      case .project: project = newValue
      default: break
      }
    }
  }
}
