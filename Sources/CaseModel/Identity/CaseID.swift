internal import Text
/// The name of a case, `YYMM-RRRR-RRRC`: month of registration, seven random symbols, a check symbol.
///
/// It is made offline and carries no running number, which would tell how many complaints there
/// are. The check symbol follows the hybrid system of ISO/IEC 7064 with M = 32 over Crockford's
/// alphabet; it catches every single wrong symbol and nearly every transposition.
package struct CaseID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The canonical text with dashes, fourteen characters.
  package let description: String

  private init(values: [Int]) {
    var text = ""
    for (index, value) in values.enumerated() {
      if index == 4 || index == 8 { text.append("-") }
      text.unicodeScalars.append(Crockford.symbols[value])
    }
    description = text
  }

  /// Reads an id forgivingly: any case, dashes or none, `O` `I` `L`, three digit systems.
  ///
  /// Returns nil when the form or the check symbol is wrong.
  package init?(_ text: String) {
    guard let values = Self.values(of: text), values.count == 12, Self.isMonth(values),
      Self.checkValue(of: values.prefix(11)) == values[11]
    else { return nil }
    self.init(values: values)
  }

  /// Reads an id only in its canonical form, as it stands in files.
  ///
  /// Makes no arrays: tens of thousands of ids are read for one list.
  package init?(canonical text: String) {
    var product = 32
    var index = 0
    var month = 0
    for byte in text.utf8 {
      if index == 4 || index == 9 {
        guard byte == UInt8(ascii: "-") else { return nil }
        index += 1
        continue
      }
      guard index < 14, let value = Self.canonicalValue(of: byte), index > 3 || value < 10 else {
        return nil
      }
      if index == 2 || index == 3 { month = month * 10 + value }
      if index == 13 {
        guard (33 - product) % 32 == value else { return nil }
      } else {
        let sum = (product + value) % 32
        product = (sum == 0 ? 32 : sum) * 2 % 33
      }
      index += 1
    }
    guard index == 14, (1...12).contains(month) else { return nil }
    description = text
  }

  /// The value of an upper-case symbol of the alphabet.
  private static func canonicalValue(of byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "O"), UInt8(ascii: "U"): nil
    case 0x41...0x5A: Crockford.value(of: Unicode.Scalar(byte))
    default: nil
    }
  }

  /// Makes an id for a month from seven random values, each 0 to 31.
  package init?(year: Int, month: Int, random: [Int]) {
    guard random.count == 7, random.allSatisfy((0..<32).contains), (1...12).contains(month),
      year >= 0
    else { return nil }
    let head = [year / 10 % 10, year % 10, month / 10, month % 10] + random
    self.init(values: head + [Self.checkValue(of: head[...])])
  }

  /// Makes a new id for a month from a random source.
  package static func make(
    year: Int, month: Int, using generator: inout some RandomNumberGenerator
  ) -> CaseID? {
    let random = (0..<7).map { _ in Int.random(in: 0..<32, using: &generator) }
    return CaseID(year: year, month: month, random: random)
  }

  package static func < (left: CaseID, right: CaseID) -> Bool {
    left.description < right.description
  }

  /// The two-digit year and the month of the id, as text: `26` and `11`.
  package var yearAndMonth: (year: Substring, month: Substring) {
    (description.prefix(2), description.dropFirst(2).prefix(2))
  }

  /// The twelve symbols without dashes.
  package var symbols: String { description.filter { $0 != "-" } }

  /// Turns what a person typed into symbols, without checking length or check symbol.
  ///
  /// Returns nil when a character can be no symbol of an id.
  package static func symbols(ofTyped text: String) -> String? {
    guard let values = values(of: text) else { return nil }
    var result = ""
    for value in values { result.unicodeScalars.append(Crockford.symbols[value]) }
    return result
  }

  private static func values(of text: String) -> [Int]? {
    var values: [Int] = []
    for scalar in text.unicodeScalars {
      if scalar == "-" || scalar == " " || scalar.value == 0x2011 { continue }
      guard let value = Crockford.value(of: scalar), values.count < 32 else { return nil }
      values.append(value)
    }
    return values
  }

  private static func isMonth(_ values: [Int]) -> Bool {
    guard values.prefix(4).allSatisfy({ $0 < 10 }) else { return false }
    return (1...12).contains(values[2] * 10 + values[3])
  }

  /// Computes the check value: ISO/IEC 7064, hybrid system, modulus M + 1, M with M = 32.
  private static func checkValue(of values: ArraySlice<Int>) -> Int {
    var product = 32
    for value in values {
      var sum = (product + value) % 32
      if sum == 0 { sum = 32 }
      product = sum * 2 % 33
    }
    return (33 - product) % 32
  }
}
