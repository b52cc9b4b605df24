internal import PersonalData
internal import CaseFormat
package import CaseModel
package import Diagnostics

/// A map that fits a table as far as its headers and contents tell; a person corrects it.
package struct MapProposal: Sendable {
  /// What was recognised and what to look at, in words; no value of a cell.
  package let words: [String]
  /// The map.
  package let yaml: String

  /// Reads a table and proposes a map for it.
  ///
  /// Throws `Diagnostic` when the table cannot be read.
  package static func propose(
    _ bytes: [UInt8], path: String, configuration: Configuration
  ) throws(Diagnostic) -> MapProposal {
    let decoded = try TableDecoder.decode(bytes.span, path: path)
    let table = try DelimitedText.parse(decoded.text, path: path)
    return propose(
      table, configuration, encoding: decoded.isGuess ? decoded.encoding : nil)
  }

  /// Proposes a map for a table; `encoding` when it was guessed and should be written down.
  package static func propose(
    _ table: DelimitedText, _ configuration: Configuration, encoding: TextEncoding? = nil
  ) -> MapProposal {
    // A row that stands there twice must not hide which column names the rows.
    var seen: Set<[String]> = []
    let rows = table.rows.filter { seen.insert($0.cells).inserted }
    let profiles = table.header.indices.map { ColumnProfile(table, rows, column: $0) }
    let choice = ColumnChoice(profiles)
    let writer = ProposalWriter(
      choice: choice, rows: table.rows.count, configuration: configuration, encoding: encoding)
    return MapProposal(words: writer.words, yaml: writer.yaml)
  }
}

/// The choice of what each column is for: every field gets the column that fits it best.
struct ColumnChoice {
  /// What a column is proposed for.
  enum Role: Hashable {
    case date(ImportField)
    case code(ImportField)
    case narrative
    case text
    case title
    case `private`
    /// Says how far a complaint is, which only dates can say here.
    case status
    case drop
  }

  let profiles: [ColumnProfile]
  /// The roles, in the order of the columns.
  private(set) var roles: [Role]
  /// The column that names the rows.
  private(set) var id: ColumnProfile?
  /// A column that says the category in words which are too many or too personal to be codes.
  private(set) var unclearCategory: ColumnProfile?

  init(_ profiles: [ColumnProfile]) {
    self.profiles = profiles
    // A column whose name cannot be written in a map stays private, like all that it does not name.
    roles = profiles.map { $0.filled == 0 ? .drop : .private }
    let meanings = profiles.map { HeaderWords.meanings(of: $0.header) }
    chooseID(meanings)
    chooseDates(meanings)
    chooseCodes(meanings)
    chooseTexts(meanings)
    noteTheRest(meanings)
  }

  private func isFree(_ index: Int, _ meanings: [HeaderWords.Meaning]) -> Bool {
    roles[index] == .private && meanings.first != .personal && id?.index != index
      && ProposalWriter.canWrite(profiles[index].name)
  }

  /// The id is unique, there in every row, and no number of a person; a word for it in the header
  /// is wanted except in a first column without a name.
  private mutating func chooseID(_ meanings: [[HeaderWords.Meaning]]) {
    let rows = profiles.map(\.filled).max() ?? 0
    let candidates = profiles.filter { profile in
      profile.filled == rows && profile.isUnique && rows > 0 && profile.datePatterns.isEmpty
        && profile.meanLength <= 48 && profile.personal.isSubset(of: [.identifier])
        && meanings[profile.index].first != .personal && ProposalWriter.canWrite(profile.name)
        && (meanings[profile.index].contains(.id) || profile.header.isEmpty && profile.index == 0)
    }
    // A record number that could be taken for an identity card comes last.
    id = candidates.first { $0.personal.isEmpty } ?? candidates.first
  }

