/// The shape of numbers that identify nobody: a row of characters with `9` for a digit.
///
/// `9` is a digit, `h` a hexadecimal one, `x` a letter or digit, `~` one or more digits; any other
/// character is itself. A shape counts only where no letter, digit or longer number goes on around it.
struct HarmlessShape {
  private let pattern: [Unicode.Scalar]
  private let accepts: @Sendable (ArraySlice<Unicode.Scalar>) -> Bool

  private init(
    _ pattern: String,
    where accepts: @escaping @Sendable (ArraySlice<Unicode.Scalar>) -> Bool = { _ in true }
  ) {
    self.pattern = Array(pattern.unicodeScalars)
    self.accepts = accepts
  }

  static let uuid = HarmlessShape("hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh")

  /// A case id: year and month, and eight symbols.
  ///
  /// One of digits alone is believed from 2020 to 2059, since telephone numbers grouped by four begin
  /// with a zero.
  static let caseID = HarmlessShape("9999-xxxx-xxxx") { found in
    let digits = number(found.prefix(4))
    let hasMonth = (1...12).contains(digits % 100)
    return hasMonth && (found.contains(where: isLatinLetter) || (20...59).contains(digits / 100))
  }

  static let coordinate = HarmlessShape("~.999~") { found in
    let whole = found.prefix { $0 != "." }
    return whole.count <= 3 && (whole.first != "0" || whole.count == 1) && number(whole) <= 180
  }

  /// Dates before times: what a time leaves of a date would look like a number.
  static let datesAndTimes: [HarmlessShape] = {
    let isDate = { @Sendable (found: ArraySlice<Unicode.Scalar>) in isCalendarDate(found) }
    let yearFirst = ["9999-99-99", "9999/99/99", "9999.99.99", "9999-9-99", "9999-99-9"]
    let yearLast = ["~.~.9999", "~/~/9999", "~-~-9999"]
    let clock = ["99:99:99.~", "99:99:99", "99:99", "9:99:99", "9:99"]
    let zones = ["+99:99", "-99:99", "+9999", "-9999"]
    let times = clock.prefix(3)
    let zoned: [String] = times.flatMap { time in zones.map { time + $0 } + [time + "Z"] }
    let timed: [String] = (zoned + times).map { "9999-99-99T" + $0 }
    return timed.map { HarmlessShape($0) }
      + (yearFirst + yearLast).map { HarmlessShape($0, where: isDate) }
      + (zoned + clock).map { HarmlessShape($0) }
  }()

  /// Finds the shape wherever it stands alone.
  func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      if beginsAlone(scalars, index), let end = end(in: scalars, from: index),
        endsAlone(scalars, end), accepts(scalars[index..<end])
      {
        ranges.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return ranges
  }

  private func beginsAlone(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = scalars[index - 1]
    return !isWordPart(before) && !(Self.joins(before) && index > 1 && isDigit(scalars[index - 2]))
      && before != "+"
  }

  private func endsAlone(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index < scalars.count else { return true }
    let isJoined = Self.joins(scalars[index]) && index + 1 < scalars.count
    return !isWordPart(scalars[index]) && !(isJoined && isDigit(scalars[index + 1]))
  }

  /// Whether a character between digits makes one number of them, longer than the shape.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "." }

  private func end(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    for wanted in pattern {
      guard index < scalars.count, Self.matches(scalars[index], wanted) else { return nil }
      index += 1
      while wanted == "~", index < scalars.count, isDigit(scalars[index]) { index += 1 }
    }
    return index
  }

  private static func matches(_ scalar: Unicode.Scalar, _ wanted: Unicode.Scalar) -> Bool {
    switch wanted {
    case "9", "~": isDigit(scalar)
    case "h": isDigit(scalar) || ("a"..."f").contains(scalar) || ("A"..."F").contains(scalar)
    case "x": isDigit(scalar) || isLatinLetter(scalar)
    default: scalar == wanted
    }
  }

  /// Whether three numbers can be a year of four digits, a month and a day, in any usual order.
  private static func isCalendarDate(_ found: ArraySlice<Unicode.Scalar>) -> Bool {
    let parts = found.split { !isDigit($0) }
    guard parts.count == 3, parts.allSatisfy({ $0.count <= 4 }) else { return false }
    let numbers = parts.map(number)
    let (year, others) =
      parts[0].count == 4
      ? (numbers[0], [numbers[1], numbers[2]]) : (numbers[2], [numbers[0], numbers[1]])
    return (1900...2199).contains(year) && others.allSatisfy { (1...31).contains($0) }
      && others.contains { $0 <= 12 }
  }
}

/// The value of at most nine digits; larger numbers count as the largest.
private func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int {
  guard digits.count <= 9 else { return Int.max }
  return digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
}
