import Testing

@testable import Site

/// The settings of `brand.yml`: what a mistake in one is told with.
@Suite struct BrandTests {
  private func pages(_ brand: String) throws -> Pages {
    Pages(try SamplePublication.single.get(), overrides: ["brand.yml": brand])
  }

  private func only(_ brand: String) throws -> SiteFinding {
    let found = try pages(brand).findings
    #expect(found.count == 1, "\(found)")
    return try #require(found.first)
  }

  @Test(arguments: [
    ("colours:\n  bar: \"#4d9699\"\n  akcent: \"#123456\"\n", 3, "did you mean `accent`?"),
    ("colours:\n  bar: \"#4d9699\"\n  line: teal\n", 3, "write \"#0b6e69\""),
    ("contacts:\n  hours: \"9\"\n  phon: \"1\"\n", 3, "did you mean `phone`?"),
    ("licence: CC BY 4\n", 1, "did you mean `CC BY 4.0`?"),
    ("licence: mine alone\n", 1, "known: CC BY 4.0, CC BY-SA 4.0, CC0 1.0"),
    (
      "logo: x\nweb-address: example.org\n", 2,
      "write it as a browser shows it, such as https://example.org/voice/"
    ),
    (
      "web-address: \"https://example.org/<b>\"\n", 1,
      "write it as a browser shows it, such as https://example.org/voice/"
    ),
    ("contacts:\n  fax: \"1\"\n", 2, "known: phone, messenger, email, address, hours"),
    ("logo: RA\ncolors:\n", 2, "did you mean `colours`?"),
    (
      "motto: x\n", 1,
      "known: name, logo, numerals, colours, languages, licence, contacts, areas, web-address"
    ),
    ("name:\n  en:\n    long: x\n", 2, "write `en: …`"),
  ])
  func `a mistake is told with its own line and what was meant`(
    brand: String, line: Int, hint: String
  ) throws {
    let finding = try only(brand)
    #expect(finding.file == "site-template/brand.yml")
    #expect(finding.line == line)
    #expect(finding.hint == hint)
  }

  @Test func `a pale colour is named with its line`() throws {
    let finding = try only("colours:\n  bar: \"#4d9699\"\n  accent: \"#66cccc\"\n")
    #expect(finding.line == 3)
    #expect(finding.summary == "`accent` is hard to see on #ffffff")
  }

  @Test func `a colour may be written with three digits`() throws {
    #expect(Colour("#0a5") == Colour("#00aa55"))
    #expect(Colour("#0a") == nil && Colour("0a55") == nil && Colour("#0g5") == nil)
  }

  @Test func `an area that there is not is named with its place`() throws {
    let finding = try only("logo: RA\nareas: \"N . / H O X\"\n")
    #expect(
      finding.description
        == "site-template/brand.yml:2: warning: `areas` names `X`, which is no area "
        + "(write the codes of areas.yml)")
  }

  @Test func `contacts stand in the language of the page`() throws {
    let pages = try pages(
      """
      contacts:
        phone: "0800"
        hours:
          en: Sunday to Thursday
          ar: من الأحد إلى الخميس
          ru: с воскресенья по четверг
      """)
    #expect(pages.findings.isEmpty, "\(pages.findings)")
    for (language, hours) in [
      ("en", "Sunday to Thursday"), ("ar", "من الأحد إلى الخميس"),
      ("ru", "с воскресенья по четверг"),
    ] {
      let page = try pages.page("\(language)/index.html")
      #expect(page.contains("<bdi>\(hours)</bdi>") && page.contains("<bdi>0800</bdi>"))
    }
  }

  @Test func `a language without a contact of its own shows that of the first, and says so`()
    throws
  {
    let pages = try pages("contacts:\n  hours:\n    ar: من الأحد\n    en: Sunday\n")
    #expect(
      pages.findings.map(\.description) == [
        "site-template/brand.yml:2: warning: `hours` has no text in `ru`; another language's is "
          + "shown (write `ru: …` below it)"
      ])
    #expect(try pages.page("ru/index.html").contains("<bdi>Sunday</bdi>"))
  }

  @Test func `a name may be the same in all languages`() throws {
    let pages = try pages("name: River Desk\n")
    #expect(try pages.page("ru/index.html").contains("<span>River Desk</span>"))
  }
}
