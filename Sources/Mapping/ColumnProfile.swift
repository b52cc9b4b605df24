internal import Exchange
internal import CaseModel
internal import PersonalData
internal import Tables

/// What the cells of a column look like; the values themselves are kept only while they are few.
struct ColumnProfile {
  let index: Int
  /// The name by which a map finds the column; a nameless one is written `#n`.
  let name: String
  let header: String
  /// What its header says that it holds, the likeliest first.
  let meanings: [HeaderWords.Match]
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
  /// How many cells are a whole number from 0 to 120, as ages are.
  private(set) var ages = 0
  /// Whether some cells name a sensitive category, alone or among others.
  var namesSensitive = false
  /// Kinds of personal data that some cells hold.
  private(set) var personal: Set<PersonalDataPattern.Kind> = []
  /// How its dates are written, if it holds dates.
  var dates: ColumnDates
  /// What stands between several answers in one cell; nil when each cell is one.
  let separator: String?
  /// How many cells each of several answers stands in.
  private(set) var answers: [String: Int] = [:]
  /// The beginning of its cells one after the other, from which their language is guessed.
  private(set) var sample = ""

  /// More different values than these are no codes, unless the header says so.
  static let mostCodes = 40
  /// More are not kept at all.
  static let mostValues = 300

  init(_ table: Table, _ rows: [TableRow], column index: Int) {
    self.index = index
    header = table.header[index]
    name = Self.name(of: index, in: table)
    meanings = HeaderWords.matches(of: header)
    let cells = rows.map { onOneLine($0[index]) }
    dates = ColumnDates(
      cells, isNamed: meanings.contains { $0.meaning.isDate } || HeaderWords.namesDates(header))
    let distinct = Set(cells)
    separator = distinct.count > Self.mostValues ? nil : ColumnParts.separator(of: cells)
    look(at: cells)
  }

  private mutating func look(at cells: [String]) {
    var distinct: Set<String> = []
    var (length, words) = (0, 0)
    for cell in cells where !cell.isEmpty {
      filled += 1
      length += cell.unicodeScalars.count
      words += cell.split(separator: " ").count
      if sample.utf8.count < 1 << 14 { sample += cell + "\n" }
      if let number = LocalisedNumber.integer(cell), (0...120).contains(number) { ages += 1 }
      if distinct.insert(cell).inserted {
        for finding in PersonalDataPattern.findings(in: cell) { personal.insert(finding.kind) }
      } else {
        isUnique = false
      }
      values?[cell, default: 0] += 1
      if let separator {
        for answer in ColumnParts.parts(of: cell, by: separator) {
          answers[answer, default: 0] += 1
        }
      }
      if let count = values?.count, count > Self.mostValues { values = nil }
    }
    if filled > 0 { (meanLength, meanWords) = (length / filled, words / filled) }
  }

  /// Whether the header says something about a person, or about somebody else than the complainant.
  var isPersonal: Bool { meanings.first?.meaning == .personal }

  func means(_ meaning: HeaderWords.Meaning) -> Bool {
    meanings.contains { $0.meaning == meaning }
  }

  /// Whether the cells are few different words, as codes are.
  var looksCoded: Bool {
    guard let values, filled > 0, personal.isEmpty, !dates.areDates else { return false }
    return values.count <= max(2, filled / 2) && meanLength <= 60
      && values.count <= Self.mostCodes
  }

  /// Whether the cells could be codes where the header says so: more of them, but each again and
  /// again.
  var mayBeCoded: Bool {
    guard let values, filled > 0, personal.isEmpty, !dates.areDates else { return false }
    return looksCoded || values.count * 3 <= filled && meanLength <= 60
  }

  /// Whether nearly all cells are ages in whole years.
  var areAges: Bool { filled > 0 && ages * 10 >= filled * 9 }

  /// Whether the cells could be names of kinds, though a short table hardly repeats any.
  var looksLikeKinds: Bool {
    (values?.count).map { $0 <= Self.mostCodes } ?? false && filled > 0 && personal.isEmpty
      && !dates.areDates && meanLength <= 40
  }

  /// Whether the cells are sentences of which hardly two are the same.
  var looksWritten: Bool {
    let repeats = filled >= 4 && (values?.count ?? filled) * 2 <= filled
    return !dates.areDates && meanWords >= 2 && meanLength >= 10 && !repeats
  }

  private static func name(of index: Int, in table: Table) -> String {
    guard table.header[index].isEmpty else { return table.name(ofColumn: index) ?? "" }
    return "#\(table.header[...index].count { $0.isEmpty })"
  }
}
