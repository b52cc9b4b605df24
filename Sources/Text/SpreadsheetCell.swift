/// A cell of a table that people open with a spreadsheet: the one rule for every such table.
///
/// A spreadsheet runs a text that begins like a formula, and takes `5-11` for the fifth of November.
/// Numbers and dates of ISO 8601 are what they look like, and stay.
package enum SpreadsheetCell {
  /// The text that a spreadsheet shows and neither runs nor turns into a date.
  ///
  /// What was written stays readable in it. Only a code can be spelled otherwise: ``ofCode(_:)``.
  package static func safe(_ cell: String) -> String {
    guard !isNumber(cell) else { return cell }
    let inside = disarmedInside(cell)
    return beginsFormula(cell) || looksLikeDate(cell) || SpreadsheetDate.isOne(cell)
      ? "'" + inside : inside
  }

  /// A code as tables hold it: a band such as `5-11` becomes `5 to 11`.
  package static func ofCode(_ code: String) -> String { band(code) ?? code }

  /// A band such as `5-11`, written `5 to 11`; nil for anything else.
  package static func band(_ code: String) -> String? {
    let ends = code.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ isDigits($0) && $0.utf8.count <= 3 }) else {
      return nil
    }
    return ends.joined(separator: " to ")
  }

  /// The code of a band that ``band(_:)`` has written; any other text as it is.
  package static func code(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[1] == "to", isDigits(words[0]), isDigits(words[2]) else {
      return text
    }
    return "\(words[0])-\(words[2])"
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isFormulaSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  private static func beginsFormula(_ cell: String) -> Bool {
    cell.unicodeScalars.first.map(isFormulaSign) ?? false
  }

  /// Where a semicolon or a tab separates cells, what follows one is a cell of its own.
  private static func disarmedInside(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 0x3B || $0 == 0x09 }) else { return cell }
    var result = String.UnicodeScalarView()
    var followsSeparator = false
    for scalar in cell.unicodeScalars {
      if followsSeparator, isFormulaSign(scalar) { result.append("'") }
      result.append(scalar)
      followsSeparator = scalar == ";" || scalar == "\t" || (followsSeparator && scalar == " ")
    }
    return String(result)
  }

  /// Numbers with strokes, points or hyphens between them, but no date of ISO 8601 and no month of one.
  private static func looksLikeDate(_ cell: String) -> Bool {
    // Most cells are words.
    guard let first = cell.utf8.first, (0x30...0x39).contains(first) else { return false }
    let parts = cell.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    guard (2...3).contains(parts.count), parts.allSatisfy({ isDigits($0) && $0.utf8.count <= 4 })
    else { return false }
    let isISO =
      cell.utf8.count > 4 && parts[0].utf8.count == 4 && !cell.contains { "/.".contains($0) }
    return !isISO
  }

  /// Whether a text is a decimal number: a sign, digits, and at most one point or comma between them.
  private static func isNumber(_ cell: String) -> Bool {
    var digits = cell.utf8[...]
    if let sign = digits.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      digits = digits.dropFirst()
    }
    let parts = digits.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
    }
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
      }
  }
}
