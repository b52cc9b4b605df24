/// The English texts that stand in for those a translation does not have yet.
///
/// A new version of the program may need texts that a team's own translation was made without. Its
/// pages must come out all the same: a number that is due is not held back by a missing sentence.
package struct BorrowedTexts {
  let english: TextTable
  let needs: [TextCatalog.Need]
  let usedByLayouts: Set<String>

  /// Takes the English texts, which texts a site needs, and those that layouts name.
  package init(english: TextTable, needs: [TextCatalog.Need], usedByLayouts: Set<String>) {
    self.english = english
    self.needs = needs
    self.usedByLayouts = usedByLayouts
  }

  /// How the language is written, for which English cannot stand in.
  private static let own: Set = ["language-name", "direction", "number-group", "number-decimal"]

  /// A translation with what it lacks taken from English, and a warning for each of them.
  package func lent(to table: TextTable, language: String) -> (
    table: TextTable, findings: [SiteFinding]
  ) {
    var (filled, findings) = (table, [SiteFinding]())
    func warn(_ summary: String, _ file: String, line: Int? = nil, _ hint: String) {
      findings.append(
        SiteFinding(
          .warning, file: file, line: line,
          summary: summary + "; pages in `\(language)` say it in English", hint: hint))
    }
    for key in lendable {
      guard let original = english.entries[key] else { continue }
      guard let entry = table.entries[key] else {
        filled.put(original, for: key)
        let words = original.value.plain.map { "translate `\(key): \($0)`" }
        warn("the text `\(key)` is missing", table.file, words ?? "translate `\(key):`")
        continue
      }
      let missing = missingWords(key, of: entry, original)
      guard !missing.isEmpty else { continue }
      filled.put(entry.adding(missing), for: key)
      for word in missing {
        warn(
          "`\(key)` has no word for `\(word.key)`", entry.file, line: entry.line,
          "write `\(word.key): …` below it (English: \(word.value.plain ?? ""))")
      }
    }
    return (filled, findings)
  }

  private var lendable: [String] {
    Set(needs.map(\.key)).union(usedByLayouts).subtracting(Self.own).sorted()
  }

  /// The English words for codes that have none.
  ///
  /// Plural forms and months are no codes: a language must have its own.
  private func missingWords(
    _ key: String, of entry: TextTable.Located, _ original: TextTable.Located
  ) -> [TextEntry] {
    guard case .words(let codes)? = needs.first(where: { $0.key == key })?.shape,
      case .forms(let forms) = entry.value
    else { return [] }
    let missing = codes.filter { code in !forms.contains { $0.key == code } }
    return original.value.entries.filter { missing.contains($0.key) }
  }
}

extension TextTable.Located {
  /// The same text with further forms.
  fileprivate func adding(_ forms: [TextEntry]) -> Self {
    Self(value: .forms(value.entries + forms), file: file, line: line)
  }
}
