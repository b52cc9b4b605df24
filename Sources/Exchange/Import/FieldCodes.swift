internal import CaseFormat
package import CaseModel
internal import Text
internal import Tables
internal import Vocabulary

/// The codes that the register has for each field of a case.
package struct FieldCodes {
  private let codes: [ImportField: Set<String>]
  private let languages: [String]
  private let ageBands: [(range: ClosedRange<Int>, code: String)]

  /// Takes the codes that are in force.
  package init(_ configuration: Configuration) {
    var codes: [ImportField: [String]] = [:]
    for field in ImportField.allCases { codes[field] = field.codes.map(configuration.codes) }
    // How far a case is follows from its steps; a list may say that it is over, and no more.
    codes[.state] = ["closed", "open"]
    self.codes = codes.mapValues(Set.init)
    languages = configuration.settings.languages
    ageBands = (codes[.age] ?? []).compactMap { code in
      Self.years(of: code).map { ($0, code) }
    }
  }

  /// Whether a code may stand in a field.
  package func knows(_ code: String, in field: ImportField) -> Bool {
    field == .language
      ? languages.contains(code) || LanguageCode.isKnown(code)
      : codes[field]?.contains(code) ?? false
  }

  /// Says what is wrong with a code of the map, and where it would have to be added.
  func refusal(of code: String, in field: ImportField, mapPath: String) -> (String, String) {
    let reason =
      field == .language
      ? "“\(code)” is no language code" : "the register has no \(field.rawValue) “\(code)”"
    if field == .language {
      return (reason, "use a code of two or three letters (en, ar, ru) in \(mapPath)")
    }
    let known = codes[field] ?? []
    if let near = nearest(to: code, among: known.sorted()) {
      return (reason, "did you mean “\(near)”? Correct \(mapPath)")
    }
    guard let list = field.codes, list.isConfigured else {
      return (reason, "known: " + known.sorted().joined(separator: ", "))
    }
    guard !list.takesNewCodes else {
      return (reason, "correct it in \(mapPath), or let --add-codes add it to cases/\(list.file)")
    }
    return (reason, "correct it in \(mapPath), or add it to cases/\(list.file)")
  }

  /// The band of an age in whole years; nil when the register has none for it.
  package func band(ofAge text: String) -> String? {
    guard let years = LocalisedNumber.integer(text) else { return nil }
    return ageBands.first { $0.range.contains(years) }?.code
  }

  /// The years of a band written as `18-59` or `60+`.
  private static func years(of code: String) -> ClosedRange<Int>? {
    if code.hasSuffix("+") { return Int(code.dropLast()).flatMap { $0 <= 130 ? $0...130 : nil } }
    let ends = code.split(separator: "-").map { Int($0) }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low <= high else { return nil }
    return low...high
  }
}
