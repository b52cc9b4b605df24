internal import Text

/// A colour of the web, and how well it reads on another one.
struct Colour: Sendable, Equatable {
  let red: Int
  let green: Int
  let blue: Int

  /// Reads `#rrggbb`, and `#rgb` with each digit standing for two.
  init?(_ text: String) {
    let text = text.count == 4 ? text.map { $0 == "#" ? "#" : "\($0)\($0)" }.joined() : text
    guard text.hasPrefix("#"), let parts = Hexadecimal.bytes(text.utf8.dropFirst()),
      parts.count == 3
    else { return nil }
    self.init(red: Int(parts[0]), green: Int(parts[1]), blue: Int(parts[2]))
  }

  init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  var hex: String {
    "#" + Hexadecimal.text([red, green, blue].map { UInt8(clamping: $0) })
  }

  /// The contrast ratio of two colours, 1 to 21 (WCAG 2.2).
  func contrast(to other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// How light it is, 0 to 1 (WCAG 2.2).
  var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// The light of one part of a colour (sRGB, IEC 61966-2-1).
  private static func linear(_ part: Int) -> Double {
    let value = Double(part) / 255
    return value <= 0.04045 ? value / 12.92 : power24((value + 0.055) / 1.055)
  }

  /// x to the power of 2.4: the square times the fifth root of the square, by Newton's method,
  /// so that no mathematics library is needed.
  private static func power24(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<60 {
      let fourth = root * root * root * root
      root -= (fourth * root - square) / (5 * fourth)
    }
    return square * root
  }
}
