/// One part of a date pattern; a number is how many digits are wanted, 1 for one or two.
enum DateField: Sendable, Hashable {
  case year
  case shortYear
  case month(Int)
  case monthName
  case day(Int)
  case hour(Int)
  case halfHour(Int)
  case minute(Int)
  case second(Int)
  case fraction
  case dayHalf
  case offset
  case namedOffset
  case literal(Unicode.Scalar)

  /// Tells fields apart without their widths; both years are one kind.
  var kind: Int {
    switch self {
    case .year, .shortYear: 0
    case .month, .monthName: 1
    case .day: 2
    case .hour: 3
    case .halfHour: 4
    case .minute: 5
    case .second: 6
    case .fraction: 7
    case .dayHalf: 8
    case .offset, .namedOffset: 9
    case .literal: 10
    }
  }

  /// Cuts a pattern into fields.
  static func fields(of pattern: String) throws(DateRefusal) -> [DateField] {
    var fields: [DateField] = []
    var rest = pattern.unicodeScalars[...]
    while let letter = rest.first {
      if letter == "'" {
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: "'") else {
          throw DateRefusal(reason: "the pattern has an apostrophe without its second")
        }
        fields += rest[..<end].map { .literal($0) }
        rest = rest[rest.index(after: end)...]
        continue
      }
      let run = rest.prefix { $0 == letter }
      fields += try field(letter, run.count)
      rest = rest[run.endIndex...]
    }
    return fields
  }

  private static func field(
    _ letter: Unicode.Scalar, _ count: Int
  ) throws(DateRefusal) -> [DateField] {
    switch (letter, count) {
    case ("y", 4): return [.year]
    case ("y", 2): return [.shortYear]
    case ("M", 1...2): return [.month(count)]
    case ("M", 3...4): return [.monthName]
    case ("d", 1...2): return [.day(count)]
    case ("H", 1...2): return [.hour(count)]
    case ("h", 1...2): return [.halfHour(count)]
    case ("m", 1...2): return [.minute(count)]
    case ("s", 1...2): return [.second(count)]
    case ("S", _): return [.fraction]
    case ("a", 1): return [.dayHalf]
    case ("X", 1...3): return [.offset]
    case ("O", 1): return [.namedOffset]
    default:
      let isLetter = letter.isASCII && letter.properties.isAlphabetic
      guard !isLetter || letter == "T" && count == 1 else {
        throw DateRefusal(
          reason: "the pattern has “\(String(repeating: String(letter), count: min(count, 8)))”, "
            + "which is not a part of a date")
      }
      return Array(repeating: .literal(letter), count: count)
    }
  }

  /// The forms of ISO 8601 (and RFC 3339) that programs write, the longest first.
  static let iso8601: [[DateField]] = {
    let date: [DateField] = [.year, .literal("-"), .month(2), .literal("-"), .day(2)]
    let minutes: [DateField] = [.hour(2), .literal(":"), .minute(2)]
    let seconds = minutes + [.literal(":"), .second(2)]
    let times = [
      seconds + [.literal("."), .fraction], seconds + [.literal(","), .fraction], seconds, minutes,
    ]
    var forms: [[DateField]] = []
    for time in times {
      for parting in ["T", "t", " "] as [Unicode.Scalar] {
        forms.append(date + [.literal(parting)] + time + [.offset])
        forms.append(date + [.literal(parting)] + time)
      }
    }
    return forms + [date]
  }()
}
