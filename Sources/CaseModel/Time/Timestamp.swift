/// A moment in whole seconds of Coordinated Universal Time.
package struct Timestamp: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
  package let seconds: Int64

  /// Makes a moment from seconds since 1970.
  package init(seconds: Int64) { self.seconds = seconds }

  /// Reads `YYYY-MM-DDTHH:MM:SSZ` and nothing else (RFC 3339, whole seconds, UTC).
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
      let date = CalendarDate(text.prefix(10)),
      let hour = Self.twoDigits(bytes, 11), hour < 24,
      let minute = Self.twoDigits(bytes, 14), minute < 60,
      let second = Self.twoDigits(bytes, 17), second < 60
    else { return nil }
    seconds = Int64(date.day) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
  }

  /// The moment as `YYYY-MM-DDTHH:MM:SSZ`.
  package var description: String {
    let day = Int((seconds - ((seconds % 86_400 + 86_400) % 86_400)) / 86_400)
    let rest = Int(seconds - Int64(day) * 86_400)
    let time = [rest / 3_600, rest / 60 % 60, rest % 60].map { padded($0, 2) }
    return CalendarDate(day: day).description + "T" + time.joined(separator: ":") + "Z"
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  private static func twoDigits(_ bytes: [UInt8], _ index: Int) -> Int? {
    let tens = Int(bytes[index]) - 48
    let ones = Int(bytes[index + 1]) - 48
    guard (0...9).contains(tens), (0...9).contains(ones) else { return nil }
    return tens * 10 + ones
  }
}
