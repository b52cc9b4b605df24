package import CaseModel
internal import Text

/// The code that somebody means who types a code, or the name that the code has.
extension Configuration {
  /// The code itself; throws `Refusal` when it is not sure which one is meant.
  ///
  /// A name is taken for its code, in any language of the register and any spelling of its letters, where
  /// one code alone has it: nothing else could be meant.
  package func code(meant text: String, in list: CodeList) throws(Refusal) -> String {
    let known = named(list)
    if known.contains(where: { $0.code == text }) { return text }
    if list == .band(.age), let band = AgeBand.code(ofYears: text, in: known.map(\.code)) {
      return band
    }
    let matches = known.filter { Self.isName(text, of: $0) }
    if let only = matches.first, matches.count == 1 { return only.code }
    throw refusal(of: text, list, known, matches)
  }

  /// The codes of a list with what they are called: those that the register lists, or the workflow.
  package func named(_ list: CodeList) -> [LabelledCode] {
    if list == .members {
      return team.members.map {
        LabelledCode(code: $0.id, labels: Labels(forAllLanguages: $0.name))
      }
    }
    let labelled = labelledCodes(list)
    guard let fixed = list.fixedCodes else { return labelled }
    return fixed.map { code in
      labelled.first { $0.code == code }
        ?? LabelledCode(code: code, labels: Labels(forAllLanguages: code))
    }
  }

  private func refusal(
    of text: String, _ list: CodeList, _ known: [LabelledCode], _ matches: [LabelledCode]
  ) -> Refusal {
    let codes = known.map(\.code)
    guard !known.isEmpty else { return UnknownCode.refusal(text, list, known: codes) }
    let hint: Wording =
      if matches.count > 1 {
        "it can mean \(matches.map(shown).joined(separator: " or ")): write the code"
      } else if let meant = matches.first ?? nearestCode(to: text, known) {
        "did you mean \(shown(meant))?"
      } else if codes.count <= 20 {
        "known: \(known.map(shown).joined(separator: ", "))"
      } else {
        "see `daftar codes \(list.listName)`"
      }
    return Refusal(.codeUnknown, "there is no \(list.noun) “\(text)”", hint: hint)
  }

  /// A code with its name in the first language of the register, where it has another one.
  private func shown(_ code: LabelledCode) -> String {
    let name = code.labels.text(settings.languages.first ?? "en") ?? code.code
    return name == code.code ? "“\(code.code)”" : "“\(code.code)” (\(name))"
  }

  private func nearestCode(to text: String, _ known: [LabelledCode]) -> LabelledCode? {
    if let code = nearest(to: text, among: known.map(\.code)) {
      return known.first { $0.code == code }
    }
    let names = known.flatMap { Array($0.labels.all.values) }.sorted()
    guard let name = nearest(to: text, among: names) else { return nil }
    return known.first { $0.labels.all.values.contains(name) }
  }

  private static func isName(_ text: String, of code: LabelledCode) -> Bool {
    let wanted = FoldedText(text)
    guard !wanted.isEmpty else { return false }
    return code.code.lowercased() == text.lowercased()
      || code.labels.all.values.contains { FoldedText($0) == wanted }
  }
}
