internal import Text
/// A text ready for looking: ASCII digits, plain spaces and dashes, nothing invisible.
struct PersonalDataText {
  /// What is left to look at; what is known already is replaced by a scalar that matches nothing.
  private(set) var scalars: [Unicode.Scalar] = []
  /// Where each scalar stands in the text, from 0.
  private var places: [Int] = []

  init(_ text: String) {
    for (place, scalar) in text.unicodeScalars.enumerated() {
      guard let plain = Self.plain(scalar) else { continue }
      scalars.append(plain)
      places.append(place)
    }
  }

  /// The place of a range in the text, in scalars from 1.
  func place(of range: Range<Int>) -> ClosedRange<Int> {
    places[range.lowerBound] + 1...places[range.upperBound - 1] + 1
  }

  /// Makes ranges invisible for what follows, and returns them.
  mutating func take(_ ranges: [Range<Int>]) -> [Range<Int>] {
    for range in ranges {
      for index in range { scalars[index] = hidden }
    }
    return ranges
  }

  /// Makes everything of the given shapes invisible for what follows.
  mutating func hide(shapes: [HarmlessShape]) {
    for shape in shapes { _ = take(shape.ranges(in: scalars)) }
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x061C, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: nil
    case 0xA0, 0x2000...0x200A, 0x202F: " "
    case 0x2010...0x2015, 0x2212: "-"
    case 0xFF0B: "+"
    case 0xFF20: "@"
    default: asciiDigit(scalar) ?? scalar
    }
  }
}

/// Stands for what is known already: neither letter, digit nor part of a number.
private let hidden: Unicode.Scalar = "\u{FFFC}"

package func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

package func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
  ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
}

/// Whether a scalar is a letter or digit of any script, so that it continues a word.
func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
  isDigit(scalar) || isLatinLetter(scalar) || !scalar.isASCII && scalar.properties.isAlphabetic
}
