/// The plural categories of the Unicode CLDR.
enum PluralCategory: String, CaseIterable, Sendable {
  case zero, one, two, few, many, other
}

/// Which plural form a number takes, by language (CLDR 45, cardinal rules).
///
/// Languages that the table does not name follow the rule of English.
package enum PluralRule: Sendable {
  case english, russian, arabic

  /// Takes the rule of a language by its tag; of an unknown one that of English.
  package init(language: String) {
    switch language.prefix(while: { $0 != "-" }) {
    case "ar": self = .arabic
    case "ru", "uk", "be": self = .russian
    default: self = .english
    }
  }

  /// The forms that a text needs.
  var categories: [PluralCategory] {
    switch self {
    case .english: [.one, .other]
    case .russian: [.one, .few, .many, .other]
    case .arabic: [.zero, .one, .two, .few, .many, .other]
    }
  }

  /// The form for a whole number.
  func category(_ number: Int) -> PluralCategory {
    let number = number.magnitude
    let ten = number % 10
    let hundred = number % 100
    switch self {
    case .english: return number == 1 ? .one : .other
    case .russian:
      if ten == 1 && hundred != 11 { return .one }
      if (2...4).contains(ten) && !(12...14).contains(hundred) { return .few }
      return .many
    case .arabic:
      switch number {
      case 0: return .zero
      case 1: return .one
      case 2: return .two
      default: break
      }
      if (3...10).contains(hundred) { return .few }
      if (11...99).contains(hundred) { return .many }
      return .other
    }
  }
}
