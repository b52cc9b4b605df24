/// The files that a language of the site needs, and what to do about those that are missing.
package struct LanguageFiles {
  let template: TemplateSource
  let languages: [String]

  /// Takes a template and the tags of the site's languages.
  package init(template: TemplateSource, languages: [String]) {
    self.template = template
    self.languages = languages
  }

  /// The language with texts that a tag without any was most likely meant to be, as a question.
  func guess(_ tag: String) -> String? {
    let known = template.paths(under: "i18n").filter { $0.hasSuffix(".yml") }
      .map { String($0.dropFirst(5).dropLast(4)) }
    guard !known.contains(tag) else { return nil }
    // Whoever writes the name of a language, or its code of three letters, mostly begins like the tag.
    return known.filter { tag.lowercased().hasPrefix($0.lowercased()) }.max { $0.count < $1.count }
      .map { "did you mean `\($0)`?" }
  }

  /// Whether every language is one that its tag means.
  package var areKnown: Bool { languages.allSatisfy { guess($0) == nil } }

  /// How somebody comes to the texts of a language.
  package func adviceOnTexts(_ tag: String) -> String {
    guess(tag)
      ?? """
      take the English texts out with `daftar site eject i18n/en.yml`, rename them to \
      `\(template.ownName("i18n/\(tag).yml"))` and translate them
      """
  }

  /// How somebody comes to a longer text of a language.
  package func adviceOnContent(_ name: String, _ tag: String) -> String {
    """
    write `\(template.ownName("content/\(name).\(tag).md"))`; \
    `daftar site eject content/\(name).en.md` takes the English one out
    """
  }

  /// Longer texts that some languages of the site have and others do not.
  package func uneven(onTeamPages: Bool) -> [SiteFinding] {
    LongTexts.optionalNames(onTeamPages: onTeamPages).flatMap { name in
      let (there, missing) = languages.reduce(into: ([String](), [String]())) { parts, tag in
        if template.file("content/\(name).\(tag).md") == nil {
          parts.1.append(tag)
        } else {
          parts.0.append(tag)
        }
      }
      guard !there.isEmpty else { return [SiteFinding]() }
      return missing.map { tag in
        SiteFinding(
          .warning, file: template.ownName("content/\(name).\(tag).md"),
          summary: "this file is missing; pages in \(there.joined(separator: ", ")) have it",
          hint: "write it, or pages in `\(tag)` go without")
      }
    }
  }
}
