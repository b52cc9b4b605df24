/// Which files of a template a site makes use of, and which ones lie there for nothing.
package struct UsedFiles {
  private let template: TemplateSource
  private let languages: [String]
  /// Files that are read under one certain name.
  private let named: Set<String>
  /// All layouts and style sheets: an asset is used when one of them names it.
  private let words: [String]

  /// Takes a template, its checked layouts and the tags of the site's languages.
  package init(_ template: TemplateSource, _ layouts: Layouts, languages: [String]) {
    self.template = template
    self.languages = languages
    named = layouts.usedFiles.union(["README.md", "brand.yml", "assets/site.css"])
      .union(
        languages.flatMap { tag in
          ["i18n/\(tag).yml"] + LongTexts.names.map { "content/\($0).\(tag).md" }
        })
    let styles = template.paths(under: "assets").filter { $0.hasSuffix(".css") }
    words = (layouts.usedFiles.sorted() + styles).compactMap { template.file($0)?.text }
  }

  /// Files of the overriding layers that nothing uses, most likely misspelt.
  package var unused: [SiteFinding] {
    guard let builtIn = template.layers.last else { return [] }
    let candidates = named.union(builtIn.files.keys.filter(isUsed)).sorted()
    return template.layers.dropLast().flatMap { layer in
      layer.files.keys.sorted().filter { !isUsed($0) }.map { path in
        SiteFinding(
          .warning, file: "\(layer.name)/\(path)", summary: "no page uses this file",
          hint: hint(path, candidates))
      }
    }
  }

  private func isUsed(_ path: String) -> Bool {
    guard !named.contains(path) else { return true }
    guard path.hasPrefix("assets/"), let name = path.split(separator: "/").last else {
      return false
    }
    return words.contains { $0.contains(name) }
  }

  private func hint(_ path: String, _ candidates: [String]) -> String {
    if let tag = otherLanguage(path) {
      return "`\(tag)` is no language of the site; those are \(languages.joined(separator: ", "))"
    }
    if let first = languages.first,
      let name = LongTexts.names.first(where: { path == "content/\($0).md" })
    {
      return "did you mean `content/\(name).\(first).md`?"
    }
    if let guess = template.guess(path, known: candidates) { return guess }
    return path.hasPrefix("assets/")
      ? "it is published, but no layout and no style sheet names it"
      : "its name must be that of a built-in file, or it must be for a language in use"
  }

  /// The language of a text whose name is right but for the language.
  ///
  /// It must not be called a misspelling: two tags are near each other by chance.
  private func otherLanguage(_ path: String) -> String? {
    let frames = [("i18n/", ".yml")] + LongTexts.names.map { ("content/\($0).", ".md") }
    for (start, end) in frames where path.hasPrefix(start) && path.hasSuffix(end) {
      let tag = path.dropFirst(start.count).dropLast(end.count)
      if !tag.isEmpty, !tag.contains(where: { $0 == "/" || $0 == "." }) { return String(tag) }
    }
    return nil
  }
}
