/// What `areas.yml` says: where the organisation works, its units and its projects.
package struct Places: Sendable {
  /// An area and the one in which it lies.
  package struct Area: Sendable, Hashable {
    /// The code and its labels.
    package let name: LabelledCode
    /// Code of the area around it.
    package let parent: String?

    /// Describes an area.
    package init(name: LabelledCode, parent: String?) {
      self.name = name
      self.parent = parent
    }
  }

  /// Areas, the larger before the smaller.
  package let areas: [Area]
  /// The other lists, by the field of a case that holds their codes: units that answer for cases,
  /// projects that cases concern.
  private let lists: [CaseField: [LabelledCode]]

  /// Describes the places.
  package init(areas: [Area], lists: [CaseField: [LabelledCode]]) {
    self.areas = areas
    self.lists = lists
  }

  /// The codes of a field of ``Concern``.
  package func labelledCodes(_ field: CaseField) -> [LabelledCode] {
    field == .area ? areas.map(\.name) : lists[field] ?? []
  }
}
