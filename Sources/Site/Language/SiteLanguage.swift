import Disclosure

/// One language of the site: its texts, and how it writes numbers, dates and plurals.
struct SiteLanguage: Sendable {
  let tag: String
  let isRightToLeft: Bool
  let numbers: NumberStyle
  private let rule: PluralRule
  private let texts: [String: TextValue]

  /// Takes texts that `TextCheck` has found complete.
  init(tag: String, table: TextTable, numerals: NumberStyle.Numerals) {
    self.tag = tag
    texts = table.entries.mapValues(\.value)
    rule = PluralRule(language: tag)
    func plain(_ key: String) -> String {
      if case .plain(let text) = table.entries[key]?.value { text } else { "" }
    }
    isRightToLeft = plain("direction") == "rtl"
    numbers = NumberStyle(
      numerals: isRightToLeft ? numerals : .latn, group: plain("number-group"),
      decimal: plain("number-decimal"), percent: plain("percent"))
  }

  /// The texts that layouts may name.
  var plainTexts: [String: TemplateValue] {
    texts.compactMapValues { if case .plain(let text) = $0 { .text(text) } else { nil } }
  }

  // MARK: Texts

  /// A text without names in braces.
  func text(_ key: String) -> String {
    if case .plain(let text) = texts[key] { text } else { "" }
  }

  /// A text as markup; each value stands isolated from the words around it.
  func markup(_ key: String, _ values: [String: String]) -> Markup {
    filled(text(key), values.mapValues { Markup.isolated($0) })
  }

  /// A text for places that allow no markup: the values are isolated by characters (UAX 9).
  func line(_ key: String, _ values: [String: String]) -> String {
    filled(text(key), values.mapValues(Self.isolated))
  }

  /// A text between the characters that isolate its direction (first strong isolate, UAX 9).
  static func isolated(_ text: String) -> String {
    "\u{2068}\(text)\u{2069}"
  }

  /// The form of a text for a whole number `n`.
  func plural(_ key: String, _ number: Int) -> Markup {
    filled(form(key, rule.category(number)), ["n": Markup.isolated(numbers.whole(number))])
  }

  /// The form of a text for a decimal number; fractions take the form "other" in CLDR.
  func plural(_ key: String, decimal: String) -> Markup {
    let shown = numbers.decimal(decimal)
    if let number = Int(decimal) { return plural(key, number) }
    return filled(form(key, .other), ["n": Markup.isolated(shown)])
  }

  private func form(_ key: String, _ category: PluralCategory) -> String {
    guard case .forms(let forms) = texts[key] else { return "" }
    return forms[category.rawValue] ?? forms["other"] ?? ""
  }

  // MARK: Dates

  /// A day such as `2026-03-09` in words.
  func date(_ iso: String) -> String {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return iso }
    return filled(
      text("date"),
      [
        "day": numbers.plain(parts[2]), "month": month(parts[1], in: "months-in-date"),
        "year": numbers.plain(parts[0]),
      ])
  }

  /// A month such as `2026-03` in words.
  func month(_ iso: String) -> String {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2 else { return iso }
    return filled(
      text("month-and-year"),
      ["month": month(parts[1], in: "months"), "year": numbers.plain(parts[0])])
  }

  private func month(_ number: Int, in key: String) -> String {
    if case .forms(let names) = texts[key] { names[String(number)] ?? "" } else { "" }
  }

  // MARK: Values

  /// A published number, or the words for why there is none.
  func value(_ value: PublishedValue) -> String {
    switch value {
    case .published(let number): numbers.whole(number)
    case .hidden: text("hidden")
    case .notApplicable: text("not-applicable")
    case .missing: text("missing")
    }
  }

  /// What a code is called: by the register, by a pattern of its dimension, or by itself.
  func label(dimension: String, code: String, release: Release) -> String {
    if let label = release.label(dimension: dimension, code: code, language: tag) { return label }
    if code == "unknown" { return text("unknown") }
    switch dimension {
    case "month": return month(code)
    case "days-open": return band(code)
    default: return code
    }
  }

  private func band(_ code: String) -> String {
    if code.hasSuffix("+"), let over = Int(code.dropLast()) {
      return filled(text("band-over"), ["n": numbers.whole(over)])
    }
    let ends = code.split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2 else { return code }
    return filled(
      text("band"), ["from": numbers.whole(ends[0]), "to": numbers.whole(ends[1])])
  }
}
