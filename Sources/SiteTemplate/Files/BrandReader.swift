/// The reader of the settings of `brand.yml`, one by one, which notes each mistake where it stands.
struct BrandReader {
  let table: TextTable
  let template: TemplateSource
  private(set) var findings: [SiteFinding] = []

  init(_ table: TextTable, _ template: TemplateSource) {
    self.table = table
    self.template = template
  }

  /// A setting of one line; nil when it is not there.
  ///
  /// One with lines below it is reported.
  mutating func plain(_ key: String) -> String? {
    guard let value = table.entries[key]?.value else { return nil }
    if !value.entries.isEmpty {
      report(key, "`\(key)` is one for all languages", hint: "write it in one line: `\(key): …`")
    }
    return value.plain
  }

  /// The lines below a setting; names that nobody knows are reported.
  mutating func entries(
    _ key: String, known: [String], unknown summary: (String) -> String
  ) -> [TextEntry] {
    (table.entries[key]?.value.entries ?? []).filter { entry in
      guard !known.contains(entry.key) else { return true }
      report(
        key, at: entry, summary(entry.key), hint: template.advice(on: entry.key, known: known))
      return false
    }
  }

  /// A text for all languages or for each; forms of forms are reported.
  mutating func localText(_ key: String, _ value: TextValue) -> LocalText {
    for entry in value.entries where entry.value.plain == nil {
      report(key, at: entry, "`\(entry.key)` must be a text", hint: "write `\(entry.key): …`")
    }
    return LocalText(value)
  }

  /// Settings that there are not.
  mutating func reportUnknown(_ known: [String]) {
    for (key, entry) in table.entries.sorted(by: { $0.key < $1.key }) where !known.contains(key) {
      findings.append(
        SiteFinding(
          file: entry.file, line: entry.line, summary: "no setting is called `\(key)`",
          hint: template.advice(on: key, known: known)))
    }
  }

  /// Notes a mistake in a setting or, with its line, in an entry below it.
  mutating func report(
    _ key: String, at entry: TextEntry? = nil, _ summary: String, hint: String
  ) {
    let place = table.place(of: key)
    findings.append(
      SiteFinding(
        file: place.file, line: entry?.line ?? place.line, summary: summary, hint: hint))
  }
}
