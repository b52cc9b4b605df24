/// The comparison of a language's texts with what the site needs.
package struct TextCheck {
  let table: TextTable
  let rule: PluralRule
  let template: TemplateSource

  /// Takes the texts of a language, how it forms plurals, and where they stand.
  package init(table: TextTable, rule: PluralRule, template: TemplateSource) {
    self.table = table
    self.rule = rule
    self.template = template
  }

  /// What is missing, has the wrong shape, or is written for nothing.
  package func findings(needs: [TextCatalog.Need], usedByLayouts: Set<String>) -> [SiteFinding] {
    needs.flatMap(problems) + missing(usedByLayouts.subtracting(needs.map(\.key)))
      + unknown(usedByLayouts)
  }

  private func problems(_ need: TextCatalog.Need) -> [SiteFinding] {
    guard let entry = table.entries[need.key] else {
      return [finding("the text `\(need.key)` is missing", hint: example(need))]
    }
    switch (need.shape, entry.value) {
    case (.plain, .plain(let text)):
      return valueProblems(need, text: text, entry)
        + placeholderProblems(need, text: text, entry)
    case (.plural, .forms):
      return formProblems(need, entry, wanted: rule.categories.map(\.rawValue))
    case (.months, .forms):
      return formProblems(need, entry, wanted: (1...12).map(String.init))
    case (.words(let codes), .forms(let forms)):
      // Further codes are welcome: a register may have its own.
      return codes.filter { code in !forms.contains { $0.key == code } }.map { code in
        finding(
          "`\(need.key)` has no word for `\(code)`", entry, hint: "write `\(code): …` below it")
      } + unknownNames(need, inFormsOf: entry)
    case (.plain, .forms), (.plural, .plain), (.months, .plain), (.words, .plain):
      return [finding("`\(need.key)` has the wrong shape", entry, hint: example(need))]
    }
  }

  private func valueProblems(
    _ need: TextCatalog.Need, text: String, _ entry: TextTable.Located
  ) -> [SiteFinding] {
    if need.key == "direction", !["ltr", "rtl"].contains(text) {
      return [finding("`\(text)` is no direction of writing", entry, hint: "write ltr or rtl")]
    }
    // Some languages write numbers without groups. Where names are missing, that is said.
    guard text.allSatisfy(\.isWhitespace), need.placeholders.isEmpty, need.key != "number-group"
    else { return [] }
    return [finding("`\(need.key)` is empty", entry, hint: example(need))]
  }

  private func formProblems(
    _ need: TextCatalog.Need, _ entry: TextTable.Located, wanted: [String]
  ) -> [SiteFinding] {
    let forms = entry.value.entries.sorted { $0.key < $1.key }
    let missing = wanted.filter { form in !forms.contains { $0.key == form } }.map { form in
      finding("`\(need.key)` has no form `\(form)`", entry, hint: "write `\(form): …` below it")
    }
    let extra = forms.filter { !wanted.contains($0.key) }.map { form in
      finding(
        "`\(need.key)` has a form `\(form.key)` that this language does not use", entry,
        line: form.line, hint: "use \(wanted.joined(separator: ", "))")
    }
    // A form such as "one day" may do without its number.
    return missing + extra + unknownNames(need, inFormsOf: entry)
  }

  private func placeholderProblems(
    _ need: TextCatalog.Need, text: String, _ entry: TextTable.Located
  ) -> [SiteFinding] {
    let found = placeholders(of: text)
    let missing = need.placeholders.filter { !found.contains($0) }.map { name in
      finding("`\(need.key)` does not say `{\(name)}`", entry, hint: example(need))
    }
    return missing + unknownNames(need, in: text, entry, line: entry.line)
  }

  private func unknownNames(
    _ need: TextCatalog.Need, inFormsOf entry: TextTable.Located
  ) -> [SiteFinding] {
    entry.value.entries.sorted { $0.key < $1.key }.flatMap { form in
      unknownNames(need, in: form.value.plain ?? "", entry, line: form.line)
    }
  }

  /// Names in braces that would stand in the page as they are.
  private func unknownNames(
    _ need: TextCatalog.Need, in text: String, _ entry: TextTable.Located, line: Int
  ) -> [SiteFinding] {
    let known = need.placeholders.map { "`{\($0)}`" }.joined(separator: ", ")
    return placeholders(of: text).filter { !need.placeholders.contains($0) }.map { name in
      finding(
        "`\(need.key)` names `{\(name)}`, which has no meaning here", entry, line: line,
        hint: known.isEmpty ? "nothing is filled in here: write the word itself" : "write \(known)")
    }
  }

  private func missing(_ keys: Set<String>) -> [SiteFinding] {
    keys.sorted().flatMap { key in
      guard let entry = table.entries[key] else {
        return [
          finding("the text `\(key)` is missing; a layout uses it", hint: "write `\(key): …`")
        ]
      }
      guard let text = entry.value.plain else {
        return [finding("`\(key)` has forms, but a layout uses it as one text")]
      }
      // A layout fills nothing in.
      let need = TextCatalog.Need(key: key, shape: .plain, placeholders: [])
      return unknownNames(need, in: text, entry, line: entry.line)
    }
  }

  private func unknown(_ used: Set<String>) -> [SiteFinding] {
    let known = used.union(TextCatalog.needs.map(\.key)).sorted()
    return table.entries.sorted { $0.key < $1.key }.compactMap { key, entry in
      guard !known.contains(key) else { return nil }
      return SiteFinding(
        .warning, file: entry.file, line: entry.line, summary: "nothing uses the text `\(key)`",
        hint: template.guess(key, known: known) ?? "look for a misspelling")
    }
  }

  private func finding(
    _ summary: String, _ entry: TextTable.Located? = nil, line: Int? = nil, hint: String = ""
  ) -> SiteFinding {
    SiteFinding(
      file: entry?.file ?? table.file, line: line ?? entry?.line, summary: summary, hint: hint)
  }

  private func example(_ need: TextCatalog.Need) -> String {
    switch need.shape {
    case .plain:
      let names = need.placeholders.map { " {\($0)}" }.joined()
      return "write `\(need.key): …\(names)`"
    case .plural:
      return "write `\(need.key):` with \(rule.categories.map(\.rawValue).joined(separator: ", "))"
    case .months: return "write `\(need.key):` with 1 to 12 below it"
    case .words(let codes):
      return "write `\(need.key):` with \(codes.joined(separator: ", ")) below it"
    }
  }
}
