/// The digits of a telephone number, and which other spellings may be the same number.
///
/// Only the digits count, of any script; spaces, dashes, dots, brackets and direction marks do not.
/// A number is read in every way that its spelling allows: international after `+`, `00`, `011` or
/// `810`, or when it begins with a calling code and has ten digits or more; national after a trunk
/// `0`, or after the `8` of Russia, Kazakhstan, Belarus and Turkmenistan; else as it stands. Two
/// numbers match when one reading of each has the same national digits and no other calling code.
///
/// A match is a proposal to a person, since a miss is worse than a hit too many. It is wrong at times:
/// two countries may have one national number, and a local number without its area code (six digits
/// or more) matches every number that ends with it. Missed are trunk prefixes of more than one digit
/// (06 in Hungary) and the digits that some countries put in for mobile numbers (Argentina's 9).
package struct PhoneNumber: Sendable, Hashable {
  /// One way to read a number.
  private enum Reading: Hashable {
    /// A calling code and the national digits.
    case international(Int, String)
    /// The complete national digits of some country.
    case national(String)
    /// Digits of which the beginning may be missing.
    case bare(String)
  }

  /// The normal form: ASCII digits, after `+` where the spelling was international.
  package let normalForm: String
  private let readings: Set<Reading>

  /// Makes a number from any spelling; nil below three digits, above twenty, or with two numbers.
  package init?(_ text: String) {
    let numbers = Self.all(in: text)
    guard numbers.count == 1 else { return nil }
    self = numbers[0]
  }

  /// Returns every number of three to twenty digits in a text, such as `0944 123 456 / 0933…`.
  ///
  /// Letters, commas, semicolons and a plus part numbers, a slash after six digits, and a space where
  /// the digits are too many for one number.
  package static func all(in text: String) -> [PhoneNumber] {
    PhoneDigits.all(in: text).compactMap(PhoneNumber.init(group:))
  }

  private init?(group: PhoneDigits) {
    let digits = Substring(group.digits)
    guard (3...20).contains(digits.utf8.count) else { return nil }
    let significant = digits.drop { $0 == "0" }
    guard !significant.isEmpty else { return nil }
    if group.hasPlus || digits.hasPrefix("00"),
      let (code, national) = Self.international(significant.utf8)
    {
      readings = [.international(code, national)]
      normalForm = "+" + significant
    } else {
      readings = Self.domestic(digits)
      normalForm = String(digits)
    }
  }

  /// The readings of digits that nothing marks as international.
  private static func domestic(_ digits: Substring) -> Set<Reading> {
    let count = digits.utf8.count
    var readings: Set<Reading> = []
    func addInternational(_ rest: Substring) {
      if let (code, national) = international(rest.utf8) {
        readings.insert(.international(code, national))
      }
    }
    if digits.first == "0" {
      readings.insert(.national(withoutZeros(digits)))
      // A dialled 011 of North America; shorter numbers are those of Damascus and other cities.
      if count >= 13, digits.hasPrefix("011") { addInternational(digits.dropFirst(3)) }
      if count >= 11 { addInternational(digits.drop { $0 == "0" }) }
      // Too short for a number of its own: the ending of one.
      if count <= 8 { readings.insert(.bare(String(digits))) }
    } else {
      readings.insert(.bare(String(digits)))
      if count >= 10 { addInternational(digits) }
      if count == 11, digits.first == "8" {
        readings.insert(.national(withoutZeros(digits.dropFirst())))
      }
      if count >= 13, digits.hasPrefix("810") { addInternational(digits.dropFirst(3)) }
    }
    return readings
  }

  /// Splits off the calling code, and the trunk zero that people leave in: `+44 (0)20 …`.
  private static func international(_ digits: Substring.UTF8View) -> (Int, String)? {
    guard let (code, rest) = CallingCode.split(digits), rest.count >= 4 else { return nil }
    return (code, withoutZeros(Substring(rest)))
  }

  /// National digits without the trunk zero; that of Italy, which is none, goes on both sides.
  private static func withoutZeros(_ digits: Substring) -> String {
    String(digits.drop { $0 == "0" })
  }

  /// Whether two spellings may be the same number; the order of the two does not matter.
  package func matches(_ other: PhoneNumber) -> Bool {
    readings.contains { mine in other.readings.contains { Self.agree(mine, $0) } }
  }

  private static func agree(_ one: Reading, _ other: Reading) -> Bool {
    switch (one, other) {
    case (.international(let code, let mine), .international(let otherCode, let theirs)):
      code == otherCode && mine == theirs
    case (.international(_, let mine), .national(let theirs)),
      (.national(let theirs), .international(_, let mine)),
      (.national(let mine), .national(let theirs)):
      mine == theirs
    case (.bare(let short), .international(let code, let full)),
      (.international(let code, let full), .bare(let short)):
      short == full || isEnding(short, of: String(code) + full)
    case (.bare(let short), .national(let full)), (.national(let full), .bare(let short)):
      short == full || isEnding(short, of: full)
    case (.bare(let mine), .bare(let theirs)):
      mine == theirs || isEnding(mine, of: theirs) || isEnding(theirs, of: mine)
    }
  }

  private static func isEnding(_ short: String, of full: String) -> Bool {
    short.utf8.count >= 6 && full.hasSuffix(short)
  }
}
