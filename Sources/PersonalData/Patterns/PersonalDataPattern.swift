internal import Text
/// A search, in a text that should hold a code, for what identifies or reaches a person.
///
/// It looks for e-mail addresses, IBANs, telephone numbers and long runs of digits as in identity
/// cards, in ASCII, Arabic-Indic and Persian digits. Dates, times, codes such as `SY0203`, case ids,
/// UUIDs, coordinates, amounts of money and whole numbers of up to eight digits are not findings.
/// It is a net with known holes and no proof that a text is harmless.
package enum PersonalDataPattern {
  /// The kind of what was found, in words for a message.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case email = "an e-mail address"
    case iban = "a bank account number (IBAN)"
    case phone = "a telephone number"
    case identifier = "a long number, as of an identity card"
  }

  /// One finding, without what was found: messages about it may be kept.
  package struct Finding: Sendable, Hashable {
    package let kind: Kind
    /// The place in Unicode scalars from 1.
    package let range: ClosedRange<Int>

    /// Says kind and place: `a telephone number (characters 5 to 16)`.
    package var words: String {
      "\(kind.rawValue) (characters \(range.lowerBound) to \(range.upperBound))"
    }
  }

  /// Lists the findings in the order of the text; they do not overlap.
  package static func findings(in text: String) -> [Finding] {
    guard mayHoldAny(text) else { return [] }
    var scan = PersonalDataText(text)
    var found: [(kind: Kind, range: Range<Int>)] = []
    scan.hide(shapes: [.uuid, .caseID])
    found += scan.take(emails(in: scan.scalars)).map { (.email, $0) }
    found += scan.take(ibans(in: scan.scalars)).map { (.iban, $0) }
    scan.hide(shapes: HarmlessShape.datesAndTimes + [.coordinate])
    _ = scan.take(amounts(in: scan.scalars))
    found += scan.take(longRuns(in: scan.scalars)).map { (.identifier, $0) }
    found += scan.take(phones(in: scan.scalars)).map { (.phone, $0) }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
      .map { Finding(kind: $0.kind, range: scan.place(of: $0.range)) }
  }

  /// Whether there are eight digits or an `@` at all: most codes end here.
  private static func mayHoldAny(_ text: String) -> Bool {
    var digits = 0
    for scalar in text.unicodeScalars {
      if scalar == "@" { return true }
      if isDigit(asciiDigit(scalar) ?? scalar) { digits += 1 }
    }
    return digits >= 8
  }
}
