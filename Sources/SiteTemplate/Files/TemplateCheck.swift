/// The check of the layouts for unknown names, partials in circles and sections left open.
struct TemplateCheck {
  /// The file of a template and its tags, by the name that partials use.
  let templates: [String: (file: String, scanner: TemplateScanner)]
  /// Every name that a page gives to its layouts.
  let knownNames: Set<String>

  /// The names of texts that layouts use as `t.name`.
  var usedTexts: Set<String> {
    var used: Set<String> = []
    for (_, template) in templates {
      for located in template.scanner.tags {
        if case .variable(let name) = located.tag, name.hasPrefix("t.") {
          used.insert(String(name.dropFirst(2)))
        }
      }
    }
    return used
  }

  func findings() -> [SiteFinding] {
    templates.sorted { $0.key < $1.key }.flatMap { _, template in
      tagProblems(template.file, template.scanner)
        + sectionProblems(template.file, template.scanner)
    } + circles()
  }

  private func tagProblems(_ file: String, _ scanner: TemplateScanner) -> [SiteFinding] {
    var findings = scanner.tags.compactMap { located -> SiteFinding? in
      switch located.tag {
      case .variable(let name), .sectionStart(let name):
        guard !isKnown(name) else { return nil }
        return SiteFinding(
          file: file, line: located.line, summary: "no page gives a value `\(name)`",
          hint: "texts are written `t.name`")
      case .partial(let name):
        guard templates[name] == nil else { return nil }
        return SiteFinding(
          file: file, line: located.line, summary: "there is no partial `\(name)`",
          hint: "write partials/\(name).mustache")
      case .refused(let what):
        return SiteFinding(file: file, line: located.line, summary: "not supported: \(what)")
      case .sectionEnd, .comment: return nil
      }
    }
    if let line = scanner.unclosedTagLine {
      findings.append(SiteFinding(file: file, line: line, summary: "a tag without `}}`"))
    }
    return findings
  }

  private func isKnown(_ name: String) -> Bool {
    guard name != ".", !name.hasPrefix("t.") else { return true }
    return name.split(separator: ".").allSatisfy { knownNames.contains(String($0)) }
  }

  private func sectionProblems(_ file: String, _ scanner: TemplateScanner) -> [SiteFinding] {
    var open: [(name: String, line: Int)] = []
    for located in scanner.tags {
      switch located.tag {
      case .sectionStart(let name): open.append((name, located.line))
      case .sectionEnd(let name):
        guard let last = open.popLast() else {
          return [SiteFinding(file: file, line: located.line, summary: "`\(name)` is not open")]
        }
        guard last.name == name else {
          return [
            SiteFinding(
              file: file, line: located.line,
              summary: "`\(name)` closes here, but `\(last.name)` of line \(last.line) is open")
          ]
        }
      case .variable, .partial, .comment, .refused: break
      }
    }
    return open.map {
      SiteFinding(file: file, line: $0.line, summary: "the section `\($0.name)` is never closed")
    }
  }

  /// Partials that include themselves, at once or through others.
  private func circles() -> [SiteFinding] {
    templates.sorted { $0.key < $1.key }.compactMap { name, template in
      guard included(by: [name]).contains(name) else { return nil }
      return SiteFinding(file: template.file, summary: "this template includes itself")
    }
  }

  /// The partials that templates include, at once or through others.
  func included(by names: [String]) -> Set<String> {
    var reached: Set<String> = []
    var waiting = names.flatMap(partials)
    while let next = waiting.popLast() {
      guard reached.insert(next).inserted else { continue }
      waiting += partials(of: next)
    }
    return reached
  }

  private func partials(of name: String) -> [String] {
    (templates[name]?.scanner.tags ?? []).compactMap {
      if case .partial(let name) = $0.tag { name } else { nil }
    }
  }
}
