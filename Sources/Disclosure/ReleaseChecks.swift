/// Refuses what cannot stand in an address or in open data: codes go into both.
func checkCode(_ code: String) throws(ReleaseProblem) {
  let isUsable =
    !code.isEmpty && code.utf8.count <= 64
    && code.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x30...0x39).contains(byte) || byte == 0x2D
    }
  guard isUsable else { throw .unusableCode(code) }
}

/// Refuses a name that is given twice.
func checkDistinct(_ names: [String]) throws(ReleaseProblem) {
  var seen: Set<String> = []
  for name in names {
    guard seen.insert(name).inserted else { throw .repeated(name) }
  }
}

/// Refuses a period whose days are not days.
func checkPeriod(from: String?, to: String) throws(ReleaseProblem) {
  if let from { try checkDate(from) }
  try checkDate(to)
}

/// Refuses what is not `YYYY-MM-DD` with a month and a day that can be.
func checkDate(_ text: String) throws(ReleaseProblem) {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard text.utf8.count == 10, parts.count == 3, isMonth(parts[0], parts[1]),
    parts[2].utf8.count == 2, let day = digits(parts[2]), (1...31).contains(day)
  else { throw .notADate(text) }
}

/// Refuses months that are not `YYYY-MM` in ascending order: a time axis needs both.
func checkMonths(_ codes: [String]) throws(ReleaseProblem) {
  var previous = ""
  for code in codes {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard code.utf8.count == 7, parts.count == 2, isMonth(parts[0], parts[1]), code > previous
    else { throw .notAMonth(code) }
    previous = code
  }
}

/// Whether a text is ASCII digits with at most one decimal point between them.
func isDecimal(_ text: String) -> Bool {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  return (1...2).contains(parts.count) && text.utf8.count <= 12
    && parts.allSatisfy { digits($0) != nil }
}

private func isMonth(_ year: Substring, _ month: Substring) -> Bool {
  guard year.utf8.count == 4, digits(year) != nil, month.utf8.count == 2,
    let number = digits(month)
  else { return false }
  return (1...12).contains(number)
}

private func digits(_ text: Substring) -> Int? {
  guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return Int(text)
}
