internal import PersonalData
internal import CaseModel

/// What the cells of a column look like; the values themselves are kept only while they are few.
struct ColumnProfile {
  let index: Int
  /// The name by which a map finds the column; a nameless one is written `#n`.
  let name: String
  let header: String
  /// How many cells hold something.
  private(set) var filled = 0
  /// How many cells each value has, up to ``mostValues`` values; nil when there are more.
  private(set) var values: [String: Int]? = [:]
  /// Whether no two cells hold the same.
  private(set) var isUnique = true
  /// The middle length of a filled cell, in characters.
  private(set) var meanLength = 0
  /// The middle number of words in a filled cell.
  private(set) var meanWords = 0
  /// Kinds of personal data that some cells hold.
  private(set) var personal: Set<PersonalDataPattern.Kind> = []
  /// The date patterns that nearly all cells have; more than one when days and months can be
  /// mistaken for each other.
  private(set) var datePatterns: [String] = []

  static let mostValues = 40

  init(_ table: DelimitedText, _ rows: [DelimitedRow], column index: Int) {
    self.index = index
    header = table.header[index]
    name = Self.name(of: index, in: table)
    var distinct: Set<String> = []
    var length = 0
    var words = 0
    for row in rows {
      let cell = onOneLine(row[index])
      guard !cell.isEmpty else { continue }
      filled += 1
      length += cell.unicodeScalars.count
      words += cell.split(separator: " ").count
      if !distinct.insert(cell).inserted { isUnique = false }
      values?[cell, default: 0] += 1
      if let count = values?.count, count > Self.mostValues { values = nil }
      for finding in PersonalDataPattern.findings(in: cell) { personal.insert(finding.kind) }
    }
    if filled > 0 { (meanLength, meanWords) = (length / filled, words / filled) }
    datePatterns = Self.datePatterns(of: rows.prefix(2_000).map { $0[index] })
  }

  /// Whether the cells are few different words, as codes are.
  var looksCoded: Bool {
    guard let values, filled > 0, personal.isEmpty, datePatterns.isEmpty else { return false }
    return values.count <= max(2, filled / 2) && meanLength <= 60
  }

  /// Whether the cells could be names of kinds, though a short table hardly repeats any.
  var looksLikeKinds: Bool {
    values != nil && filled > 0 && personal.isEmpty && datePatterns.isEmpty && meanLength <= 40
  }

  /// Whether the cells are sentences of which hardly two are the same.
  var looksWritten: Bool {
    let repeats = filled >= 4 && (values?.count ?? filled) * 2 <= filled
    return datePatterns.isEmpty && meanWords >= 2 && meanLength >= 10 && !repeats
  }

  private static func name(of index: Int, in table: DelimitedText) -> String {
    guard table.header[index].isEmpty else { return table.name(ofColumn: index) ?? "" }
    return "#\(table.header[...index].count { $0.isEmpty })"
  }

  private static let days = [
    "d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy/M/d", "d.M.yy", "M/d/yy",
  ]
  private static let times = [
    "", " H:mm:ss", " H:mm", ", H:mm", " h:mm:ss a", " h:mm a", " h:mm:ss a O",
  ]

  private static func datePatterns(of cells: [String]) -> [String] {
    let filled = cells.filter { !onOneLine($0).isEmpty }
    guard let first = filled.first, !filled.isEmpty else { return [] }
    let candidates = ["iso8601"] + days.flatMap { day in times.map { day + $0 } }
    let counts = candidates.compactMap { text -> (text: String, count: Int)? in
      guard let pattern = try? DatePattern(text) else { return nil }
      // Most patterns fit nothing: a few cells tell.
      let sample = filled.prefix(5)
      guard
        (try? pattern.parts(of: first)) != nil
          || sample.contains(where: { (try? pattern.parts(of: $0)) != nil })
      else { return nil }
      return (text, filled.count { (try? pattern.parts(of: $0)) != nil })
    }
    guard let best = counts.map(\.count).max(), best * 20 >= filled.count * 19 else { return [] }
    return counts.filter { $0.count == best }.map(\.text)
  }
}
