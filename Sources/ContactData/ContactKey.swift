internal import Text
/// One thing to know before reaching a person, in the order of the record's lines.
package enum ContactKey: String, CaseIterable, Hashable, Sendable {
  /// What the person wants to be called.
  case name
  /// A telephone number; there may be several.
  case phone
  /// An e-mail address.
  case email
  /// The language to speak.
  case language
  /// When it is safe to call.
  case hours
  /// Who may answer.
  case answers
  /// Whether a message may be left.
  case message
  /// The preferred channel, a code such as `sms`.
  case channel
  /// Where the person can be found.
  case place
  /// Anything else that keeps the person safe.
  case note

  /// The question that a command asks for the key.
  package var question: String {
    switch self {
    case .name: "What name may we ask for?"
    case .phone: "Which phone number? One at a time; an empty line ends."
    case .email: "Which e-mail address?"
    case .language: "Which language do they speak?"
    case .hours: "When is it safe to call?"
    case .answers: "Who may answer, and what may that person hear?"
    case .message: "May a message be left? (yes/no, no if unsure)"
    case .channel: "Which channel do they prefer? (a code such as hotline, sms, messenger)"
    case .place: "Where can they be found?"
    case .note: "What else must a caller know to keep them safe?"
    }
  }

  /// Whether a record may have several values, each on its own line.
  package var repeats: Bool { self == .phone }

  /// The key that somebody means who writes English, Arabic or Russian, with a number or without.
  package init?(spelling: String) {
    let words = Self.words(of: spelling)
    guard let key = Self.keys[words] ?? Self.keys[Self.withoutNumber(words)] else { return nil }
    self = key
  }

  /// The key that the header of a column speaks of.
  ///
  /// Words that say whose or which one (`Respondent's`, `main`) do not count, and a header in two
  /// languages is understood when both mean one key. What else has a word of its own (`Village
  /// leader's name`) is no key: a wrong guess would be called.
  package init?(header: String) {
    if let key = Self(spelling: header) {
      self = key
      return
    }
    let words = Self.words(of: header)
    let left = Self.withoutNumber(words.filter { !Self.fillers.contains($0) })
    guard let key = Self.keys[left] ?? Self.commonKey(of: left) else { return nil }
    self = key
  }

  /// The key whose spelling is one slip away, for a question back.
  package static func nearest(to spelling: String) -> Self? {
    let text = words(of: spelling).joined(separator: " ")
    guard text.unicodeScalars.count >= 4 else { return nil }
    return allCases.first { key in
      spellings(of: key).contains { differByOneSlip(words(of: $0).joined(separator: " "), text) }
    }
  }

  // MARK: - Words

  /// The folded words of a spelling, Arabic ones without their article.
  private static func words(of spelling: String) -> [String] {
    FoldedText(spelling).words.map {
      $0.hasPrefix("ال") && $0.unicodeScalars.count >= 5 ? String($0.dropFirst(2)) : $0
    }
  }

  /// `phone 2`, `phone2` without the number.
  private static func withoutNumber(_ words: [String]) -> [String] {
    guard var last = words.last else { return words }
    while last.utf8.last.map({ (0x30...0x39).contains($0) }) == true { last.removeLast() }
    return words.dropLast() + (last.isEmpty ? [] : [last])
  }

  /// The one key that all words mean, taking up to three words together.
  private static func commonKey(of words: [String]) -> Self? {
    var found: Set<Self> = []
    var rest = words[...]
    while !rest.isEmpty {
      let lengths = (1...min(3, rest.count)).reversed()
      guard let length = lengths.first(where: { keys[Array(rest.prefix($0))] != nil }),
        let key = keys[Array(rest.prefix(length))]
      else { return nil }
      found.insert(key)
      rest = rest.dropFirst(length)
    }
    return found.count == 1 ? found.first : nil
  }

  private static let keys: [[String]: Self] = Dictionary(
    allCases.flatMap { key in spellings(of: key).map { (words(of: $0), key) } },
    uniquingKeysWith: { first, _ in first })

  private static let fillers = Set(
    FoldedText(
      """
      of the your their my s is it to may we please complainant complainants caller callers client \
      person persons respondent respondents beneficiary beneficiaries contact safe preferred main \
      primary other second full private number no
      """
    ).words
      + words(of: "المشتكي مقدم الشكوى صاحب صاحبة المتصل المستفيد الشخص رقم الآمن المفضلة المفضل")
      + words(
        of: "заявителя заявительницы контактный контактная контактное ваш ваше ваша номер основной"
      ))
}
