package import Disclosure

/// One language of the site: its texts, and how it writes numbers, dates and plurals.
package struct SiteLanguage: Sendable {
  /// Its tag, such as `ar` (BCP 47).
  package let tag: String
  /// Whether it is written from right to left.
  package let isRightToLeft: Bool
  /// How it writes numbers.
  package let numbers: NumberStyle
  private let rule: PluralRule
  private let texts: [String: String]
  private let forms: [String: [String: String]]

  /// Takes texts that `TextCheck` has found complete.
  package init(tag: String, table: TextTable, numerals: NumberStyle.Numerals) {
    self.tag = tag
    let texts = table.entries.compactMapValues(\.value.plain)
    self.texts = texts
    forms = table.entries.compactMapValues(\.value.forms)
    rule = PluralRule(language: tag)
    func plain(_ key: String) -> String { texts[key] ?? "" }
    isRightToLeft = plain("direction") == "rtl"
    numbers = NumberStyle(
      numerals: isRightToLeft ? numerals : .latn, group: plain("number-group"),
      decimal: plain("number-decimal"), percent: plain("percent"))
  }

  /// Its direction as HTML names it.
  package var direction: String { isRightToLeft ? "rtl" : "ltr" }

  /// The texts that layouts may name.
  package var plainTexts: [String: TemplateValue] {
    texts.mapValues { .text($0) }
  }

  // MARK: Texts

  /// A text without names in braces.
  package func text(_ key: String) -> String {
    texts[key] ?? ""
  }

  /// A text with its names in braces filled in.
  package func phrase(_ key: String, _ values: [String: Phrase] = [:]) -> Phrase {
    .filled(text(key), values)
  }

  /// The form of a text for a whole number `n`, with further names in braces filled in.
  package func plural(_ key: String, _ number: Int, _ more: [String: Phrase] = [:]) -> Phrase {
    let own = ["n": Phrase.isolated(numbers.whole(number))]
    return .filled(pluralForm(key, number), own.merging(more) { own, _ in own })
  }

  /// The form of a text that a whole number asks for, with its names in braces.
  package func pluralForm(_ key: String, _ number: Int) -> String {
    let forms = forms[key] ?? [:]
    return forms[rule.category(number).rawValue] ?? forms["other"] ?? ""
  }

  /// A name inside a sentence: without its capital where the language writes common words so.
  ///
  /// A name whose second letter is a capital, such as an abbreviation, stays as it is.
  package func inSentence(_ name: String) -> String {
    guard text("names-in-sentences") == "small", let first = name.first,
      name.dropFirst().first?.isUppercase != true
    else { return name }
    return first.lowercased() + name.dropFirst()
  }

  /// Names one after the other, as the language separates them.
  package func list(_ names: [String]) -> Phrase {
    guard let first = names.first else { return .none }
    return names.dropFirst().reduce(Phrase(first)) { list, name in
      phrase("pair", ["one": list, "two": Phrase(name)])
    }
  }

  /// One of several words under one key, such as the names of codes.
  package func word(_ key: String, _ form: String) -> String? {
    forms[key]?[form]
  }

  // MARK: Dates

  /// A day such as `2026-03-09` in words.
  package func date(_ iso: String) -> String {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return iso }
    return filled(
      text("date"),
      [
        "day": numbers.plain(parts[2]),
        "month": word("months-in-date", String(parts[1])) ?? "",
        "year": numbers.plain(parts[0]),
      ])
  }

  /// A span of whole months in words, such as `January–March 2026`; where it crosses years each end has
  /// its own, for `April–June 2025–2026` would look like one quarter.
  package func period(_ span: DaySpan) -> String {
    let (first, last) = ends(span)
    guard first.year == last.year else {
      return filled(
        text("months-of-two-years"),
        ["from": first.month, "from-year": first.year, "to": last.month, "to-year": last.year])
    }
    return filled(text("months-and-year"), ["months": months(first, last), "year": last.year])
  }

  /// A span of whole months as an axis names it: months in short, one to a line, and the last year; a
  /// whole year is its own name.
  package func axisName(_ span: DaySpan) -> (months: String, year: String) {
    let (first, last) = (DaySpan.month(span.from), DaySpan.month(span.to))
    func short(_ month: Int) -> String { word("months-short", "\(month)") ?? "" }
    func year(_ number: Int) -> String { numbers.plain(number) }
    guard first.year == last.year else {
      let months = [short(first.month), year(first.year) + "–", short(last.month)]
      return (months.joined(separator: "\n"), year(last.year))
    }
    if first.month == 1, last.month == 12 { return ("", year(last.year)) }
    let months =
      first.month == last.month
      ? short(first.month) : "\(short(first.month))–\n\(short(last.month))"
    return (months, year(last.year))
  }

  private typealias Month = (month: String, year: String)

  private func ends(_ span: DaySpan) -> (first: Month, last: Month) {
    func end(_ day: String) -> Month {
      let (year, month) = DaySpan.month(day)
      return (word("months", "\(month)") ?? "", numbers.plain(year))
    }
    return (end(span.from), end(span.to))
  }

  private func months(_ first: Month, _ last: Month) -> String {
    first.month == last.month
      ? first.month : filled(text("from-to"), ["from": first.month, "to": last.month])
  }

  // MARK: Values

  /// A published number, or the words for why there is none.
  package func value(_ value: PublishedValue) -> String {
    switch value {
    case .published(let number): numbers.whole(number)
    case .hidden: text("hidden")
    case .notApplicable: text("not-applicable")
    case .missing: text("missing")
    }
  }

  /// A derived number in words.
  package func derived(_ value: DerivedValue) -> Phrase {
    switch value {
    case .count(let count): .isolated(numbers.whole(count))
    case .percent(let percent, _): .isolated(numbers.percent(percent))
    case .part(let part, let whole): ratio(part, whole)
    case .aboutDays(let days): plural("about-days", days)
    case .moreThanDays(let days): plural("more-than-days", days)
    case .days(let days): plural("days", days)
    case .noCases: Phrase(text("no-cases"))
    case .withheld: Phrase(text("too-few"))
    }
  }

  /// Says how many of how many.
  package func ratio(_ part: Int, _ whole: Int) -> Phrase {
    phrase(
      "ratio",
      ["n": .isolated(numbers.whole(part)), "total": .isolated(numbers.whole(whole))])
  }

  /// What a code is called: by the register, by the texts, by a pattern for bands, by the register in
  /// another language, or by itself.
  package func label(_ dimension: Dimension, _ code: String, in publication: Publication) -> String
  {
    if let label = publication.label(
      dimension: dimension.rawValue, code: code, language: tag), !label.isEmpty
    {
      return label
    }
    if let word = word("codes-\(dimension.rawValue)", code) { return word }
    if code == CodeBook.unknown { return text("unknown") }
    if code == CodeBook.open { return word("codes-closing", code) ?? code }
    switch dimension {
    case .closing, .ageing: return band(code, "days-band", "days-over")
    case .age: return band(code, "years-band", "years-over")
    default:
      return publication.labelInAnyLanguage(dimension: dimension.rawValue, code: code) ?? code
    }
  }

  /// A band of ages in so few signs that many fit one above the other: `18–59`, `60+`; nil for what is
  /// no band.
  package func shortBand(_ code: String) -> String? {
    let ends = code.split(whereSeparator: { !$0.isWholeNumber }).compactMap { Int($0) }
      .map(numbers.plain)
    return switch ends.count {
    case 1: Phrase.isolated("\(ends[0])+").line
    case 2: Phrase.isolated("\(ends[0])–\(ends[1])").line
    default: nil
    }
  }

  /// Bands are written `16-30`, and `over-60`, `60-up` or `60+` when they have no end.
  private func band(_ code: String, _ closed: String, _ open: String) -> String {
    let ends = code.split(whereSeparator: { !$0.isWholeNumber }).compactMap { Int($0) }
    switch ends.count {
    case 1: return filled(text(open), ["n": numbers.whole(ends[0])])
    case 2:
      return filled(
        pluralForm(closed, ends[1]), ["from": numbers.whole(ends[0]), "to": numbers.whole(ends[1])])
    default: return code
    }
  }
}
