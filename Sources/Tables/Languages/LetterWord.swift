/// A run of letters in a text, and what in it no word of any language has.
struct LetterWord: Hashable {
  let scalars: [Unicode.Scalar]
  let script: LetterScript
  /// The word in small letters, without the marks that drag a word out (tatweel).
  let small: String
  /// How many things stand in it that a true word has not.
  let faults: Int

  var isASCII: Bool { scalars.allSatisfy(\.isASCII) }

  /// Makes a word of letters, of which there is one at least.
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = Self.undragged(scalars)
    let scripts = scalars.map { LetterScript($0) ?? .other }
    script = scripts.first { $0 != .latin } ?? .latin
    small = String(String.UnicodeScalarView(self.scalars)).lowercased()
    faults = Self.faults(scalars, scripts)
  }

  /// A letter that is drawn out says no more than one.
  private static func undragged(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    for scalar in scalars where scalar != "\u{640}" {
      if scalar.isASCII || kept.last != scalar { kept.append(scalar) }
    }
    return kept
  }

  private static func faults(_ scalars: [Unicode.Scalar], _ scripts: [LetterScript]) -> Int {
    var faults = 0
    for index in scalars.indices.dropFirst() {
      let (before, here) = (scalars[index - 1], scalars[index])
      if scripts[index] != scripts[index - 1] {
        faults += 1
      } else if before.properties.isLowercase, here.properties.isUppercase {
        faults += 1
      } else if endings.contains(before), !harakat.contains(here.value), here != "\u{640}" {
        faults += 1
      }
    }
    if let first = scalars.first, neverFirst.contains(first) { faults += 1 }
    return faults
  }

  /// Letters that only end a word in Arabic: teh marbuta and alef maksura.
  private static let endings: Set<Unicode.Scalar> = ["ة", "ى"]
  private static let harakat: ClosedRange<UInt32> = 0x64B...0x652
  /// Letters with which no word begins.
  private static let neverFirst: Set<Unicode.Scalar> = [
    "ة", "ى", "ئ", "ؤ", "ь", "ъ", "ы", "Ь", "Ъ", "Ы", "\u{64B}", "\u{64C}", "\u{64D}", "\u{64E}",
    "\u{64F}", "\u{650}", "\u{651}", "\u{652}",
  ]
}
