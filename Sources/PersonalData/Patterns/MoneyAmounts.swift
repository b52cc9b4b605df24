/// Finds amounts of money, which have the look of telephone numbers: `250 000 000`.
///
/// What counts is the shape, thousands in groups of three with one kind of separator and no zero in
/// front, or no separator at all, and then what stands around it:
///
/// - after a word such as “call” or “number” it is never an amount;
/// - beside a currency it is one, unless it is not round and a word such as “call” follows;
/// - after a word such as “paid” it is one when it is written in thousands, and after one such as
///   “wants” when it also ends in zeros;
/// - with nothing around that tells, it is one only when it is round, ending in two groups of zeros.
///
/// So `944 123 456` alone stays a telephone number: a miss would be for ever, a question is not.
func amounts(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var index = 0
  while index < scalars.count {
    guard isDigit(scalars[index]) else {
      index += 1
      continue
    }
    if let number = WrittenNumber(scalars, from: index) {
      if number.isAmount(in: scalars) { ranges.append(number.range) }
      index = number.range.upperBound
    } else {
      while index < scalars.count, isDigit(scalars[index]) { index += 1 }
    }
  }
  return ranges
}

/// A whole number as people write amounts, standing alone.
private struct WrittenNumber {
  let range: Range<Int>
  private let groups: [ArraySlice<Unicode.Scalar>]

  init?(_ scalars: [Unicode.Scalar], from start: Int) {
    guard scalars[start] != "0", Self.beginsAlone(scalars, start) else { return nil }
    var end = Self.endOfDigits(scalars, from: start)
    var groups = [scalars[start..<end]]
    let separator = end < scalars.count ? scalars[end] : "-"
    if end - start <= 3, [" ", ".", ",", "'", "\u{2019}", "\u{66C}"].contains(separator) {
      while end < scalars.count, scalars[end] == separator {
        let next = Self.endOfDigits(scalars, from: end + 1)
        guard next - end == 4 else { break }
        groups.append(scalars[(end + 1)..<next])
        end = next
      }
    }
    guard Self.endsAlone(scalars, end) else { return nil }
    range = start..<end
    self.groups = groups
  }

  private static func endOfDigits(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var end = start
    while end < scalars.count, isDigit(scalars[end]) { end += 1 }
    return end
  }

  /// Whether no longer number begins before it: `0944 123 456`, `8 (900) 000 000`.
  private static func beginsAlone(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
    guard start > 0 else { return true }
    guard !"+@".unicodeScalars.contains(scalars[start - 1]) else { return false }
    if isWordPart(scalars[start - 1]) {
      return wordsBefore(scalars, start).first.map(isCurrency) ?? false
    }
    if isSpacedDash(scalars, start - 2) { return true }
    let before = scalars[..<start].reversed().prefix(3).drop { joins($0) }.first
    return before.map { !isDigit($0) && $0 != "+" } ?? true
  }

  /// Whether no longer number goes on after it; decimals and a dash between two amounts may follow.
  private static func endsAlone(_ scalars: [Unicode.Scalar], _ end: Int) -> Bool {
    guard end < scalars.count else { return true }
    if isWordPart(scalars[end]) { return isCurrency(word(scalars, after: end)) }
    if [".", ",", "\u{66B}"].contains(scalars[end]) {
      let decimals = endOfDigits(scalars, from: end + 1) - end - 1
      if decimals > 2 { return false }
      if decimals > 0 { return endsAlone(scalars, end + 1 + decimals) }
    }
    if isSpacedDash(scalars, end + 1) { return true }
    let after = scalars[end...].prefix(3).drop { joins($0) }.first
    return after.map { !isDigit($0) } ?? true
  }

  /// Whether a dash between two spaces stands at an index: `100 000 - 250 000`.
  private static func isSpacedDash(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    return scalars[index] == "-" && scalars[index - 1] == " " && scalars[index + 1] == " "
  }

  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    " -./()".unicodeScalars.contains(scalar)
  }

  func isAmount(in scalars: [Unicode.Scalar]) -> Bool {
    let before = Self.wordsBefore(scalars, range.lowerBound)
    if before.contains(where: isCallWord) { return false }
    if !isRound, Self.wordsAfter(scalars, range.upperBound).contains(where: isReachWord) {
      return false
    }
    if let last = before.first, isCurrency(last) { return true }
    if Self.isBeforeCurrency(scalars, Self.afterDecimals(scalars, range.upperBound)) { return true }
    if isRound { return true }
    guard groups.count > 1 else { return false }
    let endsInZeros = groups.last?.allSatisfy { $0 == "0" } ?? false
    return before.contains { isMoneyWord($0) || endsInZeros && isDemandWord($0) }
  }

  /// Whether a currency follows, also with its country before it: `Syrian pounds`.
  private static func isBeforeCurrency(_ scalars: [Unicode.Scalar], _ end: Int) -> Bool {
    let next = word(scalars, after: end)
    if isCurrency(next) { return true }
    let words = wordsAfter(scalars, end).prefix(2)
    return isCountryOfCurrency(next) && words.first == next && words.count == 2
      && words.last.map(isCurrency) == true
  }

  /// Whether it ends in two groups of zeros; of two groups, in one.
  private var isRound: Bool {
    guard groups.count > 1 else {
      return (9...13).contains(range.count) && groups[0].suffix(6).allSatisfy { $0 == "0" }
    }
    return groups.dropFirst().suffix(2).allSatisfy { $0.allSatisfy { $0 == "0" } }
  }

  private static func afterDecimals(_ scalars: [Unicode.Scalar], _ end: Int) -> Int {
    guard end < scalars.count, [".", ",", "\u{66B}"].contains(scalars[end]) else { return end }
    let next = endOfDigits(scalars, from: end + 1)
    return next > end + 1 ? next : end
  }

  /// The word or sign that follows, spaces passed over.
  private static func word(_ scalars: [Unicode.Scalar], after end: Int) -> String {
    var start = end
    while start < scalars.count, scalars[start] == " " { start += 1 }
    var next = start
    while next < scalars.count, isInWord(scalars[next]) { next += 1 }
    return text(scalars[start..<next])
  }

  /// The next words, as far as the sentence goes.
  private static func wordsAfter(_ scalars: [Unicode.Scalar], _ end: Int) -> [String] {
    let rest = scalars[end...].prefix(60).prefix { !"!?;\n".unicodeScalars.contains($0) }
    return rest.split { !isInWord($0) }.prefix(6).map { text($0) }
  }

  /// The words before, the nearest first: as far as filling words such as “about” lead.
  private static func wordsBefore(_ scalars: [Unicode.Scalar], _ start: Int) -> [String] {
    var words: [String] = []
    var end = start
    while words.count < 3 {
      while end > 0, " :=~(".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
      var first = end
      while first > 0, isInWord(scalars[first - 1]) { first -= 1 }
      guard first < end else { return words }
      words.append(text(scalars[first..<end]))
      guard words.last.map(isFilling) ?? false else { return words }
      end = first
    }
    return words
  }

  private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    isWordPart(scalar) && !isDigit(scalar) || scalar == "." || scalar == "#" || scalar == "№"
      || scalar.properties.generalCategory == .currencySymbol
      || scalar.properties.generalCategory == .nonspacingMark
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
