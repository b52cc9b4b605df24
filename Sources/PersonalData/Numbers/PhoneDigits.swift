/// The digits of one telephone number as they stand in a text.
struct PhoneDigits {
  /// ASCII digits.
  var digits: String { groups.joined() }
  /// Whether a plus stands before them.
  private(set) var hasPlus = false
  /// The digits between spaces, dashes, dots and brackets.
  private var groups: [String] = []

  private var count: Int { groups.reduce(0) { $0 + $1.utf8.count } }

  /// Returns what may be a number in a text, however long.
  static func all(in text: String) -> [PhoneDigits] {
    var found: [PhoneDigits] = []
    var current = PhoneDigits()
    var isGroupOpen = false
    func finish() {
      found += current.parted()
      current = PhoneDigits()
      isGroupOpen = false
    }
    for scalar in text.unicodeScalars {
      if let digit = digit(scalar) {
        if !isGroupOpen { current.groups.append("") }
        current.groups[current.groups.count - 1].append(digit)
        isGroupOpen = true
      } else if scalar == "+" || scalar == "\u{FF0B}" {
        finish()
        current.hasPlus = true
      } else if isSeparator(scalar) {
        isGroupOpen = false
      } else if scalar == "/", current.count < 6 {
        isGroupOpen = false
      } else if scalar.properties.generalCategory != .format {
        finish()
      }
    }
    finish()
    return found
  }

  /// Parts what is too long for one number (E.164 allows 15 digits) where another seems to begin.
  private func parted() -> [PhoneDigits] {
    guard !groups.isEmpty else { return [] }
    guard count > 15 else { return [self] }
    var parts: [PhoneDigits] = []
    var part = PhoneDigits()
    part.hasPlus = hasPlus
    for group in groups {
      let startsAnother = group.hasPrefix("0") && part.count >= 7
      if startsAnother || (part.count > 0 && part.count + group.utf8.count > 15) {
        parts.append(part)
        part = PhoneDigits()
      }
      part.groups.append(group)
    }
    return parts + [part]
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Character? {
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue,
      let digit = Unicode.Scalar(0x30 + UInt32(value))
    else { return nil }
    return Character(digit)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .dashPunctuation, .openPunctuation, .closePunctuation: true
    default: scalar == "." || scalar == "\t" || scalar == "_" || scalar == "\u{2212}"
    }
  }
}