  private mutating func chooseDates(_ meanings: [[HeaderWords.Meaning]]) {
    let order: [ImportField] = [.closed, .acknowledged, .decided, .informed, .happened, .received]
    for field in order {
      let free = profiles.filter { profile in
        !profile.datePatterns.isEmpty && isFree(profile.index, meanings[profile.index])
          && meanings[profile.index].contains(.field(field))
          && (field == .received || profile.filled > 0)
      }
      // Of several dates of receipt, the one that most rows have; then the one named more clearly.
      let best = free.enumerated().max { left, right in
        (left.element.filled, -Self.vagueness(left.element.header), -left.offset)
          < (right.element.filled, -Self.vagueness(right.element.header), -right.offset)
      }?.element
      if let best { roles[best.index] = .date(field) }
    }
    if !roles.contains(.date(.received)),
      let first = profiles.first(where: {
        !$0.datePatterns.isEmpty && isFree($0.index, meanings[$0.index])
      })
    {
      roles[first.index] = .date(.received)
    }
    // A log with one date has the one that every case needs.
    if !roles.contains(.date(.received)), let only = roles.firstIndex(of: .date(.happened)) {
      roles[only] = .date(.received)
    }
  }

  /// Words such as `start` and `submission` may mean the form and not the complaint.
  private static func vagueness(_ header: String) -> Int {
    let words = HeaderWords.words(of: header)
    let sure = ["received", "receipt", "created", "opened", "complaint", "استلام", "обращения"]
    if words.contains(where: sure.contains) { return 0 }
    return words.contains { ["start", "submission", "timestamp"].contains($0) } ? 2 : 1
  }

  private mutating func chooseCodes(_ meanings: [[HeaderWords.Meaning]]) {
    let fields = ImportField.allCases.filter { !$0.isDate }
    for field in fields {
      let free = profiles.filter { profile in
        isFree(profile.index, meanings[profile.index])
          && meanings[profile.index].first(where: Self.isCode) == .field(field)
      }
      // Two columns of kinds: the coarser one is nearer to categories.
      let best = free.filter { $0.looksCoded && ($0.values?.count ?? 0) > 1 }
        .min { ($0.values?.count ?? 0, $0.index) < ($1.values?.count ?? 0, $1.index) }
      if let best { roles[best.index] = .code(field) }
      // No default may stand for a category that the table itself names.
      if field == .category, best == nil {
        if let kinds = free.first(where: \.looksLikeKinds) {
          roles[kinds.index] = .code(field)
        } else {
          unclearCategory = free.first {
            $0.filled > 0 && $0.datePatterns.isEmpty && !meanings[$0.index].contains(.reply)
          }
        }
      }
    }
  }

  private static func isCode(_ meaning: HeaderWords.Meaning) -> Bool {
    if case .field(let field) = meaning { !field.isDate } else { false }
  }

  private mutating func chooseTexts(_ meanings: [[HeaderWords.Meaning]]) {
    let free = profiles.filter { profile in
      profile.filled > 0 && !profile.looksCoded && profile.datePatterns.isEmpty
        && isFree(profile.index, meanings[profile.index])
    }
    if let title = free.first(where: { meanings[$0.index].contains(.title) }) {
      roles[title.index] = .title
    }
    let written = profiles.filter { profile in
      let meanings = meanings[profile.index]
      return profile.looksWritten && isFree(profile.index, meanings) && meanings.contains(.text)
        && !meanings.contains { [.reply, .id, .status].contains($0) }
    }
    if let narrative = written.max(by: { $0.meanLength < $1.meanLength }) {
      roles[narrative.index] = .narrative
    }
  }

  /// Nothing that somebody relies on goes without a word, and a text is not taken for a category.
  private mutating func noteTheRest(_ meanings: [[HeaderWords.Meaning]]) {
    for profile in profiles where profile.datePatterns.isEmpty {
      let own = meanings[profile.index]
      if own.contains(.status), isFree(profile.index, own) { roles[profile.index] = .status }
    }
    if let column = unclearCategory, roles[column.index] != .private { unclearCategory = nil }
  }
}
