import Foundation
import Testing

/// What a person is told about the own files of a register's site template.
@Suite struct EjectedTemplateTests {
  private func build(_ files: [String: String]) throws -> Result {
    let register = try TemporaryRegister(staged: ())
    for (name, text) in files {
      let path = register.path + "/site-template/" + name
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    return try register.run("site build --internal", checked: false)
  }

  @Test func `a colour without quotes is told to be quoted`() throws {
    let result = try build([
      "brand.yml": "logo: RA\ncolours:\n  bar: \"#4d9699\"\n  accent: #0a5  # green\n"
    ])
    #expect(result.status == 1)
    #expect(
      result.errors.contains(
        "site-template/brand.yml:4: error: `accent` is empty: what follows `#` is a comment"))
    #expect(result.errors.contains("hint: quote it: `accent: \"#0a5\"`"), "\(result)")
  }

  @Test func `other colours without quotes are named with the first`() throws {
    let result = try build([
      "brand.yml": """
      # accent: #333
      logo: # none
      colours:
        bar: #4d9699
        accent: #0a5  # green
        line: "#a8480c"
        line-dark: #f3a766

      """
    ])
    #expect(
      result.errors.contains("hint: quote it: `bar: \"#4d9699\"`, and so in lines 5, 7\n"),
      "\(result)")
  }

  @Test func `languages as a list are told to be one line, and nothing else is said`() throws {
    for list in ["[fr, en]", "\n  - fr\n  - en"] {
      let result = try build([
        "brand.yml": "languages: \(list)\n", "i18n/fr.yml": "title: Plaintes\n",
      ])
      #expect(result.errors.contains("hint: write them in one line: \"fr en\""), "\(result)")
      #expect(!result.errors.contains("warning"), "\(result)")
    }
  }

  @Test func `one slip in the texts of a language is one error`() throws {
    let result = try build([
      "i18n/ru.yml": "title: Жалобы\ntarget: Цель : {n}\n", "brand.yml": "languages: ru\n",
    ])
    #expect(result.status == 1)
    #expect(
      result.errors == """
        site-template/i18n/ru.yml:2: error: not valid YAML: mapping values are not allowed in \
        this context
          hint: put quotes around a text with a colon: `target: "Цель : {n}"`

        """, "\(result)")
  }

  @Test func `every mistake has its line`() throws {
    let result = try build([
      "brand.yml": "areas: \"Q9\"\ncolours:\n  bar: \"#4d9699\"\n  akcent: \"#005500\"\n"
    ])
    #expect(result.status == 1)
    for line in [
      "site-template/brand.yml:4: error: no colour is called `akcent`",
      "hint: did you mean `accent`?",
      "site-template/brand.yml:1: warning: `areas` names `Q9`, which is no area",
    ] {
      #expect(result.errors.contains(line), "\(result)")
    }
  }

  @Test func `a misspelt file is a warning`() throws {
    let result = try build(["content/how-to-complian.en.md": "Call us.\n"])
    #expect(result.status == 0)
    #expect(
      result.errors.contains(
        "site-template/content/how-to-complian.en.md: warning: no page uses this file"))
    #expect(result.errors.contains("did you mean `content/how-to-complain.en.md`?"), "\(result)")
  }

  @Test func `contacts may have a text for each language, and a setting may be left empty`() throws
  {
    let result = try build([
      "brand.yml": """
      logo:
      contacts:
        phone: "0800"
        hours:
          en: Sunday to Thursday
          ar: من الأحد إلى الخميس
          ru: с воскресенья по четверг

      """
    ])
    #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
    let deep = try build(["i18n/en.yml": "days:\n  one:\n    two: x\n"])
    #expect(deep.errors.contains("site-template/i18n/en.yml:3: error: text is wanted here"))
  }
}
