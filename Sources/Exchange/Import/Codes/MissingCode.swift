package import CaseModel
internal import CaseFormat
internal import Diagnostics
internal import PersonalData
internal import Tables
internal import Vocabulary

/// A code that a map names and the register does not have, of a list that may take a new one.
package struct MissingCode: Sendable, Hashable {
  /// The list that it would be of.
  package let list: CodeList
  package let code: String
  /// What the table calls it, or the code itself where only the map names it.
  package let name: String
  /// How many rows would have it; none of a code that stands under “defaults” alone.
  package let rows: Int
  let location: SourceLocation
}

extension MissingCode {
  /// The same, called by nothing but itself.
  var withoutName: MissingCode {
    MissingCode(list: list, code: code, name: code, rows: rows, location: location)
  }

  /// The codes that rows or defaults would get by a map and that the register lacks, by field.
  ///
  /// What no row has is not missed, though the map names it.
  static func all(
    of map: ImportMap, in table: Table, _ configuration: Configuration
  ) -> [MissingCode] {
    let codes = FieldCodes(configuration)
    return ImportField.allCases.flatMap { field -> [MissingCode] in
      guard let list = field.codes, list.takesNewCodes else { return [] }
      var search = CodeSearch(field: field, codes: codes)
      if let usual = map.defaults[field] { search.look(at: usual) }
      for column in map.columns(for: field) { search.look(at: column, in: table) }
      return search.found.sorted { $0.key < $1.key }.map { code, uses in
        MissingCode(
          list: list, code: code, name: uses.name ?? code, rows: uses.rows, location: uses.location)
      }
    }
  }
}

/// The search for codes of one field that the register lacks.
private struct CodeSearch {
  /// Where a code is named, and by what.
  struct Uses {
    let location: SourceLocation
    var rows = 0
    var words: [String: Int] = [:]

    /// The word that most rows have, if it may be a name that everybody reads.
    var name: String? {
      let word = words.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      return word.flatMap { CodeSearch.isName($0) ? $0 : nil }
    }
  }

  let field: ImportField
  let codes: FieldCodes
  private(set) var found: [String: Uses] = [:]

  init(field: ImportField, codes: FieldCodes) {
    self.field = field
    self.codes = codes
  }

  private func isMissing(_ code: String) -> Bool {
    !code.isEmpty && !codes.knows(code, in: field)
  }

  mutating func look(at usual: ImportMap.Default) {
    guard isMissing(usual.code) else { return }
    found[usual.code] = Uses(location: usual.location)
  }

  mutating func look(at column: ImportMap.Column, in table: Table) {
    guard case .coded(let coding) = column.use, let index = table.column(column.name) else {
      return
    }
    let named = Set(coding.values.values).union([coding.otherwise].compactMap(\.self))
      .filter(isMissing)
    guard !named.isEmpty else { return }
    for row in table.rows {
      for word in RowReader.words(onOneLine(row[index]), coding.split) where !word.isEmpty {
        let own = coding.values[word]
        let other = codes.knows(word, in: field) ? nil : coding.otherwise
        guard let code = own ?? other, named.contains(code) else { continue }
        var uses = found[code] ?? Uses(location: column.location)
        uses.rows += 1
        if own != nil { uses.words[word, default: 0] += 1 }
        found[code] = uses
      }
    }
  }

  /// Whether a word of the table may stand in lists and on pages: short, plain, and no number of a
  /// person.
  private static func isName(_ word: String) -> Bool {
    word.unicodeScalars.count <= 80 && (try? normalisedText(word, path: "")) == word
      && PersonalDataPattern.findings(in: word).isEmpty
  }
}
