package import CaseModel

/// A compiled time zone of the IANA database (TZif, RFC 8536, version 2 or later).
package enum TimeZoneFile {
  /// Returns the zone's rules, or nil when the bytes are no such file.
  ///
  /// Beyond the last listed transition the footer's rule (POSIX TZ) is written out until 2100.
  package static func rules(_ bytes: [UInt8], name: String) -> TimeZoneRules? {
    guard let first = Header(bytes, at: 0), first.version >= UInt8(ascii: "2"),
      let second = Header(bytes, at: 44 + first.bodySize(timeSize: 4))
    else { return nil }
    var reader = Body(bytes: bytes, position: second.position + 44)
    guard let times = reader.numbers(second.transitions, size: 8),
      let indices = reader.numbers(second.transitions, size: 1),
      let types = reader.offsets(second.types)
    else { return nil }
    var transitions: [TimeZoneRules.Transition] = []
    for (time, index) in zip(times, indices) {
      guard let offset = types.element(at: Int(index)) else { return nil }
      transitions.append(.init(at: Timestamp(seconds: time), offset: offset))
    }
    let footerStart = second.position + 44 + second.bodySize(timeSize: 8)
    let footer = bytes.dropFirst(footerStart + 1).prefix { $0 != 0x0A }
    if let rule = PosixTimeZone(String(decoding: footer, as: UTF8.self)) {
      transitions += rule.transitions(after: transitions.last?.at, until: 2100)
    }
    return TimeZoneRules(
      name: name, initialOffset: types.first ?? 0, transitions: transitions)
  }

  private struct Header {
    let position: Int
    let version: UInt8
    let counts: [Int]

    init?(_ bytes: [UInt8], at position: Int) {
      guard bytes.count >= position + 44,
        bytes[position..<(position + 4)].elementsEqual("TZif".utf8)
      else { return nil }
      self.position = position
      version = bytes[position + 4]
      var body = Body(bytes: bytes, position: position + 20)
      guard let counts = body.numbers(6, size: 4) else { return nil }
      self.counts = counts.map { Int($0) }
      guard self.counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
    }

    var transitions: Int { counts[3] }
    var types: Int { counts[4] }

    func bodySize(timeSize: Int) -> Int {
      counts[3] * timeSize + counts[3] + counts[4] * 6 + counts[5] + counts[2] * (timeSize + 4)
        + counts[1] + counts[0]
    }
  }

  private struct Body {
    let bytes: [UInt8]
    var position: Int

    /// Reads big-endian numbers; of four and eight bytes they are signed.
    mutating func numbers(_ count: Int, size: Int) -> [Int64]? {
      guard position + count * size <= bytes.count else { return nil }
      var result: [Int64] = []
      for _ in 0..<count {
        var value: UInt64 = 0
        for _ in 0..<size {
          value = value << 8 | UInt64(bytes[position])
          position += 1
        }
        switch size {
        case 1: result.append(Int64(value))
        case 4: result.append(Int64(Int32(truncatingIfNeeded: value)))
        default: result.append(Int64(truncatingIfNeeded: value))
        }
      }
      return result
    }

    /// Reads local time types: seconds east of UTC, a flag, an index of the abbreviation.
    mutating func offsets(_ count: Int) -> [Int]? {
      var result: [Int] = []
      for _ in 0..<count {
        guard let offset = numbers(1, size: 4)?.first, numbers(2, size: 1) != nil else {
          return nil
        }
        result.append(Int(offset))
      }
      return result
    }
  }
}

extension Array {
  fileprivate func element(at index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
