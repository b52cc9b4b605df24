/// Finds runs of nine or more digits without anything between them.
func longRuns(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var index = 0
  while index < scalars.count {
    guard isDigit(scalars[index]) else {
      index += 1
      continue
    }
    let start = index
    while index < scalars.count, isDigit(scalars[index]) { index += 1 }
    // A plus or a leading zero makes it a telephone number, which has its own rule.
    let isDialled = start > 0 && scalars[start - 1] == "+" || scalars[start] == "0"
    if index - start >= 9, !isDialled || index - start > 17 { ranges.append(start..<index) }
  }
  return ranges
}

/// Finds telephone numbers: 7 to 15 digits (ITU-T E.164) in groups, as people write them.
///
/// A number with `+` needs 8 digits, with `00` 10; one that begins with a single 0, nine; any other
/// needs nine digits in groups of at least two, of which the first may be one digit (`8 701 …`).
func phones(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var index = 0
  while index < scalars.count {
    let isStart = index == 0 || !isWordPart(scalars[index - 1]) && scalars[index - 1] != "+"
    guard isStart, let number = DialledNumber(scalars, from: index) else {
      index += 1
      continue
    }
    if number.isTelephone { ranges.append(number.range) }
    index = number.range.upperBound
  }
  return ranges
}

/// Digits in groups, parted by up to three spaces, dashes, dots, slashes and brackets.
private struct DialledNumber {
  private(set) var range: Range<Int>
  private var hasPlus = false
  private var hasOnlySpaces = true
  private var groups: [String] = []

  init?(_ scalars: [Unicode.Scalar], from start: Int) {
    var index = start
    if scalars[index] == "+" {
      hasPlus = true
      index += 1
    }
    range = start..<start
    var separators = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if isDigit(scalar) {
        if separators > 0 || groups.isEmpty { groups.append("") }
        groups[groups.count - 1].unicodeScalars.append(scalar)
        separators = 0
        range = start..<index + 1
      } else if " -./()".unicodeScalars.contains(scalar), separators < 3,
        !groups.isEmpty || scalar == "("
      {
        separators += 1
        if scalar != " " { hasOnlySpaces = false }
      } else {
        // Digits that go on as a word are a code, and so is their group.
        if separators == 0, isWordPart(scalar) { return nil }
        break
      }
      index += 1
    }
    if groups.isEmpty { return nil }
  }

  /// Whether these are the answers to a question with several numbered choices.
  ///
  /// Then the groups are short, equally long, parted by spaces and ascending. Few telephone numbers
  /// in a column are all that.
  private var isListOfCodes: Bool {
    let width = groups.first?.utf8.count ?? 0
    return hasOnlySpaces && width <= 3 && groups.allSatisfy { $0.utf8.count == width }
      && zip(groups, groups.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// Whether these are years, one after the other: `2024 2025 2026`, `2024/2025/2026`.
  private var isListOfYears: Bool {
    guard groups.count > 1,
      groups.allSatisfy({ $0.utf8.count == 4 && ("1900"..."2199").contains($0) })
    else { return false }
    let pairs = zip(groups, groups.dropFirst())
    return pairs.allSatisfy { $0 < $1 } || pairs.allSatisfy { $0 > $1 }
  }

  var isTelephone: Bool {
    let digits = groups.reduce(0) { $0 + $1.utf8.count }
    let first = groups.first ?? ""
    if hasPlus { return (8...15).contains(digits) }
    if first.hasPrefix("00") { return (10...17).contains(digits) }
    if first.hasPrefix("0") { return (9...15).contains(digits) }
    return groups.count > 1 && (9...15).contains(digits) && !isListOfCodes
      && !isListOfYears && groups.dropFirst().allSatisfy { $0.utf8.count >= 2 }
  }
}
