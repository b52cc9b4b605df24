internal import CaseFormat
internal import CaseModel
internal import Exchange

/// Cases as a table for spreadsheets: one column for each field of the front matter.
enum CaseTable {
  /// The columns, in the order of the front matter; the complainant's facts each have their own.
  static let columns =
    [
      "case", "state", "category", "themes", "sensitivity", "priority", "channel", "language",
      "area", "unit", "project", "received", "received-by", "happened", "registered",
      "acknowledged", "due", "extended", "assignee", "waiting-for", "waiting-until", "held-from",
      "held-until", "outcome", "root-cause", "decided", "decided-by", "approved-by", "informed",
      "waived", "closed", "reopened", "objections", "duplicate-of", "follows", "same-issue",
      "promises", "referrals", "satisfaction", "subjects", "external", "on-behalf", "repeat",
      "consent",
    ] + Complainant.keys + ["attention"]

  /// The table with a header row and the title last; text that a spreadsheet would run is disarmed.
  static func csv(_ cases: [Case]) -> String {
    var writer = DelimitedWriter(for: .spreadsheet)
    writer.append(columns + ["title"])
    for file in cases {
      let cells = Dictionary(cells(file)) { first, _ in first }
      writer.append(columns.map { cells[$0] ?? "" } + [file.title])
    }
    return writer.text
  }

  /// The fields of a case as text.
  static func cells(_ file: Case) -> [(String, String)] {
    FrontMatterWriter.pairs(file).flatMap { key, value -> [(String, String)] in
      switch value {
      case .text(let text): [(key, text)]
      case .list(let items): [(key, items.joined(separator: " "))]
      case .map(let pairs):
        key == "complainant"
          ? pairs.map { ($0.key, $0.value) }
          : [(key, pairs.map { "\($0.key) \($0.value)" }.joined(separator: ", "))]
      }
    }
  }
}
