import Site
import SiteTemplate
import Testing

@testable import Publishing

/// The texts of a site template, and what is said of those that cannot be read.
@Suite struct TemplateTextsTests {
  private func read(_ text: String, _ path: String = "i18n/en.yml") throws -> [TextEntry] {
    try TemplateTexts.read(Array(text.utf8), path)
  }

  @Test func `a text, its forms, and the forms of a contact`() throws {
    let entries = try read("title: Complaints\ndays:\n  one: \"{n} day\"\n  other: \"{n} days\"\n")
    #expect(entries.map(\.key) == ["title", "days"])
    #expect(entries.map(\.line) == [1, 2])
    #expect(
      entries[1].value
        == .forms([
          TextEntry(key: "one", value: .plain("{n} day"), line: 3),
          TextEntry(key: "other", value: .plain("{n} days"), line: 4),
        ]))
    let hours = TextEntry(key: "en", value: .plain("9 to 16"), line: 3)
    #expect(
      try read("contact:\n  hours:\n    en: 9 to 16\n", "brand.yml").first?.value
        == .forms([TextEntry(key: "hours", value: .forms([hours]), line: 2)]))
  }

  @Test(arguments: [
    ("colours:\n  accent: #123456\n", 2, "quote it: `accent: \"#123456\"`"),
    ("title: One\ntext: see: there\n", 2, "put quotes around a text with a colon"),
    ("languages: [fr, ar]\n", 1, "write them in one line: \"fr ar\""),
  ])
  func `a common slip is named with its line and what to write`(
    text: String, line: Int, hint: String
  ) {
    let error = #expect(throws: TextProblem.self) { try read(text) }
    #expect(error?.line == line)
    #expect(error?.hint.contains(hint) == true, "\(String(describing: error))")
  }
}
