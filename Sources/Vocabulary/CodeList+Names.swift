package import CaseModel

extension CodeList {
  /// The lists that somebody may ask for, in the order in which a case is told.
  package static let all: [CodeList] =
    [.categories, .groups, .themes, .channels]
    + Concern.fields.map(CodeList.concern)
    + [.partners, .members, .states, .sensitivities, .priorities, .outcomes, .rootCauses, .waivers]
    + [.consents]
    + Complainant.Fact.allCases.filter { $0 != .anonymous }.map(CodeList.band)

  /// What the list is called on the command line, such as `areas` or `root-causes`.
  package var listName: String { key }

  /// The list of a name, in the singular too: `area`, `areas`, `organisation`; nil for none.
  package init?(named text: String) {
    let wanted = text.lowercased()
    let found = CodeList.all.first {
      [$0.listName, $0.noun, $0.noun.replacing(" ", with: "-")].contains(wanted)
    }
    guard let found else { return nil }
    self = found
  }
}
