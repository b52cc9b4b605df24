internal import Exchange
internal import PersonalData

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
    /// What was answered or done.
    case reply
    /// One answer of a question with many, which another column holds as a whole.
    case answer
  }

  private(set) var profiles: [ColumnProfile]
  /// The roles, in the order of the columns.
  private(set) var roles: [Role]
  /// The column that names the rows.
  private(set) var id: ColumnProfile?
  /// Columns whose header says nothing and whose cells are words for codes.
  private(set) var shownByCells: Set<Int> = []
  private let guesser: CodeGuess
  /// A column that says the category in words which are too many or too personal to be codes, or that
  /// names a sensitive one though it is for something else.
  private(set) var unclearCategory: ColumnProfile?

  /// Chooses for all columns; `canClose` when the register can record an ending of which no day is
  /// known.
  init(_ profiles: [ColumnProfile], canClose: Bool, guesser: CodeGuess) {
    self.profiles = profiles
    self.guesser = guesser
    // A column whose name cannot be written in a map stays private, like all that it does not name.
    roles = profiles.map { $0.filled == 0 ? .drop : .private }
    settleDates()
    chooseID()
    chooseDates()
    chooseCodes()
    chooseCodesByCells()
    chooseSeveralKinds()
    chooseTexts()
    if canClose { chooseState() }
    noteTheRest()
  }

  private func isFree(_ profile: ColumnProfile) -> Bool {
    roles[profile.index] == .private && !profile.isPersonal && id?.index != profile.index
      && ProposalWriter.canWrite(profile.name)
  }

  /// Where one column shows whether the day or the month comes first, the others follow it.
  private mutating func settleDates() {
    let shown = Set(profiles.compactMap(\.dates.isDayFirst))
    guard shown.count == 1, let isDayFirst = shown.first else { return }
    for index in profiles.indices { profiles[index].dates.settle(isDayFirst: isDayFirst) }
  }

  /// The id is unique, there in every row, and no number of a person; a word for it in the header
  /// is wanted except in a first column without a name.
  private mutating func chooseID() {
    let rows = profiles.map(\.filled).max() ?? 0
    let candidates = profiles.filter { profile in
      profile.filled == rows && profile.isUnique && rows > 0 && !profile.dates.areDates
        && profile.meanLength <= 48 && profile.personal.isSubset(of: [.identifier])
        && !profile.isPersonal && ProposalWriter.canWrite(profile.name)
        && (profile.means(.id) || profile.header.isEmpty && profile.index == 0)
    }
    // A record number that could be taken for an identity card comes last.
    id = candidates.first { $0.personal.isEmpty } ?? candidates.first
  }

  private mutating func chooseDates() {
    let order: [ImportField] = [.closed, .acknowledged, .decided, .informed, .happened, .received]
    let rows = profiles.map(\.filled).max() ?? 0
    for field in order {
      let free = profiles.filter { profile in
        profile.dates.areDates && isFree(profile) && profile.means(.field(field))
          && profile.filled > 0
      }
      // Of several dates of receipt, the one whose header speaks of the complaint, unless most rows
      // lack it; then the one that most rows have.
      let best = free.max { left, right in
        rank(left, rows) < rank(right, rows)
      }
      if let best { roles[best.index] = .date(field) }
    }
    if !roles.contains(.date(.received)),
      let first = profiles.first(where: { $0.dates.areDates && isFree($0) })
    {
      roles[first.index] = .date(.received)
    }
    // A log with one date has the one that every case needs.
    if !roles.contains(.date(.received)), let only = roles.firstIndex(of: .date(.happened)) {
      roles[only] = .date(.received)
    }
  }

  private func rank(_ profile: ColumnProfile, _ rows: Int) -> (Int, Int, Int, Int) {
    (
      profile.filled * 2 >= rows ? 1 : 0, HeaderWords.clearness(of: profile.header),
      profile.filled, -profile.index
    )
  }

  private mutating func chooseCodes() {
    for field in ImportField.allCases where !field.isDate {
      let free = profiles.filter { profile in
        isFree(profile) && profile.meanings.first(where: \.meaning.isCode)?.meaning == .field(field)
      }
      if let best = coded(field, among: free) {
        roles[best.index] = .code(field)
      } else if field == .category {
        // No default may stand for a category that the table itself names.
        if let kinds = free.first(where: { $0.looksLikeKinds && $0.separator == nil }) {
          roles[kinds.index] = .code(field)
        } else {
          unclearCategory = free.first {
            $0.filled > 0 && !$0.dates.areDates && !$0.means(.reply) && roles[$0.index] == .private
          }
        }
      }
    }
  }

  /// Where no header speaks of the category or the channel, the cells do.
  ///
  /// One cell that names a category is enough, above all a sensitive one: no default may stand for what
  /// a row says itself. Of channels, every cell has to be one.
  private mutating func chooseCodesByCells() {
    func choose(_ field: ImportField, _ isShown: ([String]) -> Bool) {
      guard !roles.contains(.code(field)) else { return }
      let found = profiles.first { profile in
        let words = (profile.values ?? [:]).keys.filter { !$0.isEmpty }
        return isFree(profile) && profile.meanings.isEmpty && profile.separator == nil
          && profile.looksLikeKinds && isShown(words)
      }
      guard let found else { return }
      roles[found.index] = .code(field)
      shownByCells.insert(found.index)
    }
    if unclearCategory == nil {
      choose(.category) { words in words.contains(where: guesser.namesCategory) }
    }
    choose(.channel) { words in
      !words.isEmpty && words.allSatisfy { guesser.code(for: $0, in: .channel)?.isEmpty == false }
    }
  }

  /// Kinds of which a case can have several are themes.
  private mutating func chooseSeveralKinds() {
    let several = profiles.first { profile in
      profile.separator != nil && isFree(profile) && profile.personal.isEmpty
        && (profile.means(.field(.category)) || profile.means(.text))
    }
    if let several, !roles.contains(.code(.theme)) { roles[several.index] = .code(.theme) }
  }

  /// The column of codes for a field: the one whose header speaks of the complaint most clearly; of
  /// two, the coarser one.
  private func coded(_ field: ImportField, among free: [ColumnProfile]) -> ColumnProfile? {
    free.filter { profile in
      if field == .age, profile.areAges { return true }
      if field == .theme, profile.separator != nil { return true }
      // Only themes can be several.
      guard profile.separator == nil, profile.mayBeCoded else { return false }
      return profile.values?.count ?? 0 > 1 || HeaderWords.clearness(of: profile.header) == 2
    }
    .min { left, right in
      let (one, two) = (
        HeaderWords.clearness(of: left.header), HeaderWords.clearness(of: right.header)
      )
      return (-one, left.values?.count ?? 0, left.index)
        < (-two, right.values?.count ?? 0, right.index)
    }
  }

  private mutating func chooseTexts() {
    let written = profiles.filter { profile in
      profile.looksWritten && isFree(profile) && profile.means(.text)
        && !profile.means(.reply) && !profile.means(.id) && !profile.means(.status)
    }
    let titles = profiles.filter { profile in
      profile.filled > 0 && !profile.looksCoded && !profile.dates.areDates && isFree(profile)
        && profile.means(.title)
    }
    if let narrative = written.max(by: { $0.meanLength < $1.meanLength }) {
      roles[narrative.index] = .narrative
    } else if let only = titles.max(by: { $0.meanLength < $1.meanLength }), only.looksWritten {
      // A summary beside no longer text is the text.
      roles[only.index] = .narrative
    }
    if let title = titles.first(where: { roles[$0.index] == .private && $0.meanLength <= 120 }) {
      roles[title.index] = .title
    }
    for profile in profiles
    where profile.looksWritten && isFree(profile) && profile.personal.isEmpty
      && profile.means(.reply)
    {
      roles[profile.index] = .reply
    }
  }

  /// Where no date says when a complaint was closed, a word that says that it is counts.
  private mutating func chooseState() {
    guard !roles.contains(.date(.closed)) else { return }
    let says = profiles.first { profile in
      HeaderWords.namesState(profile.header) && isFree(profile) && profile.looksLikeKinds
        && (profile.values ?? [:]).keys.contains { StateWords.code(of: $0) == "closed" }
    }
    if let says { roles[says.index] = .code(.state) }
  }

  /// Nothing that somebody relies on goes without a word, and a text is not taken for a category.
  private mutating func noteTheRest() {
    for profile in profiles where !profile.dates.areDates {
      if profile.means(.status), isFree(profile) { roles[profile.index] = .status }
    }
    if let column = unclearCategory, roles[column.index] != .private { unclearCategory = nil }
    // Whatever the column is for: a row that says “fraud” is no minor complaint by our choice.
    if unclearCategory == nil, !roles.contains(.code(.category)) {
      unclearCategory = profiles.first(where: \.namesSensitive)
    }
    let several = profiles.filter { $0.separator != nil }.map(\.header)
    for profile in profiles where roles[profile.index] == .private {
      guard let stroke = profile.header.lastIndex(of: "/") else { continue }
      let question = String(profile.header[..<stroke])
      let isMark = (profile.values ?? [:]).keys.allSatisfy(Self.marks.contains)
      if profile.values != nil, isMark, several.contains(question) {
        roles[profile.index] = .answer
      }
    }
  }

  private static let marks: Set<String> = ["0", "1", "True", "False", "TRUE", "FALSE"]
}
