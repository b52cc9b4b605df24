/// What a contact of the organisation must look like, so that people who follow it reach somebody.
enum ContactShape {
  /// What is wrong with a contact of a kind, and what to write instead; nil where nothing is.
  static func mistake(in text: String, _ kind: String) -> (summary: String, hint: String)? {
    switch kind {
    case "email" where !isAddress(text), "questions" where !isAddress(text):
      ("`\(text)` is no e-mail address", "write one, such as complaints@example.org")
    case "phone" where !isNumber(text):
      (
        "`\(text)` is no telephone number",
        "write digits, spaces, +, - and parentheses, such as \"+000 00 000 000\"; what else there is "
          + "to say goes into `hours`"
      )
    default: nil
    }
  }

  /// One name, one `@`, one domain with a dot.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, let domain = parts.last, !name.isEmpty else {
      return false
    }
    let names = domain.split(separator: ".", omittingEmptySubsequences: false)
    return names.count > 1 && names.allSatisfy(isDomainPart)
      && !name.contains { $0.isWhitespace || "<>()[],;:\\\"".contains($0) }
  }

  private static func isDomainPart(_ part: Substring) -> Bool {
    !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
  }

  /// Three digits or more of any script, with a plus before them and signs between them.
  private static func isNumber(_ text: String) -> Bool {
    var digits = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if scalar.properties.numericType == .decimal {
        digits += 1
      } else if scalar == "+" {
        guard index == 0 else { return false }
      } else if !isBetweenDigits(scalar) {
        return false
      }
    }
    return (3...20).contains(digits)
  }

  private static func isBetweenDigits(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", ")", "\u{200E}", "\u{200F}": true
    default:
      [.spaceSeparator, .dashPunctuation].contains(scalar.properties.generalCategory)
    }
  }
}
