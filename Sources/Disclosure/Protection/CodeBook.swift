/// The codes of a register that tables are made of, and what each belongs to.
///
/// Rows of tables come from here, not from the cases, so that the list of rows tells nothing.
package struct CodeBook: Hashable, Sendable {
  /// Stands for a code that is not recorded or not in the book.
  package static let unknown = "unknown"
  /// Stands for a case that is not closed.
  package static let open = "open"
  /// Stands for a case to which the fifteen days do not apply.
  package static let notMeasured = "not-measured"
  /// Stands for a complainant who said nothing of the answer, or was not asked yet.
  package static let notAsked = "not-asked"
  /// Bands of days from receipt to closing; the last one is open-ended.
  package static let closingBands: [(code: String, days: ClosedRange<Int>)] = [
    ("0-3", 0...3), ("4-7", 4...7), ("8-15", 8...15), ("16-30", 16...30), ("31-60", 31...60),
    ("over-60", 61...Int.max),
  ]
  /// Bands of days since receipt of cases that are still open; the last one is open-ended.
  package static let ageingBands: [(code: String, days: ClosedRange<Int>)] = [
    ("0-15", 0...15), ("16-30", 16...30), ("31-60", 31...60), ("61-90", 61...90),
    ("over-90", 91...Int.max),
  ]
  /// What complainants may have said of the answer, and that they said nothing (yet).
  package static let satisfactions: Set<String> = ["yes", "no", notAsked]
  /// The bands that lie within the fifteen days.
  package static let timelyBands: Set<String> = ["0-3", "4-7", "8-15"]

  /// Category to group.
  package let groups: [String: String]
  /// The categories to which the fifteen days apply.
  package let complaintKinds: Set<String>
  /// Area to parent area; the empty text for an area without parent.
  package let areas: [String: String]
  /// Codes of channels.
  package let channels: Set<String>
  /// Codes of sexes.
  package let sexes: Set<String>
  /// Age band to child or adult.
  package let ages: [String: String]
  /// Codes of outcomes.
  package let outcomes: Set<String>

  /// Makes a book from the register's configuration.
  ///
  /// - Parameters:
  ///   - groups: Category to group, for the categories whose cases may be open or internal.
  ///   - complaintKinds: The categories to which the fifteen days apply.
  ///   - areas: Area to parent area; the empty text for an area without parent.
  ///   - channels: Codes of channels.
  ///   - sexes: Codes of sexes.
  ///   - ages: Age band to child or adult, as ``ages(of:)`` gives them.
  ///   - outcomes: Codes of outcomes.
  package init(
    groups: [String: String], complaintKinds: Set<String>, areas: [String: String],
    channels: Set<String>, sexes: Set<String>, ages: [String: String], outcomes: Set<String>
  ) {
    self.groups = groups
    self.complaintKinds = complaintKinds
    self.areas = areas
    self.channels = channels
    self.sexes = sexes
    self.ages = ages
    self.outcomes = outcomes
  }

  /// Which bands of ages are those of children: the ones that end below eighteen, `0-4`, `12-17`.
  package static func ages(of bands: [String]) -> [String: String] {
    Dictionary(
      bands.filter { $0 != unknown }.map { band in
        let last = band.split(separator: "-").last.flatMap { Int($0) }
        return (band, last.map { $0 < 18 } == true ? "child" : "adult")
      }
    ) { first, _ in first }
  }

  /// The areas from the root of the tree down to an area, at most two; unknown areas are `unknown`.
  package func path(to area: String) -> (region: String, district: String) {
    guard areas[area] != nil else { return (Self.unknown, Self.unknown) }
    var path = [area]
    // A cycle in the configuration ends the walk instead of hanging it.
    while let last = path.last, let parent = areas[last], !parent.isEmpty, !path.contains(parent) {
      path.append(parent)
    }
    let root = path[path.count - 1]
    return (root, path.count > 1 ? path[path.count - 2] : root)
  }

  /// The codes that a field may hold in a list of cases, sorted: the book's and those seen.
  package func codes(of field: Field, seenIn records: [Record]) -> [String] {
    var codes: Set<String> =
      switch field {
      case .category: Set(groups.keys)
      case .area: Set(areas.keys).union([Self.unknown])
      case .channel: channels
      case .sex: sexes.union([Self.unknown])
      case .age: Set(ages.keys).union([Self.unknown])
      case .closing: Set(Self.closingBands.map(\.code)).union([Self.open])
      case .outcome: outcomes.union([Self.open])
      case .satisfied: Self.satisfactions
      case .ageing: Set(Self.ageingBands.map(\.code))
      }
    for record in records { codes.insert(record[field]) }
    return codes.sorted()
  }
}
