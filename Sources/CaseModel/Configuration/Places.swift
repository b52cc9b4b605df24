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
  /// Units that answer for cases.
  package let units: [LabelledCode]
  /// Projects that cases concern.
  package let projects: [LabelledCode]

  /// Describes the places.
  package init(areas: [Area], units: [LabelledCode], projects: [LabelledCode]) {
    self.areas = areas
    self.units = units
    self.projects = projects
  }
}
