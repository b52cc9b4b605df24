package import Disclosure

/// What can be said of a brand only beside the languages and areas of a site.
extension Brand {
  /// A promise of days that the register's own limits do not keep.
  package func promisesBelow(_ limits: AnswerLimits) -> [SiteFinding] {
    guard let days = promises.first(where: { $0.kind == Promise.days })?.number,
      let longest = limits.ordinary, days < longest
    else { return [] }
    let place = table.place(of: "promises")
    let line = table.entries["promises"]?.value.entries.first { $0.key == Promise.days }?.line
    return [
      SiteFinding(
        file: place.file, line: line ?? place.line,
        summary: "`\(Promise.days)` promises an answer within \(days) days, and the limits of this "
          + "register allow \(longest)",
        hint: "write `\(Promise.days): \(longest)`, or shorten `close` in cases/targets.yml")
    ]
  }

  /// Squares for areas that the register does not have.
  package func unknownAreas(known: [String]) -> [SiteFinding] {
    let place = table.place(of: "areas")
    return areas.flatMap { $0 }.compactMap(\.self).filter { !known.contains($0) }.map { code in
      SiteFinding(
        .warning, file: place.file, line: place.line,
        summary: "`areas` names `\(code)`, which is no area", hint: "write the codes of areas.yml")
    }
  }

  /// Areas that have figures but no square, beside others of their level that have one.
  package func forgottenAreas(levels: [Set<String>]) -> [SiteFinding] {
    let named = Set(areas.flatMap { $0 }.compactMap(\.self))
    let forgotten = levels.filter { !$0.isDisjoint(with: named) }.flatMap {
      $0.subtracting(named)
    }.sorted()
    guard !forgotten.isEmpty else { return [] }
    let place = table.place(of: "areas")
    let codes = forgotten.map { "`\($0)`" }.joined(separator: ", ")
    return [
      SiteFinding(
        .warning, file: place.file, line: place.line, summary: "`areas` leaves out \(codes)",
        hint: "give each a place; until then they stand after the others")
    ]
  }

  /// The name, where there is one, and contacts that a language of the site has to take from another.
  package func missingTexts(languages: [String]) -> [SiteFinding] {
    func findings(_ key: String, _ text: LocalText, _ file: String, _ line: Int?) -> [SiteFinding] {
      languages.filter { text[$0] == nil }.map { language in
        SiteFinding(
          .warning, file: file, line: line,
          summary: "`\(key)` has no text in `\(language)`; another language's is shown",
          hint: "write `\(language): …` below it")
      }
    }
    let place = table.place(of: "name")
    let isNamed = !names.text(in: "", or: languages).isEmpty
    return (isNamed ? findings("name", names, place.file, place.line) : [])
      + contacts.flatMap { contact in
        findings(contact.kind, contact.value, table.place(of: "contacts").file, contact.line)
      }
  }

  /// Lines of the name and of contacts for a language that the site does not have.
  package func strangeLanguages(languages: [String]) -> [SiteFinding] {
    func findings(_ key: String, _ entries: [TextEntry]) -> [SiteFinding] {
      entries.filter { !languages.contains($0.key) }.map { entry in
        SiteFinding(
          .warning, file: table.place(of: key).file, line: entry.line,
          summary: "`\(entry.key)` is no language of the site; nobody sees this line",
          hint: "those are \(languages.joined(separator: ", "))")
      }
    }
    return findings("name", table.entries["name"]?.value.entries ?? [])
      + contacts.flatMap { findings("contacts", $0.entries) }
  }
}
