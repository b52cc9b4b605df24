/// How a language writes numbers.
package struct NumberStyle: Sendable, Equatable {
  /// Which digits are used.
  package enum Numerals: String, Sendable {
    /// 0123456789
    case latn
    /// ٠١٢٣٤٥٦٧٨٩
    case arab
  }

  private let numerals: Numerals
  private let group: String
  private let decimal: String
  private let percentPattern: String

  /// Arabic digits bring their own signs along (CLDR `arab`); otherwise the texts say what is used.
  init(numerals: Numerals, group: String, decimal: String, percent: String) {
    self.numerals = numerals
    switch numerals {
    case .latn:
      self.group = group
      self.decimal = decimal
      percentPattern = percent
    case .arab:
      self.group = "\u{66C}"
      self.decimal = "\u{66B}"
      percentPattern = "{n}\u{66A}"
    }
  }

  /// A whole number in groups of three.
  package func whole(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).unicodeScalars)
    var result = number < 0 ? "\u{2212}" : ""
    for (index, digit) in digits.enumerated() {
      let remaining = digits.count - index
      if index > 0 && remaining % 3 == 0 { result += group }
      result.unicodeScalars.append(digit)
    }
    return withNumerals(result)
  }

  /// A number without groups: a year, a day of the month.
  package func plain(_ number: Int) -> String {
    withNumerals(String(number))
  }

  /// A decimal number given as ASCII digits with a point.
  func decimal(_ text: String) -> String {
    let parts = text.split(separator: ".", maxSplits: 1)
    guard let head = parts.first, let number = Int(head) else { return text }
    guard parts.count == 2, parts[1].contains(where: { $0 != "0" }) else { return whole(number) }
    return whole(number) + decimal + withNumerals(String(parts[1]))
  }

  /// A whole number of percent, with the sign where the language puts it.
  package func percent(_ number: Int) -> String {
    filled(percentPattern, ["n": whole(number)])
  }

  private func withNumerals(_ text: String) -> String {
    guard numerals == .arab else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isDigit = (0x30...0x39).contains(scalar.value)
      result.append(isDigit ? Unicode.Scalar(scalar.value + 0x630) ?? scalar : scalar)
    }
    return String(result)
  }
}
