internal import Text

/// A number written with the digits of Arabic and Persian as well as ASCII.
package enum LocalisedNumber {
  /// Replaces Arabic-Indic (U+0660…) and Persian (U+06F0…) digits by ASCII ones.
  package static func asciiDigits(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0xD9 || $0 == 0xDB }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(asciiDigit(scalar) ?? scalar) }
    return String(result)
  }

  /// Reads a whole number, with a sign and with outer spaces; nil for anything else.
  ///
  /// Grouping marks are not read: a comma means thousands in one country and tenths in the next.
  package static func integer(_ text: String) -> Int? {
    let digits = asciiDigits(trimmed(text))
    return Int(digits.first == "\u{2212}" ? "-" + digits.dropFirst() : digits)
  }
}

/// Drops white space at both ends.
func trimmed(_ text: String) -> String {
  let kept = text.unicodeScalars.drop { $0.properties.isWhitespace }
  let end = kept.lastIndex { !$0.properties.isWhitespace }.map { kept.index(after: $0) }
  return String(kept[..<(end ?? kept.startIndex)])
}
