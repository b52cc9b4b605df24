/// Words and signs that spreadsheets turn into a day, a time or another number: `Nov 5`, `March 2026`,
/// `1:30`, `1e5`.
///
/// They know the names of months in the language that a computer is set to; here those of English and
/// Russian, and of Arabic as the two calendars of it write them.
enum SpreadsheetDate {
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "январь", "января", "янв", "февраль", "февраля", "фев", "март",
    "марта", "мар", "апрель", "апреля", "апр", "май", "мая", "июнь", "июня", "июн", "июль", "июля",
    "июл", "август", "августа", "авг", "сентябрь", "сентября", "сен", "сент", "октябрь", "октября",
    "окт", "ноябрь", "ноября", "ноя", "нояб", "декабрь", "декабря", "дек", "يناير", "فبراير",
    "مارس",
    "أبريل", "إبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
  ]

  /// Whether a cell would be taken for something else than its text.
  static func isOne(_ cell: String) -> Bool {
    // Whatever is one has a digit, and is short.
    guard cell.utf8.count <= 40, cell.utf8.contains(where: isDigit) else { return false }
    return isNamedMonth(cell) || isTime(cell) || isPower(cell)
  }

  /// `11 Nov`, `Nov 5`, `12-Mar`, `March 2026`, `21 November 2026`.
  private static func isNamedMonth(_ cell: String) -> Bool {
    let words = cell.split { " -/.,".contains($0) }
    guard (2...3).contains(words.count) else { return false }
    let names = words.filter { !$0.utf8.allSatisfy(isDigit) }
    return names.count == 1 && months.contains(names[0].lowercased())
      && words.allSatisfy { $0.utf8.count <= 4 || !$0.utf8.allSatisfy(isDigit) }
  }

  /// `1:30`, `09:00:15`.
  private static func isTime(_ cell: String) -> Bool {
    let parts = cell.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count)
      && parts.allSatisfy { (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }
  }

  /// `1e5`, `2.5E-3`.
  private static func isPower(_ cell: String) -> Bool {
    let parts = cell.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, let power = parts.last, let number = parts.first else { return false }
    let digits =
      power.utf8.first.map { $0 == 0x2B || $0 == 0x2D } ?? false
      ? power.dropFirst() : power
    return !digits.isEmpty && digits.utf8.allSatisfy(isDigit) && !number.isEmpty
      && number.utf8.allSatisfy { isDigit($0) || $0 == 0x2E || $0 == 0x2C }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
