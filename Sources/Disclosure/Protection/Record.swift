package import CaseModel

/// One case, reduced to what tables count.
///
/// Records are private: they name the case and who complained. They are kept with a closed block, so
/// that its proof can be counted again after the register has moved on.
package struct Record: Hashable, Sendable {
  /// The case's id, or a number that stands for it.
  package let id: String
  /// Local date of registration, which decides the block.
  package let registered: CalendarDate
  /// A key that is the same for all cases of one complainant; nil counts as a person of its own.
  package let complainant: String?
  /// The partner whose work the case concerns; nil when dominance of partners is not tested.
  package let partner: String?

  private var category: String
  private var area: String
  private var channel: String
  private var sex: String
  private var age: String
  private var closing: String
  private var outcome: String
  private var satisfied: String
  private var ageing: String

  /// Makes a record from codes; fields left out are unknown, and the case is open.
  package init(
    id: String, registered: CalendarDate, complainant: String? = nil, partner: String? = nil,
    codes: [Field: String]
  ) {
    self.id = id
    self.registered = registered
    self.complainant = complainant
    self.partner = partner
    category = codes[.category] ?? CodeBook.unknown
    area = codes[.area] ?? CodeBook.unknown
    channel = codes[.channel] ?? CodeBook.unknown
    sex = codes[.sex] ?? CodeBook.unknown
    age = codes[.age] ?? CodeBook.unknown
    closing = codes[.closing] ?? CodeBook.open
    outcome = codes[.outcome] ?? CodeBook.open
    satisfied = codes[.satisfied] ?? CodeBook.notAsked
    ageing = codes[.ageing] ?? CodeBook.notMeasured
  }

  /// Reduces a case as it stands on a day; nil for cases that are not public or registered later.
  ///
  /// - Parameters:
  ///   - theCase: The case.
  ///   - day: The day on which its block closes.
  ///   - book: The codes of the register; what is not in it counts as unknown.
  ///   - complainant: A key of the complainant; ignored for anonymous complaints.
  ///   - partner: The partner whose work the case concerns.
  package init?(
    _ theCase: Case, asOf day: CalendarDate, book: CodeBook, complainant: String?, partner: String?
  ) {
    guard theCase.registered <= day, theCase.isPublic(asOf: day, in: book) else { return nil }
    let closing = theCase.closing(asOf: day)
    // What was set aside then and opened again since is counted by the next block.
    if closing?.outcome?.setsAside == true, !theCase.isSetAside { return nil }
    func known(_ code: String?, _ isKnown: (String) -> Bool) -> String {
      code.flatMap { isKnown($0) ? $0 : nil } ?? CodeBook.unknown
    }
    var codes: [Field: String] = [
      // By the same rule as every other figure about complaints.
      .category: known(ComplaintRule.category(of: theCase, asOf: day)) { book.groups[$0] != nil },
      .area: known(theCase.area) { book.areas[$0] != nil },
      .channel: known(theCase.channel, book.channels.contains),
      .sex: known(theCase.complainant[.sex], book.sexes.contains),
      .age: known(theCase.complainant[.age]) { book.ages[$0] != nil },
    ]
    if let closing {
      codes[.closing] = closing.isDayUnknown ? CodeBook.unknown : theCase.closingBand(closing)
      // That of this closing: the case may have been opened again since, and decided otherwise.
      codes[.outcome] = known(closing.outcome?.rawValue, book.outcomes.contains)
    }
    codes[.satisfied] = theCase.satisfaction?.publicCode
    self.init(
      id: theCase.id.description, registered: theCase.registered,
      complainant: theCase.complainant.isAnonymous ? nil : complainant, partner: partner,
      codes: codes)
  }

  /// Reduces a case to how long it had waited on a day; nil unless it was open then (R8).
  ///
  /// - Parameters:
  ///   - theCase: The case; sensitive ones are not counted.
  ///   - day: The last day of a block.
  ///   - book: The codes of the register.
  ///   - complainant: A key of the complainant; ignored for anonymous complaints.
  package init?(
    openCase theCase: Case, on day: CalendarDate, book: CodeBook, complainant: String?
  ) {
    guard theCase.registered <= day, theCase.received <= day, theCase.closing(asOf: day) == nil,
      theCase.isPublic(asOf: day, in: book)
    else { return nil }
    let band = CodeBook.ageingBands.first { $0.days.contains(day - theCase.received) }
    self.init(
      id: theCase.id.description, registered: theCase.registered,
      complainant: theCase.complainant.isAnonymous ? nil : complainant,
      codes: [.ageing: band?.code ?? CodeBook.notMeasured])
  }

  /// The code of a field.
  package subscript(field: Field) -> String {
    get {
      switch field {
      case .category: category
      case .area: area
      case .channel: channel
      case .sex: sex
      case .age: age
      case .closing: closing
      case .outcome: outcome
      case .satisfied: satisfied
      case .ageing: ageing
      }
    }
    set {
      switch field {
      case .category: category = newValue
      case .area: area = newValue
      case .channel: channel = newValue
      case .sex: sex = newValue
      case .age: age = newValue
      case .closing: closing = newValue
      case .outcome: outcome = newValue
      case .satisfied: satisfied = newValue
      case .ageing: ageing = newValue
      }
    }
  }

  /// Whether a case can have ended like this: it has an outcome exactly when it is closed.
  var hasPossibleEnding: Bool { (closing == CodeBook.open) == (outcome == CodeBook.open) }

  /// Whether a case can be like this, when its age was taken on the last day of a block.
  ///
  /// What was open then and is closed now took longer than it was old, and not longer than that and the
  /// days from then to the one of the counts.
  func isPossible(on days: BlockDays) -> Bool {
    guard hasPossibleEnding else { return false }
    guard let age = CodeBook.ageingBands.first(where: { $0.code == ageing })?.days else {
      return true
    }
    guard let took = CodeBook.closingBands.first(where: { $0.code == closing })?.days else {
      return true
    }
    guard took.upperBound > age.lowerBound else { return false }
    return days.afterEnd.map { took.lowerBound - $0 <= age.upperBound } ?? true
  }

  /// Whether a world may make this case, as it truly was, like another one.
  ///
  /// Nothing is given an age younger than its registration. (A receipt that was corrected may truly lie
  /// behind it.)
  /// Where the open cases of the last day are shown, who reads the page expects that what was closed
  /// by then stays closed: a world that opens it again would convince nobody.
  func mayBecome(
    _ other: Record, on days: BlockDays, besideStock isStockShown: Bool
  ) -> Bool {
    let isReopened =
      other.closing == CodeBook.open && closing != CodeBook.open
      && other.ageing == CodeBook.notMeasured
    return other.isPossible(on: days) && !(isStockShown && isReopened)
      && (other.ageing == ageing || !other.isYoungerThanRegistered(on: days))
  }

  /// Whether the age on the last day of a block is less than the days since the registration.
  func isYoungerThanRegistered(on days: BlockDays) -> Bool {
    let age = CodeBook.ageingBands.first { $0.code == ageing }?.days
    return age.map { $0.upperBound < days.end - registered } ?? false
  }

  /// The code of a dimension.
  package func code(_ dimension: Dimension, in book: CodeBook) -> String {
    switch dimension {
    case .category: category
    case .group: book.groups[category] ?? CodeBook.unknown
    case .complaint: book.complaintKinds.contains(category) ? "yes" : "no"
    case .district: book.path(to: area).district
    case .region: book.path(to: area).region
    case .channel: channel
    case .sex: sex
    case .age: age
    case .adult: book.ages[age] ?? CodeBook.unknown
    case .timely: timely(in: book)
    case .outcome: outcome
    case .closing: closing
    case .satisfied: satisfied
    case .ageing: ageing
    }
  }

  private func timely(in book: CodeBook) -> String {
    // Closed on a day that nobody knows: neither in time nor late.
    guard book.complaintKinds.contains(category), closing != CodeBook.unknown else {
      return CodeBook.notMeasured
    }
    return CodeBook.timelyBands.contains(closing) ? "yes" : "no"
  }
}

extension Case {
  /// The band of days from receipt to a closing whose day is known.
  fileprivate func closingBand(_ closing: Closing) -> String? {
    let days = max(0, counted(closing) - received)
    return CodeBook.closingBands.first { $0.days.contains(days) }?.code
  }
}

extension SurveyAnswer {
  /// What the answer counts as: satisfied from a score of four on or, without a score, when all was
  /// resolved (K15).
  var publicCode: String {
    switch self {
    case .waived: CodeBook.notAsked
    case .answered(let resolved, let score):
      (score.map { $0 >= 4 } ?? (resolved == .yes)) ? "yes" : "no"
    }
  }
}
