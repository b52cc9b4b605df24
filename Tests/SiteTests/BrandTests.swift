import Testing

@testable import Site
@testable import SiteTemplate

/// The settings of `brand.yml`: what a mistake in one is told with.
@Suite struct BrandTests {
  private func pages(_ brand: String) throws -> Pages {
    Pages(try SamplePublication.single.get(), overrides: ["brand.yml": brand])
  }

  private static let number =
    "write digits, spaces, +, - and parentheses, such as \"+000 00 000 000\"; what else there is to "
    + "say goes into `hours`"

  private func only(_ brand: String) throws -> SiteFinding {
    let found = try pages(brand).findings
    #expect(found.count == 1, "\(found)")
    return try #require(found.first)
  }

  @Test(arguments: [
    ("colours:\n  bar: \"#4d9699\"\n  akcent: \"#123456\"\n", 3, "did you mean `accent`?"),
    ("colours:\n  bar: \"#4d9699\"\n  line: teal\n", 3, "write it as \"#rrggbb\""),
    ("colours:\n  bar: \"#4d9699\"\n  line: 0b6e69\n", 3, "write \"#0b6e69\""),
    ("colours:\n  line: 06a\n", 2, "write \"#06a\""),
    ("colours:\n  line: 06ab\n", 2, "write it as \"#rrggbb\""),
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
    ("contacts:\n  fax: \"112\"\n", 2, "known: phone, messenger, email, address, hours, questions"),
    ("logo: RA\ncolors:\n", 2, "did you mean `colours`?"),
    (
      "motto: x\n", 1,
      "known: name, logo, numerals, colours, languages, licence, contacts, areas, web-address, "
        + "promises"
    ),
    ("name:\n  en:\n    long: x\n", 2, "write `en: …`"),
    ("licence: CC0 1.0\nlogo: RIVER\n", 2, "write one to three letters"),
    ("logo:\n  en: RA\n  ar: م\n", 1, "write it in one line: `logo: …`"),
    ("contacts:\n  email: example.org\n", 2, "write one, such as complaints@example.org"),
    ("contacts:\n  email: desk@example\n", 2, "write one, such as complaints@example.org"),
    ("contacts:\n  email: our desk@example.org\n", 2, "write one, such as complaints@example.org"),
    ("contacts:\n  email: desk@.org\n", 2, "write one, such as complaints@example.org"),
    ("contacts:\n  hours: \"9\"\n  phone: ask Huda\n", 3, Self.number),
    ("contacts:\n  phone: 0800 HELP\n", 2, Self.number),
    ("contacts:\n  phone: \"12\"\n", 2, Self.number),
    (
      "contacts:\n  phone:\n    en: \"0800\"\n    ar: من التاسعة\n    ru: \"+0 (00) 000-000\"\n", 4,
      Self.number
    ),
    (
      "contacts:\n  phone: \"112\"\n  email:\n    en: a@example.org\n    ar: a@b@example.org\n"
        + "    ru: a@example.org\n", 5, "write one, such as complaints@example.org"
    ),
  ])
  func `a mistake is told with its own line and what was meant`(
    brand: String, line: Int, hint: String
  ) throws {
    let finding = try only(brand)
    #expect(finding.file == "site-template/brand.yml")
    #expect(finding.line == line)
    #expect(finding.hint == hint)
  }

  @Test(arguments: [
    ("accent", "#66cccc", "`accent` is too pale for white paper"),
    ("bar-dark", "#203040", "`bar-dark` is too dark for a dark screen"),
  ])
  func `a colour that cannot be seen is named with its line`(
    key: String, colour: String, summary: String
  ) throws {
    let finding = try only("colours:\n  line: \"#a8480c\"\n  \(key): \"\(colour)\"\n")
    #expect(finding.line == 3)
    #expect(finding.summary == summary)
  }

  @Test func `an area that there is not is named with its place`() throws {
    let finding = try only("logo: RA\nareas: \"N C . / H O W X\"\n")
    #expect(
      finding.description
        == "site-template/brand.yml:2: warning: `areas` names `X`, which is no area "
        + "(write the codes of areas.yml)")
  }

  @Test func `areas without a place are named`() throws {
    let finding = try only("logo: RA\nareas: \"N . / H O\"\n")
    #expect(
      finding.description
        == "site-template/brand.yml:2: warning: `areas` leaves out `C`, `W` "
        + "(give each a place; until then they stand after the others)")
  }

  @Test func `a line for a language that the site does not have is named`() throws {
    let found = try pages(
      """
      name:
        en: Desk
        fr: Bureau
        ar: مكتب
        ru: Бюро
      contacts:
        hours:
          en: 9 to 16
          ar: 9 – 16
          ru: 9 – 16
          tr: 9 – 16
      """
    ).findings
    #expect(
      found.map(\.description) == [
        "site-template/brand.yml:3: warning: `fr` is no language of the site; nobody sees this "
          + "line (those are en, ar, ru)",
        "site-template/brand.yml:11: warning: `tr` is no language of the site; nobody sees this "
          + "line (those are en, ar, ru)",
      ])
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

  @Test func `a language without a name of its own shows another one of the brand, and says so`()
    throws
  {
    let pages = try pages("name:\n  en: River Desk\n  ar: مكتب النهر\n")
    #expect(
      pages.findings.map(\.description) == [
        "site-template/brand.yml:1: warning: `name` has no text in `ru`; another language's is "
          + "shown (write `ru: …` below it)"
      ])
    #expect(try pages.page("ru/index.html").contains("<span>River Desk</span>"))
  }

  @Test func `a name may be the same in all languages`() throws {
    let pages = try pages("name: River Desk\n")
    #expect(try pages.page("ru/index.html").contains("<span>River Desk</span>"))
  }
}
