import Testing

@testable import Site
@testable import SiteTemplate

/// A language of the site whose files are missing or cannot be read.
@Suite struct LanguageFilesTests {
  private func findings(_ files: [String: String]) throws -> [SiteFinding] {
    Pages(try SamplePublication.none(), overrides: files).findings
  }

  @Test func `a language without texts is one finding, not fifty`() throws {
    let output = try findings(["brand.yml": "languages: \"en fr\"\n"])
    #expect(output.filter { $0.file == "i18n/fr.yml" }.count == 1)
  }

  @Test func `where the files of a language come from is said`() throws {
    let found = try findings(["brand.yml": "languages: \"en fr\"\n"])
    #expect(
      found.first { $0.file == "i18n/fr.yml" }?.hint
        == "take the English texts out with `daftar site eject i18n/en.yml`, rename them to "
        + "`site-template/i18n/fr.yml` and translate them")
    #expect(
      found.first { $0.file == "content/how-to-read.fr.md" }?.hint
        == "write `site-template/content/how-to-read.fr.md`; "
        + "`daftar site eject content/how-to-read.en.md` takes the English one out")
    #expect(found.count == 4)
  }

  @Test(arguments: [("french", "fr"), ("fra", "fr"), ("English", "en"), ("pt-BR", "pt")])
  func `a language that is written otherwise is told what it was meant to be`(
    word: String, tag: String
  ) throws {
    let pages = Pages(
      try SamplePublication.single.get(),
      overrides: [
        "brand.yml": "languages: \"\(word) ar\"\n", "i18n/fr.yml": "title: x\n",
        "i18n/pt.yml": "title: x\n", "content/notices.fr.md": "x",
      ])
    #expect(
      pages.findings.map(\.description) == [
        "i18n/\(word).yml: error: there are no texts in the language `\(word)` "
          + "(did you mean `\(tag)`?)"
      ])
  }

  @Test func `of a file that cannot be read nothing else is said`() throws {
    let texts = try findings(["brand.yml": "languages: \"en tr\"\n", "i18n/tr.yml": "oops\n"])
    #expect(texts.filter { $0.file.hasSuffix(".yml") }.map(\.summary) == ["no colon"])
    let brand = try findings(["brand.yml": "languages\n", "i18n/fr.yml": "title: x\n"])
    #expect(brand.map(\.summary) == ["no colon"])
  }
}
