import Disclosure

/// What a column of the open data means: the one dictionary of all metadata files.
struct DataColumn: Equatable {
  enum Kind: Equatable {
    case text, date, count
  }

  /// The name in the header.
  let name: String
  /// A name for people, in English.
  let title: String
  /// What stands in the column, in English.
  let description: String
  /// The HXL hashtag with its attributes (HXL standard 1.1).
  let tag: String
  /// What the values are.
  let kind: Kind

  private init(_ name: String, _ title: String, _ description: String, tag: String, kind: Kind) {
    self.name = name
    self.title = title
    self.description = description
    self.tag = tag
    self.kind = kind
  }

  /// The columns of `counts.csv`, in the order of its header.
  static func counts(_ dimensions: [Dimension]) -> [DataColumn] {
    [period, table] + dimensions.sorted().map(column) + [value, flag]
  }

  /// The columns of `counts.hxl.csv`: the same with the first and the last day of the period.
  ///
  /// A period such as `2026-Q1` is no date, and HXL has no other way to say when.
  static func hxl(_ dimensions: [Dimension]) -> [DataColumn] {
    [period, start, end, table] + dimensions.sorted().map(column) + [value, flag]
  }

  private static let period = DataColumn(
    "period", "Period",
    "The block of registration, such as 2026-Q1; of open cases the day on which they were counted.",
    tag: "#meta+period", kind: .text)
  private static let start = DataColumn(
    "start", "First day", "The first day of the period.", tag: "#date+start", kind: .date)
  private static let end = DataColumn(
    "end", "Last day", "The last day of the period.", tag: "#date+end", kind: .date)
  private static let table = DataColumn(
    "table", "Table",
    "The dimensions by which the row counts, joined with a hyphen; total for all cases.",
    tag: "#meta+table", kind: .text)
  private static let value = DataColumn(
    "value", "Cases", "The number of cases; empty where the flag says why, 0 beside the flag z.",
    tag: "#indicator+value+num", kind: .count)
  private static let flag = DataColumn(
    "flag", "Flag",
    "Why there is no number: c withheld to protect people, z cannot occur, m not recorded. "
      + "A withheld number may be any, also none.",
    tag: "#meta+flag+code", kind: .text)

  /// The flags of an empty value.
  static let flags = [PublishedValue.hidden, .notApplicable, .missing].map(\.flag)

  private static func column(_ dimension: Dimension) -> DataColumn {
    func make(_ title: String, _ description: String, _ tag: String) -> DataColumn {
      DataColumn(dimension.rawValue, title, description, tag: tag, kind: .text)
    }
    return switch dimension {
    case .category: make("Category", "Category of the case.", "#cause+category+code")
    case .group: make("Group", "Group of categories.", "#cause+group+code")
    case .complaint:
      make(
        "Complaint", "Whether the case is a complaint to which the 15 days apply.",
        "#cause+complaint+code")
    case .district: make("District", "Second level of areas.", "#loc+district+code")
    case .region: make("Region", "First level of areas.", "#loc+region+code")
    case .channel: make("Channel", "How the case came in.", "#channel+code")
    case .sex: make("Sex", "Sex of the complainant.", "#group+sex+code")
    case .age: make("Age", "Age band of the complainant.", "#group+age+code")
    case .adult:
      make("Child or adult", "Age of the complainant, in two bands.", "#group+adult+code")
    case .timely:
      make(
        "Closed in time", "Whether a complaint was closed within 15 days of its receipt.",
        "#status+timely+code")
    case .outcome: make("Outcome", "How the case ended, or open.", "#status+outcome+code")
    case .closing:
      make(
        "Days to closing", "Band of days from receipt to closing, or open.",
        "#status+closing+code")
    case .satisfied:
      make(
        "Satisfied", "Whether the complainant said that the answer satisfied them.",
        "#status+satisfied+code")
    case .ageing:
      make(
        "Days open", "Band of days since receipt of a case that is still open.",
        "#status+ageing+code")
    }
  }
}
